"""What a bank's statement says, whatever the format of its file."""

from collections import Counter
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from collective.conventions.terms.amounts import total
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any
from zope.i18nmessageid import Message


#: A year of a large account; a file beyond it is none of ours.
MOST_OCTETS = 20 * 2**20


@dataclass(frozen=True)
class Entry:
    """One movement: ``amount`` in euro, below zero when it left the account.

    ``name`` and ``iban`` are the counterparty's, "" where the bank does not tell. ``communication``
    is what the payer wrote on one line, ``structured`` its bare form where it is a structured one.
    ``reference`` tells the entry from all others, and is the same however often its file is read.
    """

    day: date
    amount: Decimal
    value_day: date | None = None
    name: str = ""
    iban: str = ""
    communication: str = ""
    structured: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Statement:
    """The movements of one account up to ``day``, with the balances before and after, in euro."""

    account: str
    number: str
    day: date
    opening: Decimal
    closing: Decimal
    entries: tuple[Entry, ...]


def refused(line: int, fault: Message, **params: Any) -> BadRequest:
    """What is wrong with a file; ``fault`` names ``${line}``."""
    return BadRequest(Message(fault, mapping={"line": line, **params}))


def check_size(data: bytes) -> None:
    """Refuse a file that is too large to be a statement.

    :raises RequestEntityTooLarge: then.
    """
    if len(data) > MOST_OCTETS:
        raise RequestEntityTooLarge(_("This file is too large for a statement of a bank."))


def check_balance(line: int, statement: Statement) -> Statement:
    """The statement itself, when its movements lead from the opening balance to the closing one.

    :raises BadRequest: otherwise, for then a part of the file is missing or altered.
    """
    if total(statement.opening, *(entry.amount for entry in statement.entries)) == total(
        statement.closing
    ):
        return statement
    raise refused(
        line,
        _(
            "Line ${line}: the movements of statement ${number} do not lead from its opening"
            " balance to its closing balance."
        ),
        number=statement.number,
    )


def identified(account: str, entries: Iterable[tuple[str, Entry]]) -> tuple[Entry, ...]:
    """The entries with their references.

    :param entries: each with the reference that the bank gives it, which need not be its own alone.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for given, entry in entries:
        amount = str(total(entry.amount))
        facts = (account, given, entry.day.isoformat(), amount, entry.iban, entry.communication)
        seen[facts] += 1
        told = "\n".join((*facts, str(seen[facts])))
        found.append(replace(entry, reference=sha256(told.encode()).hexdigest()[:32]))
    return tuple(found)

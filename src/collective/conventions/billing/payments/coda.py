"""Statements in CODA, the format of the Belgian banks (Febelfin, version 2.x).

Records of 128 characters: 0 header, 1 opening balance, 2.1–2.3 movement, 3.1–3.3 information on
it, 4 free message, 8 closing balance, 9 trailer. One file holds one or more statements.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.payments.coda_movements import movements
from collective.conventions.billing.payments.coda_records import Record
from collective.conventions.billing.payments.coda_records import records
from collective.conventions.billing.payments.statement import check_balance
from collective.conventions.billing.payments.statement import check_size
from collective.conventions.billing.payments.statement import Entry
from collective.conventions.billing.payments.statement import identified
from collective.conventions.billing.payments.statement import refused
from collective.conventions.billing.payments.statement import Statement
from collective.conventions.terms.amounts import total
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_iban
from stdnum import iban
import re


#: The order of records in a statement, each by its first character.
ORDER = re.compile("01[234]*84*9")
UNORDERED = _("Line ${line}: a record stands out of its place, or one is missing before it.")
CUT = _("Line ${line}: the file ends before its statement does.")


def read(data: bytes) -> tuple[Statement, ...]:
    """The statements of a CODA file.

    :raises BadRequest: for a file of another kind, cut short, altered or not in euro; its
        message names the line.
    :raises RequestEntityTooLarge: for one beyond ``MOST_OCTETS``.
    """
    check_size(data)
    return tuple(_statement(found) for found in _files(records(data)))


def _files(found: list[Record]) -> Iterator[list[Record]]:
    """The records of each statement, from its header to its trailer."""
    begun: list[Record] = []
    for record in found:
        begun.append(record)
        if record.kind != "9":
            continue
        if not ORDER.fullmatch("".join(one.kind for one in begun)):
            raise refused(_misplaced(begun).line, UNORDERED)
        yield begun
        begun = []
    last = found[-1]
    # The last trailer says that it is the last (2), or that another file follows (1).
    if begun or last.text[127] != "2":
        raise refused(last.line, CUT)


def _misplaced(begun: list[Record]) -> Record:
    """The first record after which no statement could go on in order."""
    start = re.compile("0(1([234]*(84*9?)?)?)?")
    text = "".join(one.kind for one in begun)
    found = start.match(text)
    return begun[min(found.end() if found else 0, len(begun) - 1)]


def _statement(found: list[Record]) -> Statement:
    header, opening = found[:2]
    closing = next(record for record in found if record.kind == "8")
    if header.text[127] != "2":
        raise refused(header.line, _("Line ${line}: only version 2 of CODA is known."))
    account = _account(opening)
    number = opening.text[125:128].strip() or opening.text[2:5]
    entries = [(given or number, entry) for given, entry in movements(found[2:-1])]
    _check_trailer(found, [entry for _given, entry in entries])
    return check_balance(
        closing.line,
        Statement(
            account=account,
            number=number,
            day=closing.day(57),
            opening=opening.amount(42),
            closing=closing.amount(41),
            entries=identified(account, entries),
        ),
    )


def _account(record: Record) -> str:
    """The account: a Belgian number (structure 0), or an IBAN (2 Belgian, 3 foreign)."""
    structure = record.text[1]
    currency = record.text[18:21] if structure == "0" else record.text[39:42]
    if currency != "EUR":
        raise refused(record.line, _("Line ${line}: the account is not held in euro."))
    number = record.text[5:39] if structure in "23" else ""
    if structure == "0" and re.fullmatch("[0-9]{12}", record.text[5:17]):
        number = f"BE00{record.text[5:17]}"
        number = f"BE{iban.calc_check_digits(number)}{number[4:]}"
    try:
        return normalise_iban(number)
    except InvalidIdentifier:
        raise refused(record.line, _("Line ${line}: this is not an account number (IBAN)."))


def _check_trailer(found: list[Record], entries: list[Entry]) -> None:
    """The trailer counts the records and adds up what left and what came in."""
    trailer = found[-1]
    counted = trailer.text[16:22]
    between = len(found) - 2
    messages = sum(record.kind == "4" for record in found)
    # Banks differ on whether a free message counts.
    if not counted.isdigit() or int(counted) not in (between, between - messages):
        raise refused(trailer.line, _("Line ${line}: the file has not as many records as it says."))
    moved = trailer.sum(37) - trailer.sum(22)
    if moved != total(*(entry.amount for entry in entries)):
        raise refused(
            trailer.line, _("Line ${line}: the movements do not add up to the totals of the file.")
        )

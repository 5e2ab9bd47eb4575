"""Statements in CAMT.053 (ISO 20022, bank to customer statement), versions 02 to 08."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.payments.camt_nodes import Node
from collective.conventions.billing.payments.camt_nodes import root
from collective.conventions.billing.payments.statement import check_balance
from collective.conventions.billing.payments.statement import check_size
from collective.conventions.billing.payments.statement import Entry
from collective.conventions.billing.payments.statement import identified
from collective.conventions.billing.payments.statement import refused
from collective.conventions.billing.payments.statement import Statement
from collective.conventions.terms.amounts import total
from collective.conventions.terms.communication import bare
from collective.conventions.terms.communication import written
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_iban
from datetime import date
from decimal import Decimal


#: Codes of the balance before, the best first: opening, or the closing of the statement before.
OPENING = ("OPBD", "PRCD")
CLOSING = ("CLBD",)
BOOKED = "BOOK"
NO_BALANCE = _("Line ${line}: the statement has no opening or no closing balance.")
NO_IBAN = _("Line ${line}: this is not an account number (IBAN).")


def read(data: bytes) -> tuple[Statement, ...]:
    """The statements of a CAMT.053 file.

    :raises BadRequest: for a file of another kind, cut short, altered or not in euro; its
        message names the line.
    :raises RequestEntityTooLarge: for one beyond ``MOST_OCTETS``.
    """
    check_size(data)
    document = root(data)
    found = document.all("BkToCstmrStmt/Stmt")
    if not found:
        raise refused(document.line, _("Line ${line}: the file holds no statement."))
    return tuple(_statement(one) for one in found)


def _statement(node: Node) -> Statement:
    account = _account(node.one("Acct/Id/IBAN"))
    number = node.text("LglSeqNb") or node.text("ElctrncSeqNb") or node.one("Id").value
    opening, closing = _balance(node, OPENING, 0), _balance(node, CLOSING, -1)
    day = _day(closing)
    entries = [
        (given or number, entry)
        for booking in node.all("Ntry")
        if (booking.text("Sts/Cd") or booking.text("Sts")) == BOOKED
        for given, entry in _entries(booking, day)
    ]
    return check_balance(
        node.line,
        Statement(
            account=account,
            number=number,
            day=day,
            opening=opening.signed(opening.amount()),
            closing=closing.signed(closing.amount()),
            entries=identified(account, entries),
        ),
    )


def _balance(node: Node, codes: tuple[str, ...], which: int) -> Node:
    """A balance by its code; of several days the first (0) or the last (-1)."""
    for code in codes:
        found = [one for one in node.all("Bal") if one.text("Tp/CdOrPrtry/Cd") == code]
        if found:
            return sorted(found, key=_day)[which]
    raise refused(node.line, NO_BALANCE)


def _account(node: Node) -> str:
    try:
        return normalise_iban(node.value)
    except InvalidIdentifier:
        raise refused(node.line, NO_IBAN)


def _day(node: Node) -> date:
    """The day of a balance."""
    return node.one("Dt").day()


def _entries(booking: Node, closing: date) -> Iterator[tuple[str, Entry]]:
    """One entry of each booking; of a booking of many payments, one of each payment."""
    given = booking.text("AcctSvcrRef") or booking.text("NtryRef")
    valued = _optional(booking, "ValDt")
    day = _optional(booking, "BookgDt") or valued or closing
    whole = booking.signed(booking.amount())
    details = booking.all("NtryDtls/TxDtls")
    amounts = [_part(detail, booking) for detail in details]
    if len(details) < 2 or None in amounts or total(*filter(None, amounts)) != whole:
        details, amounts = (details if len(details) == 1 else [booking]), [whole]
    for detail, amount in zip(details, amounts, strict=True):
        if amount is not None:
            own = detail.text("Refs/AcctSvcrRef") or detail.text("Refs/EndToEndId")
            yield f"{given} {own}".strip(), _entry(detail, amount, day, valued)


def _part(detail: Node, booking: Node) -> Decimal | None:
    """What one of several payments amounts to; None where the bank does not say it in euro."""
    signed = detail if detail.text("CdtDbtInd") else booking
    for path in ("Amt", "AmtDtls/TxAmt/Amt"):
        for found in detail.all(path):
            return signed.signed(found.euro()) if found.is_euro else None
    return None


def _optional(node: Node, path: str) -> date | None:
    return node.one(path).day() if node.all(path) else None


def _entry(detail: Node, amount: Decimal, day: date, valued: date | None) -> Entry:
    side = "Dbtr" if amount > 0 else "Cdtr"
    party = f"RltdPties/{side}"
    communication = _communication(detail)
    return Entry(
        day=day,
        amount=amount,
        value_day=valued,
        # From version 08 on the party stands one level deeper.
        name=_line(detail.text(f"{party}/Nm") or detail.text(f"{party}/Pty/Nm")),
        iban=_iban(detail.text(f"{party}Acct/Id/IBAN")),
        communication=communication,
        structured=bare(communication),
    )


def _communication(detail: Node) -> str:
    """The structured communication where there is one, the free text, or what the bank adds."""
    for reference in detail.all("RmtInf/Strd/CdtrRefInf/Ref"):
        if told := bare(reference.value):
            return written(told)
    texts = (*detail.all("RmtInf/Ustrd"), *detail.all("RmtInf/Strd/CdtrRefInf/Ref"))
    text = _line(" ".join(one.value for one in texts))
    return text or _line(detail.text("AddtlTxInf") or detail.text("AddtlNtryInf"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _iban(text: str) -> str:
    """The account of the counterparty; what is no IBAN tells nothing."""
    try:
        return normalise_iban(text) if text else ""
    except InvalidIdentifier:
        return ""

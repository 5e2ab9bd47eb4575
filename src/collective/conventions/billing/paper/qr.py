"""The QR code with which a bank's app fills in the payment (EPC069-12, version 002)."""

from collective.conventions.terms.communication import bare
from collective.conventions.terms.document import Document
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_iban
from decimal import Decimal
from segno.helpers import make_epc_qr
import segno


LEAST, MOST = Decimal("0.01"), Decimal("999999999.99")
LONGEST_NAME, LONGEST_TEXT = 70, 140


class Unpayable(ValueError):
    """What no payment code can be made of."""


def payable(document: Document) -> bool:
    """Whether a document is issued and asks for a payment that a code can carry."""
    return bool(
        document.kind == "invoice"
        and document.number
        and document.issuer.iban
        and LEAST <= document.gross <= MOST
    )


def of_document(document: Document) -> segno.QRCode:
    """The code that pays a document.

    :raises Unpayable: for what ``payment_code`` refuses.
    """
    communication = document.communication or document.number
    return payment_code(document.issuer.name, document.issuer.iban, document.gross, communication)


def payment_code(name: str, iban: str, amount: Decimal, communication: str) -> segno.QRCode:
    """The code of a transfer of ``amount`` euro to ``name``.

    A structured communication travels as bare digits in the field of the creditor reference, alone:
    Belgian apps fill in their structured communication from there, while from the field of free
    text they make a free text of it (https://github.com/letspeppol/letspeppol/issues/274; Odoo's
    account_qr_code_sepa does the same). Everything else is text.

    :raises Unpayable: for an amount, an account or a text that the standard refuses.
    """
    if amount != round(amount, 2) or not LEAST <= amount <= MOST:
        raise Unpayable(f"no amount for a transfer: {amount}")
    reference = bare(communication)
    try:
        return make_epc_qr(
            name=_line(name)[:LONGEST_NAME],
            iban=normalise_iban(iban),
            amount=amount,
            text=None if reference else _line(communication),
            reference=reference or None,
            # Every app reads UTF-8; not every one reads the eight-bit sets.
            encoding="utf-8",
        )
    except (InvalidIdentifier, ValueError) as refusal:
        raise Unpayable(str(refusal))


def svg(code: segno.QRCode, title: str) -> str:
    """The code as markup for a page; ``title`` says to who cannot see it what it is."""
    return str(code.svg_inline(omitsize=True, title=title))


def _line(text: str) -> str:
    """One line: in the code a line break ends a field, so it would forge the next ones."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())

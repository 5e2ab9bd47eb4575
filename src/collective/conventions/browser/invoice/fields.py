"""What the small forms of an invoice ask."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.browser.invoice.history import MEANS
from collective.conventions.browser.page import Page
from collective.conventions.content.fields import civil_date
from collective.conventions.terms.document import DocumentLine
from decimal import Decimal
from typing import Any
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PAYMENT: dict[str, Any] = {
    "day": civil_date(__name__="day", title=_("Received on")),
    "amount": schema.Decimal(
        __name__="amount",
        title=_("Amount (EUR)"),
        description=_("Below zero for what was given back."),
    ),
    "means": schema.Choice(
        __name__="means",
        title=_("Paid by"),
        vocabulary=SimpleVocabulary(
            [SimpleTerm(name, name, title) for name, title in MEANS.items()]
        ),
        default="transfer",
    ),
    "payer": schema.TextLine(__name__="payer", title=_("Payer"), required=False, max_length=200),
    "note": schema.TextLine(__name__="note", title=_("Note"), required=False, max_length=500),
}
REMARKS = schema.Text(
    __name__="remarks",
    title=_("Remarks"),
    description=_("Stand on the credit note: why it is made."),
    required=False,
    max_length=5000,
)


def credit_fields(page: Page, lines: Iterable[DocumentLine]) -> dict[str, Any]:
    """How much of each line is taken back, and why."""
    fields = {quantity_name(row): _quantity(page, row, line) for row, line in enumerate(lines)}
    return {**fields, "remarks": REMARKS}


def quantity_name(row: int) -> str:
    return f"quantity_{row}"


def _quantity(page: Page, row: int, line: DocumentLine) -> Any:
    full = {"quantity": page.number(line.quantity), "price": page.money(line.unit_price)}
    low, high = sorted((Decimal(0), line.quantity))
    return schema.Decimal(
        __name__=quantity_name(row),
        title=line.description,
        description=page.t(_("Of ${quantity} at ${price}; 0 leaves it out.", mapping=full)),
        required=False,
        min=low,
        max=high,
    )

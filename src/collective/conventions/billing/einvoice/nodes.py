"""Elements of a document: what has no value does not appear, for an empty element is a fault."""

from collective.conventions.billing.einvoice.names import CURRENCY
from collective.conventions.billing.einvoice.names import PREFIXES
from collective.conventions.billing.einvoice.names import qualified
from datetime import date
from decimal import Decimal
from lxml import etree


Node = etree._Element | None
Value = str | date | Decimal | None


def leaf(name: str, value: Value, **attributes: str) -> Node:
    """An element with a value, or nothing where there is none."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value or "").strip()
    if not text:
        return None
    node = etree.Element(qualified(name), attributes, PREFIXES)
    node.text = text
    return node


def money(name: str, amount: Decimal | None) -> Node:
    """An amount in euro."""
    return leaf(name, amount, currencyID=CURRENCY)


def group(name: str, *children: Node) -> Node:
    """An element with those of the children that are there, or nothing where none is."""
    there = [child for child in children if child is not None]
    if not there:
        return None
    node = etree.Element(qualified(name), nsmap=PREFIXES)
    node.extend(there)
    return node


def period(start: date | None, end: date | None) -> Node:
    """The days that are charged, both included."""
    return group("cac:InvoicePeriod", leaf("cbc:StartDate", start), leaf("cbc:EndDate", end))


def vat() -> Node:
    """The tax that every category here is one of."""
    return group("cac:TaxScheme", leaf("cbc:ID", "VAT"))

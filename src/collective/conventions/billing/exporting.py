"""What was issued as a table for the accountant: one row a document, VAT by rate in columns.

What a credit note gives back stands below zero, so that each column adds up.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.standing import Item
from collective.conventions.content import vocabularies
from collective.conventions.listing import csv_file
from collective.conventions.listing import xlsx_file
from collective.conventions.listing.tables import Column
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import VatShare
from collective.conventions.terms.identifiers import format_enterprise_number
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from io import BytesIO
from plone import api
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


Key = tuple[str, Decimal]
Written = list[list[Any]]


@dataclass(frozen=True)
class Row:
    """An issued document: as it was issued, and as it stands."""

    item: Item
    document: Document
    shares: dict[Key, VatShare]

    def signed(self, amount: Decimal) -> Decimal:
        """An amount of the document, below zero where it is given back."""
        return -amount if self.document.kind == "credit_note" and amount else amount


def _kind(row: Row) -> Message:
    return vocabularies.DOCUMENT_KINDS.getTerm(row.document.kind).title


def _enterprise_number(row: Row) -> str:
    number = row.document.customer.enterprise_number
    return format_enterprise_number(number) if number else ""


BEFORE = (
    Column(_("Number"), 16, lambda row: row.document.number),
    Column(_("Document"), 14, _kind),
    Column(_("Date"), 12, lambda row: row.document.issued),
    Column(_("Due date"), 12, lambda row: row.document.due),
    Column(_("First day of the period"), 12, lambda row: row.document.period_start),
    Column(_("Last day of the period"), 12, lambda row: row.document.period_end),
    Column(_("Customer"), 40, lambda row: row.document.customer.name),
    Column(_("Enterprise number"), 18, _enterprise_number),
    Column(_("Reference of the convention"), 20, lambda row: row.document.contract),
)
AFTER = (
    Column(_("Without VAT"), 14, lambda row: row.signed(row.document.net)),
    Column(_("VAT"), 14, lambda row: row.signed(row.document.vat)),
    Column(_("With VAT"), 14, lambda row: row.signed(row.document.gross)),
    Column(_("Paid"), 14, lambda row: row.item.paid),
    Column(_("Credited"), 14, lambda row: row.item.credited),
    Column(_("Still open"), 14, lambda row: row.item.open),
    Column(_("Communication"), 20, lambda row: row.document.communication),
    Column(_("Corrects the invoice"), 16, lambda row: _credited(row.document)),
)


def csv(items: Iterable[Item], language: str = "") -> bytes:
    """A CSV file as Excel reads it in Belgium; drafts are left out.

    :param language: that of the titles; the one of the space without any.
    """
    lines, _widths = table(items, language)
    return _written(partial(csv_file.write, lines=lines))


def xlsx(items: Iterable[Item], language: str = "") -> bytes:
    """An XLSX workbook with real dates and numbers; drafts are left out. See ``csv``."""
    lines, widths = table(items, language)
    return _written(partial(xlsx_file.write, lines=lines, widths=widths))


def table(items: Iterable[Item], language: str = "") -> tuple[Written, list[int]]:
    """The titles and the row of each issued document, in their order; and how wide columns are."""
    rows = [_row(item) for item in items if item.number]
    keys = sorted({key for row in rows for key in row.shares})
    columns = [*BEFORE, *(column for key in keys for column in _of_share(key)), *AFTER]
    say = _speaker(language or api.portal.get_default_language())
    titles = [say(column.title) for column in columns]
    values = [[say(column.value(row)) for column in columns] for row in rows]
    return [titles, *values], [column.width for column in columns]


def _row(item: Item) -> Row:
    """Read what was issued; who has the item may see it."""
    document = issued_of(api.portal.get().unrestrictedTraverse(item.path)).document
    shares = {(share.category, share.rate): share for share in document.vat_shares}
    return Row(item, document, shares)


def _of_share(key: Key) -> list[Column]:
    """The columns of a VAT category and rate; what bears no VAT has none for it."""
    category, rate = key
    known = category in vocabularies.VAT_CATEGORIES
    name = vocabularies.VAT_CATEGORIES.getTerm(category).title if known else category
    said = {"rate": f"{rate.normalize():f}", "category": name}
    bare = Message(_("Without VAT, ${category}"), mapping=said)
    base = Message(_("Without VAT, at ${rate} %"), mapping=said) if rate else bare
    columns = [Column(base, 14, partial(_amount, key, "base"))]
    if rate:
        vat = Message(_("VAT at ${rate} %"), mapping=said)
        columns.append(Column(vat, 14, partial(_amount, key, "vat")))
    return columns


def _amount(key: Key, name: str, row: Row) -> Decimal | None:
    share = row.shares.get(key)
    return None if share is None else row.signed(getattr(share, name))


def _credited(document: Document) -> str:
    return document.credits.number if document.credits is not None else ""


def _speaker(language: str) -> Callable[[Any], Any]:
    """Says messages in a language; a name within a message too."""

    def say(value: Any) -> Any:
        if not isinstance(value, Message):
            return value
        mapping = {name: say(inner) for name, inner in (value.mapping or {}).items()}
        return translate(Message(value, mapping=mapping), target_language=language)

    return say


def _written(write: Callable[[BytesIO], None]) -> bytes:
    stream = BytesIO()
    write(stream)
    return stream.getvalue()

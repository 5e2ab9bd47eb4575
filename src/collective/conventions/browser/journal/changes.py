"""What an entry of a journal changed, field by field, in the words of the forms."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import choices_of
from collective.conventions.browser.titles import columns_of
from collective.conventions.content.indexers import REFERENCE_COLUMNS
from collective.conventions.content.indexers import REFERENCES
from collective.conventions.terms.sameness import row_differences
from collective.conventions.terms.sameness import rows_of
from collective.conventions.terms.sameness import same
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from zope import schema
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IField


class Size(schema.Int):
    """A number of bytes."""


#: The fields and columns that hold an amount in euro.
MONEY = ("amount", "declared_value", "unit_price")

Row = Mapping[str, Any]
Fields = Mapping[str, IField]


@dataclass(frozen=True)
class Change:
    """A field, or one cell of its rows, with what it held before and after."""

    label: str
    before: str
    after: str


def changes(
    page: Page, before: Mapping[str, Any], after: Mapping[str, Any], fields: Fields, names: Names
) -> tuple[Change, ...]:
    """Everything that an entry changed; what was empty and stays empty is left out."""
    reader = Reader(page, names)
    found = (
        change
        for name in dict.fromkeys((*before, *after))
        for change in reader.field(name, fields.get(name), before.get(name), after.get(name))
    )
    return tuple(found)


class Reader:
    """Reads the plain values of a journal as people write them."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names

    def field(self, name: str, field: IField | None, before: Any, after: Any) -> Iterator[Change]:
        """The changes of one field; of a table those of its rows."""
        if same(before, after):
            return
        label = self.page.t(field.title) if field is not None else name
        columns = columns_of(field) if field is not None else {}
        if columns:
            yield from self._rows(label, columns, rows_of(before) or (), rows_of(after) or ())
        else:
            yield Change(label, self.value(name, field, before), self.value(name, field, after))

    def _rows(self, label: str, columns: Fields, before: Any, after: Any) -> Iterator[Change]:
        if len(before) == len(after):
            for position, column in row_differences(before, after):
                yield self._cell(
                    label, columns, column, position, before[position], after[position]
                )
            return
        gone = [row for row in before if row not in after]
        come = [row for row in after if row not in before]
        for row in gone:
            yield Change(label, self.row(columns, row), "")
        for row in come:
            yield Change(label, "", self.row(columns, row))

    def _cell(
        self, label: str, columns: Fields, column: str, position: int, old: Row, new: Row
    ) -> Change:
        field = columns.get(column)
        title = self.page.t(field.title) if field is not None else column
        where = self.page.t(_("row ${n}", mapping={"n": position + 1}))
        return Change(
            self.page.labelled(f"{label}, {where}", title),
            self.value(column, field, old.get(column)),
            self.value(column, field, new.get(column)),
        )

    def row(self, columns: Fields, row: Row) -> str:
        """A row in one sentence: its filled cells, each with its column."""
        cells = (
            self.page.labelled(self.page.t(field.title), text)
            for name, field in columns.items()
            if (text := self.value(name, field, row.get(name)))
        )
        return self.page.listed(cells)

    def value(self, name: str, field: IField | None, value: Any) -> str:
        """One value in the reader's language."""
        if value in (None, "", []):
            return ""
        if isinstance(value, bool):
            return self.page.t(_("Yes")) if value else self.page.t(_("No"))
        if isinstance(value, Mapping):
            return str(value.get("filename") or value)
        if isinstance(value, list):
            each = getattr(field, "value_type", None)
            return ", ".join(self.value(name, each, item) for item in value)
        if name in (*REFERENCES, *REFERENCE_COLUMNS):
            return self.names[value].title
        return self._scalar(name, field, str(value))

    def _scalar(self, name: str, field: IField | None, text: str) -> str:
        vocabulary = choices_of(field)
        if vocabulary is not None:
            return self.page.choice(vocabulary, text)
        try:
            if IDate.providedBy(field):
                return self.page.day(date.fromisoformat(text))
            if IDecimal.providedBy(field):
                write = self.page.price if name in MONEY else self.page.number
                return write(Decimal(text))
            if isinstance(field, Size):
                return self.page.size(int(text))
        except (ValueError, ArithmeticError):
            # An entry that was tampered with is shown as it stands.
            return text
        return text

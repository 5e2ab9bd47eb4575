"""The rows that an amendment can change, by their own words instead of their names (D5)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.widgets.controls import Choose
from collective.conventions.content.amended import amendment_of
from collective.conventions.content.amended import signed
from collective.conventions.content.convention import IConvention
from collective.conventions.content.records import record_of
from collective.conventions.content.values import Reading
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.terms import writing
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.state import state
from typing import Any
from z3c.form.widget import FieldWidget
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.concerned"
#: The column of a change that names the row.
COLUMN = "row"
#: The columns that a row is called by.
WORDS = {
    "parties": ("partner",),
    "commitments": ("description", "partner", "amount"),
    "prices": ("description", "amount"),
}
TABLE_OF = {field: table for table, field in TABLES.items()}


class Concerned(Choose):
    """Which row a change concerns, by its words."""

    table = ""
    help = _("Of what is added, the one after which it stands; at the end when left empty.")

    @classmethod
    def of(cls, table: str, field: Any, request: Any) -> "Concerned":
        """The control of a table's column, ready to be updated."""
        control: Concerned = FieldWidget(field, cls(request))
        control.table = table
        return control

    def toFieldValue(self, value: str) -> str | None:
        return value.strip() or None

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """(name, words, chosen) of each; what is chosen and no longer there stays to be seen."""
        found = rows_of(self.context, self.request, self.language)[self.table]
        if self.value and self.value not in found:
            found = {**found, self.value: self.value}
        return [(name, words, name == self.value) for name, words in found.items()]


def rows_of(context: Any, request: Any, language: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of each table in words by their names, as they are when the amendment takes effect.

    :param context: the amendment, or the convention to which one is added. A form asks for every
        row of its own, so the answer is kept with the request.
    """
    kept = IAnnotations(request)
    key = f"{KEY}/{language}"
    if key not in kept:
        kept[key] = _rows_of(context, language)
    found: Mapping[str, Mapping[str, str]] = kept[key]
    return found


def _rows_of(context: Any, language: str) -> Mapping[str, Mapping[str, str]]:
    convention, number, day = context, None, None
    if not IConvention.providedBy(context):
        convention = aq_parent(aq_inner(context))
        itself = amendment_of(Reading(context))
        number, day = itself.number, itself.effective
    others = (one for one in signed(convention) if one.number != number)
    found = state(Reading(convention), others, day)
    return {
        table: {row.name: words_of(table, row.values, language) for row in rows}
        for table, rows in found.rows.items()
    }


def words_of(table: str, row: Mapping[str, Any], language: str) -> str:
    """What a row of a table is called: a part of the text by its title, others by ``WORDS``."""
    if table == "text":
        names = ("part", "number", "title")
        part, number, title = (str(row.get(name) or "") for name in names)
        return part_title(part, number, title, language)
    if table == "parties":
        return _name(row)
    said = [str(row.get("description") or ""), _name(row)]
    if row.get("amount") is not None:
        said.append(writing.price(row["amount"], language))
    return ", ".join(text for text in said if text)


def _name(row: Mapping[str, Any]) -> str:
    found = record_of(row["partner"]) if row.get("partner") else None
    return str(found.Title) if found is not None else ""

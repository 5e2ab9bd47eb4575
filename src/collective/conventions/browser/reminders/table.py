"""The rules of a space as a table to fill in, checked as those of a convention are."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.findings import described
from collective.conventions.browser.forms.problems import attach
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.problems import problems
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.widgets.rows import Row
from collective.conventions.browser.widgets.table import Table
from collective.conventions.content.convention import IConvention
from collective.conventions.terms.rows import check_reminders
from dataclasses import replace
from typing import Any
from z3c.form.widget import FieldWidget


FIELD = IConvention["reminders"]


class RulesTable(Table):
    """The table of the rules; it shows ``given`` until the request brings what was typed."""

    given: Iterable[Mapping[str, Any]] = ()
    title = _("Rules of the space")
    help = _(
        "Days before are numbers with commas between them, as in “60, 30, 7”; 0 is the day itself. "
        "A convention may have reminders of its own: for the same date they take the place of "
        "these."
    )

    def _stored(self) -> list[Mapping[str, Any]]:
        return list(self.given)

    def add_blank(self) -> None:
        """One more row to fill in, for who has a browser that adds none by itself."""
        self.rows.append(Row(self, len(self.rows), None, {}, False))

    @property
    def filled(self) -> list[Row]:
        """The rows that hold something; the others are not kept."""
        return [row for row in self.rows if any(cell.value for cell in row.cells.values())]


def rules_table(page: Page, given: Iterable[Mapping[str, Any]], typed: bool) -> RulesTable:
    """The table, with ``given`` or with what somebody typed."""
    table: RulesTable = FieldWidget(FIELD, RulesTable(page.request))
    table.name, table.id = FIELD.__name__, "cv-rules"
    table.context = page.context
    table.given = list(given)
    table.ignoreRequest = not typed
    table.update()
    return table


def read(table: RulesTable, page: Page) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The rows that were typed, and everything that is wrong with them, put beside its cell."""
    filled = table.filled
    rows = [row.read() for row in filled]
    table.toFieldValue(filled)
    for finding in check_reminders(rows):
        text = described(finding, page, names_of(()), rows).text
        place = filled[finding.row].position if finding.row is not None else None
        attach(replace(finding, row=place), text, {FIELD.__name__: table})
    return rows, list(problems([table]))

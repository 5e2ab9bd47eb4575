"""A row of a table: its cells, each a control of its own."""

from collections.abc import Mapping
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.names import ROW_NAMES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.interfaces import IFormAware
from zope.i18nmessageid import Message
from zope.interface import alsoProvides


class Row:
    """A row as it stands in the table.

    :param position: its place, or ``NEW`` for the pattern from which new rows are made.
    :param before: its place among the stored rows, if it was one of them.
    :param stored: its values before anything was typed.
    :param typed: whether the request holds what somebody typed.
    """

    template = ViewPageTemplateFile("row.pt")

    def __init__(
        self,
        table: Any,
        position: int | str,
        before: int | None,
        stored: Mapping[str, Any],
        typed: bool,
    ) -> None:
        self.table = table
        self.position = position
        self.before = before
        self.stored = stored
        self.typed = typed
        self.cells: dict[str, Control] = {
            name: self._cell(name, field, typed)
            for name, field in table.columns.items()
            if table.draws(name)
        }

    def _cell(self, name: str, field: Any, typed: bool) -> Control:
        cell = self.table.cell_control(name, field)
        cell.name = f"{self.table.name}.{self.position}.{name}"
        cell.id = cell.name.replace(".", "-")
        cell.context = self.table.context
        cell.form = self.table.form
        alsoProvides(cell, IFormAware)
        cell.ignoreContext = True
        fixed = name in self.table.locked
        cell.ignoreRequest = fixed or not typed
        cell.update()
        if fixed or (self.stored and not typed):
            cell.value = cell.toWidgetValue(self.stored.get(name))
        if fixed:
            cell.fixed = True
        return cell

    @property
    def shown(self) -> list[Control]:
        """The cells worth their place: what is closed and empty says nothing."""
        return [cell for cell in self.cells.values() if not cell.fixed or cell.text]

    @property
    def heading(self) -> str:
        return self._heading(self.position + 1 if isinstance(self.position, int) else "")

    @property
    def heading_pattern(self) -> str:
        """The heading of any row, with ``{}`` for its number."""
        return self._heading("{}")

    def _heading(self, number: int | str) -> str:
        name = ROW_NAMES.get(self.table.field.__name__, ROW_NAMES[""])
        return self.table.translated(Message(name, mapping={"number": number}))

    @property
    def context(self) -> Any:
        return self.table.context

    @property
    def request(self) -> Any:
        return self.table.request

    def render(self) -> str:
        return str(self.template())

    def read(self) -> dict[str, Any]:
        """The values of the row; what is locked stays as it was, whatever was sent."""
        if not self.typed:
            return dict(self.stored)
        return {
            name: self.cells[name].read()
            if name in self.cells and name not in self.table.locked
            else self.stored.get(name)
            for name in self.table.columns
        }

    @property
    def faults(self) -> list[Control]:
        return [cell for cell in self.cells.values() if cell.error is not None]

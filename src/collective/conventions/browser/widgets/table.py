"""A table of rows: each row a card of labelled cells, to be added, moved and removed.

The browser gets the rows and one empty pattern (a ``template`` element, of which nothing is
sent); ``conventions.js`` makes new rows from it and keeps the positions in names and ids.
"""

from collections.abc import Mapping
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.browser.widgets.concerned import COLUMN
from collective.conventions.browser.widgets.concerned import Concerned
from collective.conventions.browser.widgets.concerned import TABLE_OF
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.control import Fault
from collective.conventions.browser.widgets.names import ADD_NAMES
from collective.conventions.browser.widgets.picker import Picker
from collective.conventions.browser.widgets.rows import Row
from collective.conventions.browser.widgets.wording import TOO_MANY_ROWS
from collective.conventions.content.sources import partners
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.interfaces import IDataManager
from z3c.form.interfaces import NO_VALUE
from z3c.form.validator import StrictSimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IList


#: The tables by which a partner becomes a party.
JOINING = ("parties", "party_changes")
#: Stands for the position in the pattern of new rows.
NEW = "NEW"


class Table(Control):
    """The control of a list of rows.

    ``locked`` names columns that may not be changed: they show what is stored and are never read
    from the request. ``fixed_rows`` says that no row may be added, moved or removed.
    """

    template = ViewPageTemplateFile("table.pt")
    kind = "table"
    locked: frozenset[str] = frozenset()
    fixed_rows = False
    #: Beside the pickers of the table stands a button for a partner that is not there yet.
    may_add_partner = False
    #: Rows were added or removed where that is not possible.
    miscounted = False
    rows: list[Row]

    @property
    def columns(self) -> Mapping[str, Any]:
        return dict(getFieldsInOrder(self.field.value_type.schema))

    def draws(self, column: str) -> bool:
        """A locked column is only worth its place beside rows that stay where they are."""
        return self.fixed_rows or column not in self.locked

    def cell_control(self, column: str, field: Any) -> Any:
        table = TABLE_OF.get(self.field.__name__)
        if table and column == COLUMN:
            return Concerned.of(table, field, self.request)
        cell = control_for(field, self.request)
        if isinstance(cell, Picker):
            of_partners = field.vocabulary is partners
            cell.parties_only = of_partners and self.field.__name__ not in JOINING
            cell.may_add = of_partners and self.may_add_partner
        return cell

    def update(self) -> None:
        stored = self._stored()
        counted = self._counted()
        if counted is not None and self.fixed_rows:
            self.miscounted, counted = counted != len(stored), len(stored)
        if counted is None:
            self.rows = [Row(self, place, place, row, False) for place, row in enumerate(stored)]
            return
        places = [self._place_before(place) for place in range(counted)]
        self.rows = [
            Row(self, place, before, self._at(stored, before), True)
            for place, before in enumerate(places)
        ]

    def _place_before(self, place: int) -> int | None:
        """Where a row that was sent stood before; rows that may not move stand where they stood."""
        if self.fixed_rows:
            return place
        sent = str(self.request.form.get(f"{self.name}.{place}.before", ""))
        return int(sent) if sent.isdecimal() else None

    @staticmethod
    def _at(stored: list[Mapping[str, Any]], place: int | None) -> Mapping[str, Any]:
        return stored[place] if place is not None and place < len(stored) else {}

    def _stored(self) -> list[Mapping[str, Any]]:
        if self.ignoreContext:
            return []
        return getMultiAdapter((self.context, self.field), IDataManager).query() or []

    def _counted(self) -> int | None:
        """How many rows were sent; ``None`` where the table was not. Never more than it takes."""
        sent = self.request.form.get(f"{self.name}.count")
        if self.ignoreRequest or sent is None:
            return None
        most = (self.field.max_length or 0) + 1
        return min(int(sent), most) if str(sent).isdecimal() else 0

    @property
    def pattern(self) -> Row:
        return Row(self, NEW, None, {}, False)

    @property
    def add_name(self) -> str:
        return self.translated(ADD_NAMES.get(self.field.__name__, ADD_NAMES[""]))

    def extract(self, default: Any = NO_VALUE) -> Any:
        return self.rows

    def toFieldValue(self, value: list[Row]) -> list[dict[str, Any]]:
        if len(value) > self.field.max_length:
            message = Message(TOO_MANY_ROWS, mapping={"maximum": self.field.max_length})
            self.error = Fault(message, self)
        return [row.read() for row in value]

    def cell(self, position: int | None, column: str | None) -> Control | None:
        """The cell at a place, if there is one that can be mended."""
        if position is None or position >= len(self.rows) or column in self.locked:
            return None
        return self.rows[position].cells.get(column or "")


def is_table(field: Any) -> bool:
    """Whether the values of a field are rows."""
    return IList.providedBy(field) and hasattr(field.value_type, "schema")


class TableValidator(StrictSimpleFieldValidator):
    """Every cell was checked when it was read."""

    def validate(self, value: Any, force: bool = False) -> None:
        """Nothing is left to be checked."""


WidgetValidatorDiscriminators(TableValidator, field=IList, widget=Table)

"""The sections of a form, in the order in which one works."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.forms.titles import FIRST_SECTION
from collective.conventions.browser.widgets.table import Table
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Section:
    """Fields under one heading; ``faults`` counts what is wrong among them."""

    id: str
    title: Any
    controls: tuple[Any, ...]
    faults: int


def sections(form: Any) -> Iterator[Section]:
    """The sections of a form that have fields."""
    first = FIRST_SECTION.get(form.portal_type, _("Details"))
    for name, title, holder in (
        ("first", first, form),
        *((group.__name__, group.label, group) for group in form.groups),
    ):
        controls = tuple(holder.widgets.values())
        if controls:
            faults = sum(count(control) for control in controls)
            yield Section(f"cf-section-{name}", title, controls, faults)


def count(control: Any) -> int:
    """How many things are wrong with a control and what is in it."""
    in_rows = sum(len(row.faults) for row in control.rows) if isinstance(control, Table) else 0
    return in_rows + (control.error is not None)

"""What is wrong with a form: put beside what it concerns, and listed at the top with links."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.control import Fault
from collective.conventions.browser.widgets.table import Table
from collective.conventions.browser.widgets.wording import explained
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from typing import Any
from zope.i18n import translate


Controls = Mapping[str, Any]


@dataclass(frozen=True)
class Problem:
    """An entry of the list: ``target`` is the id of the control, or empty where there is none."""

    place: str
    text: str
    target: str


def control_at(finding: Finding, controls: Controls) -> Any:
    """The control that a finding concerns: the cell, else its table or field, if it is there."""
    control = controls.get(finding.field)
    if isinstance(control, Table):
        return control.cell(finding.row, finding.column) or control
    return control


def attach(finding: Finding, text: str, controls: Controls) -> bool:
    """Put a sentence beside what it concerns; what is already said there stays."""
    control = control_at(finding, controls)
    if control is None:
        return False
    if control.error is None:
        control.error = Fault(text, control)
    return True


def put_into_words(controls: Controls) -> None:
    """Let what z3c.form refused be said in the words of the add-on."""
    for control in controls.values():
        if control.error is not None and hasattr(control.error, "error"):
            control.error = Fault(explained(control.error.error, control.field), control)


def problems(controls: Iterable[Any]) -> Iterator[Problem]:
    """Everything that is wrong, in the order of the page."""
    for control in controls:
        yield from _problems_of(control, "")
        if isinstance(control, Table):
            for row in control.rows:
                for cell in row.faults:
                    yield from _problems_of(cell, f"{row.heading}, ")


def _problems_of(control: Any, before: str) -> Iterator[Problem]:
    if control.error is None:
        return
    if isinstance(control, Control):
        title, text = control.shown_title, control.fault
    else:
        title = translate(control.field.title, context=control.request)
        text = translate(control.error.message, context=control.request)
    yield Problem(f"{before}{title}", text, control.id)

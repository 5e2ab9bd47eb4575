"""The lists of options that the pickers of a form share, each of them once in the page."""

from collections.abc import Iterable
from collective.conventions.browser.widgets.picker import Picker
from collective.conventions.browser.widgets.picker import Source
from collective.conventions.browser.widgets.picker import source_of
from collective.conventions.browser.widgets.table import Table
from typing import Any


def sources(controls: Iterable[Any]) -> list[Source]:
    """One list for each kind of picker, also for those in rows that are still to be added."""
    kinds: dict[str, Picker] = {}
    for control in controls:
        cells = control.pattern.cells.values() if isinstance(control, Table) else (control,)
        for picker in cells:
            if isinstance(picker, Picker):
                kinds.setdefault(picker.source, picker)
    return [source_of(picker) for picker in kinds.values()]

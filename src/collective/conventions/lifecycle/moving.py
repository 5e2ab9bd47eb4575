"""An annex or an invoice stays in the convention it belongs to."""

from Acquisition import aq_base
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from OFS.interfaces import IObjectWillBeMovedEvent
from typing import Any


def stay(part: Any, event: IObjectWillBeMovedEvent) -> None:
    """Refuse to carry a part into another convention; its journal would lose it."""
    if event.oldParent is None or event.newParent is None:
        return
    carried = aq_base(event.object) is aq_base(part)
    if carried and aq_base(event.oldParent) is not aq_base(event.newParent):
        raise Conflict(
            _(
                "“${title}” belongs to its convention and stays there. You can copy it.",
                mapping={"title": part.title},
            )
        )

"""What was agreed keeps its place and its address."""

from Acquisition import aq_base
from collective.conventions import _
from collective.conventions.access.annexes import is_frozen
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle.deletion import DELETABLE
from OFS.interfaces import IObjectWillBeMovedEvent
from plone import api
from typing import Any


def keep_place(convention: Any, event: IObjectWillBeMovedEvent) -> None:
    """Refuse to move or rename what was approved or signed: letters cite its address."""
    if _is_carried(convention, event) and api.content.get_state(convention) not in DELETABLE:
        raise Conflict(
            _(
                "“${title}” has been approved or signed. It stays where it is.",
                mapping={"title": convention.title},
            )
        )


def stay(part: Any, event: IObjectWillBeMovedEvent) -> None:
    """Refuse to carry an annex or an invoice into another convention; its journal would lose it.

    A frozen annex keeps its name as well.
    """
    if not _is_carried(part, event):
        return
    if is_frozen(part) or aq_base(event.oldParent) is not aq_base(event.newParent):
        raise Conflict(
            _(
                "“${title}” belongs to its convention and stays there. You can copy it.",
                mapping={"title": part.title},
            )
        )


def _is_carried(content: Any, event: IObjectWillBeMovedEvent) -> bool:
    """Whether it is moved or renamed itself; not made, deleted or carried along."""
    moved = event.oldParent is not None and event.newParent is not None
    return moved and aq_base(event.object) is aq_base(content)

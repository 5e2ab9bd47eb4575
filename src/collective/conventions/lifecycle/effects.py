"""What a step brings with it, once it is taken."""

from collective.conventions.access.annexes import freeze
from collective.conventions.access.annexes import thaw
from collective.conventions.interfaces import ConventionStepEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from typing import Any
from zope.event import notify


#: A withdrawn decision and the signatures under the old text count no more.
DECISION = ("council_date", "council_number")


def after_step(convention: Any, event: IAfterTransitionEvent) -> None:
    """Freeze or thaw the annexes, clear what was withdrawn, index the new dates."""
    if event.transition is None:
        return
    if event.transition.id == "withdraw":
        clear_approval(convention)
        thaw(convention)
    else:
        freeze(convention)
    convention.reindexObject(idxs=["force_start", "force_end", "SearchableText"])
    reason = event.kwargs.get("comment", "")
    notify(ConventionStepEvent(convention, event.transition.id, reason))


def clear_approval(convention: Any) -> None:
    """Forget the council's decision and the signatures; the journal keeps them."""
    for name in DECISION:
        setattr(convention, name, None)
    convention.signatories = [
        {**row, "date_signed": None, "original_received": None} for row in convention.signatories
    ]

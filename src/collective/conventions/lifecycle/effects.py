"""What a step brings with it, once it is taken."""

from collective.conventions.access.annexes import freeze
from collective.conventions.access.annexes import thaw
from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from collective.conventions.interfaces import ConventionStepEvent
from collective.conventions.lifecycle.steps import facts_of_step
from collective.conventions.terms.texts.fingerprint import fingerprint
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from typing import Any
from zope.event import notify


#: A withdrawn decision and the signatures under the old text count no more.
DECISION = ("council_date", "council_number", "approved_text")
INDEXES = ["force_start", "force_end", "deadlines", "modified"]
#: The number of a decision is among the texts that are searched: one step takes it away.
INDEXES_OF = {"withdraw": ["SearchableText"]}


def after_step(convention: Any, event: IAfterTransitionEvent) -> None:
    """Write what came with the step, keep what was approved, freeze or thaw the annexes."""
    if event.transition is None:
        return
    step, options = event.transition.id, event.kwargs or {}
    for name, value in facts_of_step(step, options).items():
        setattr(convention, name, value)
    if step == "approve":
        convention.approved_text = fingerprint(text_of(Reading(convention)))
    if step == "withdraw":
        clear_approval(convention)
        thaw(convention)
    else:
        freeze(convention)
    convention.notifyModified()
    convention.reindexObject(idxs=[*INDEXES, *INDEXES_OF.get(step, ())])
    notify(ConventionStepEvent(convention, step, options.get("comment") or ""))


def clear_approval(convention: Any) -> None:
    """Forget the council's decision and the signatures; the journal keeps them."""
    for name in DECISION:
        setattr(convention, name, None)
    convention.signatories = [
        {**row, "date_signed": None, "original_received": None} for row in convention.signatories
    ]

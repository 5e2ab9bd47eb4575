"""The veto of a step, for every road that leads to the workflow tool."""

from collective.conventions.clock import today
from collective.conventions.content.values import snapshot
from collective.conventions.lifecycle.locks import refuse_locked
from collective.conventions.lifecycle.recording import place_of
from collective.conventions.lifecycle.steps import facts_of_step
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import refuse_unless_complete
from collective.conventions.lifecycle.steps import STEPS
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from typing import Any


def refuse_step(convention: Any, event: IBeforeTransitionEvent) -> None:
    """Refuse a step that lacks something, or that would carry a locked change with it."""
    if event.transition is None or event.transition.id not in STEPS:
        return
    step, options = event.transition.id, event.kwargs or {}
    facts = facts_of_step(step, options)
    reason = options.get("comment") or ""
    refuse_unless_complete(missing(convention, step, today(), reason=reason, facts=facts))
    journal, part = place_of(convention)
    refuse_locked(convention, journal, part, *journal.changes(snapshot(convention), part))

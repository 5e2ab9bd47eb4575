"""The veto of a step, for every road that leads to the workflow tool."""

from collective.conventions.clock import today
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import refuse_unless_complete
from collective.conventions.lifecycle.steps import STEPS
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from typing import Any


def refuse_incomplete(convention: Any, event: IBeforeTransitionEvent) -> None:
    """Refuse a step that lacks something."""
    if event.transition is None or event.transition.id not in STEPS:
        return
    reason = event.kwargs.get("comment", "")
    refuse_unless_complete(missing(convention, event.transition.id, today(), reason=reason))

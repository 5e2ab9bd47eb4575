"""POST @workflow/<step>: take a step, or change nothing."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.content.convention import IConvention
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle import steps
from collective.conventions.services.below import Below
from collective.conventions.services.content.body import body
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.workflow.states import last_entry
from collective.conventions.services.workflow.states import state
from collective.conventions.services.workflow.states import target_of
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


#: Both name the reason; ``comment`` is how Plone's own clients call it.
REASONS = ("reason", "comment")
LONGEST_REASON = 5000


class Add(Below):
    """Takes the step that the address names."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        step = "".join(self.params)
        if step not in steps.steps_of(self.context):
            raise NotFound(step)
        reason, facts = read(self.context, step, body(self.request))
        target = target_of(self.context, step)
        try:
            steps.take(self.context, step, today(), reason=reason, facts=facts)
        except Conflict:
            if api.content.get_state(self.context) == target:
                title = state(self.context, target)["title"]
                raise Conflict(
                    _("It is already in the state “${state}”.", mapping={"state": title})
                )
            raise
        return last_entry(self.context)


def read(convention: Any, step: str, sent: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The reason and the facts that a client gives with a step.

    :raises BadRequest: for anything else, and for what is not valid.
    """
    reader = Reader(convention)
    names = steps.STEPS[step][2]
    facts = {
        name: reader.value(name, IConvention[name], sent[name]) for name in names if name in sent
    }
    found = [problem("unknown_field", name) for name in sent if name not in (*names, *REASONS)]
    reasons = [_reason(name, sent[name], found) for name in REASONS if sent.get(name) is not None]
    if found or reader.problems:
        raise BadRequest(
            _("Some values are not valid. Nothing was changed."), [*reader.problems, *found]
        )
    return next((reason for reason in reasons if reason), ""), facts


def _reason(name: str, raw: Any, found: list[Problem]) -> str:
    try:
        reason = plain_text(raw)
        if len(reason) > LONGEST_REASON:
            raise Refused("too_long", maximum=LONGEST_REASON)
        return reason.strip()
    except Refused as refused:
        found.append(problem(refused.code, name, **refused.params))
        return ""

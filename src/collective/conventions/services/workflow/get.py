"""GET @workflow: the present state, and the steps that the reader may take from it."""

from collective.conventions.clock import today
from collective.conventions.lifecycle import steps
from collective.conventions.services.refusals.problem import shown
from collective.conventions.services.workflow.states import history
from collective.conventions.services.workflow.states import state
from collective.conventions.services.workflow.states import step_title
from plone import api
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.interface import implementer


@implementer(IExpandableElement)
class Workflow:
    """What ``@workflow`` answers; only its address unless a client asks for more."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, expand: bool = False) -> dict[str, Any]:
        answer: dict[str, Any] = {"@id": f"{self.context.absolute_url()}/@workflow"}
        if expand:
            answer["state"] = state(self.context, api.content.get_state(self.context))
            answer["transitions"] = [self._step(step) for step in steps.possible(self.context)]
            answer["history"] = history(self.context)
        return {"workflow": answer}

    def _step(self, step: str) -> dict[str, Any]:
        missing = steps.missing(self.context, step, today())
        return {
            "@id": f"{self.context.absolute_url()}/@workflow/{step}",
            "id": step,
            "title": step_title(self.context, step),
            "facts": list(steps.STEPS[step][2]),
            "missing": [shown(finding, self.request) for finding in missing],
        }


class Get(Service):
    """The answer in full."""

    def reply(self) -> dict[str, Any]:
        answer: dict[str, Any] = Workflow(self.context, self.request)(expand=True)["workflow"]
        return answer

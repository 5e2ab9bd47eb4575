"""GET @workflow of an invoice: its state, and what it lacks to be issued."""

from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.issue import missing
from collective.conventions.clock import today
from collective.conventions.content.invoice import IInvoice
from collective.conventions.interfaces import IConventionsLayer
from collective.conventions.services.refusals.problem import shown
from collective.conventions.services.workflow.states import history
from collective.conventions.services.workflow.states import state
from collective.conventions.services.workflow.states import step_title
from plone import api
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from typing import Any
from zope.component import adapter
from zope.interface import implementer


#: The only step that is taken; payments and credit notes take the others.
STEP = "issue"


@implementer(IExpandableElement)
@adapter(IInvoice, IConventionsLayer)
class Workflow:
    """What ``@workflow`` answers; only its address unless a client asks for more."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, expand: bool = False) -> dict[str, Any]:
        answer: dict[str, Any] = {"@id": f"{self.context.absolute_url()}/@workflow"}
        if expand:
            answer["state"] = state(self.context, api.content.get_state(self.context))
            answer["transitions"] = [self._issue()] if self._may_issue() else []
            answer["history"] = history(self.context)
        return {"workflow": answer}

    def _may_issue(self) -> bool:
        draft = api.content.get_state(self.context) == "draft"
        return draft and bool(api.user.has_permission(ISSUE, obj=self.context))

    def _issue(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@workflow/{STEP}",
            "id": STEP,
            "title": step_title(self.context, STEP),
            "facts": [],
            "missing": [shown(finding, self.request) for finding in missing(self.context, today())],
        }


class Get(Service):
    """The answer in full."""

    def reply(self) -> dict[str, Any]:
        answer: dict[str, Any] = Workflow(self.context, self.request)(expand=True)["workflow"]
        return answer

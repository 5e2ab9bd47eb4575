"""States, steps and the history of a convention, in words."""

from plone import api
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate


JOURNAL = "collective.conventions: View Journal"


def workflow_of(convention: Any) -> Any:
    """The workflow definition of a convention."""
    (workflow,) = api.portal.get_tool("portal_workflow").getWorkflowsFor(convention)
    return workflow


def target_of(convention: Any, step: str) -> str:
    """The state to which a step leads."""
    found: str = workflow_of(convention).transitions[step].new_state_id
    return found


def state(convention: Any, name: str) -> dict[str, str]:
    """A state with its title."""
    return {"id": name, "title": _words(workflow_of(convention).states[name].title)}


def step_title(convention: Any, step: str) -> str:
    """What a step is called."""
    return _words(workflow_of(convention).transitions[step].actbox_name or step)


def last_entry(convention: Any) -> dict[str, Any]:
    """The step taken last, also for who sees the convention no more."""
    tool = api.portal.get_tool("portal_workflow")
    return _entry(convention, tool.getStatusOf(workflow_of(convention).id, convention))


def history(convention: Any) -> list[dict[str, Any]]:
    """All steps taken, for who may read the journal; nothing for others."""
    if not api.user.has_permission(JOURNAL, obj=convention):
        return []
    taken = convention.workflow_history.get(workflow_of(convention).id, ())
    return [_entry(convention, status) for status in taken]


def _entry(convention: Any, status: dict[str, Any]) -> dict[str, Any]:
    title = state(convention, status["review_state"])["title"]
    entry: dict[str, Any] = json_compatible({**status, "title": title})
    return entry


def _words(title: str) -> str:
    words: str = translate(title, domain="collective.conventions", context=getRequest())
    return words

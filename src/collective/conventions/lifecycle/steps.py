"""Taking a step: the one road, for pages, services and commands alike."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.values import dossier_of
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms import steps
from collective.conventions.terms.findings import Finding
from datetime import date
from plone import api
from typing import Any


#: step → (state it leaves, permission it asks for, facts that are given with it)
STEPS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "approve": ("draft", "collective.conventions: Approve", ()),
    "withdraw": ("council_approved", "collective.conventions: Withdraw Approval", ()),
    "sign": ("council_approved", "collective.conventions: Sign", ()),
    "terminate": (
        "signed",
        "collective.conventions: Terminate",
        ("termination_date", "termination_reason"),
    ),
}


def missing(
    convention: Any,
    step: str,
    today: date,
    *,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Everything that the step lacks, at once; empty when it may be taken."""
    given = {**(facts or {}), "withdrawal_reason": reason}
    return steps.missing(step, dossier_of(snapshot(convention), today, **given))


def foreseen(convention: Any, step: str, today: date) -> tuple[Finding, ...]:
    """What will prevent the signature and can no longer be mended once ``step`` is taken.

    The approval closes the text, so a blank in it (W10) should be filled in before.
    """
    if step != "approve":
        return ()
    return tuple(f for f in missing(convention, "sign", today) if f.code == "blank_unfilled")


def possible(convention: Any) -> tuple[str, ...]:
    """The steps that lead out of the present state and that the current user may take."""
    state = api.content.get_state(convention)
    return tuple(
        step
        for step, (source, permission, _facts) in STEPS.items()
        if source == state and api.user.has_permission(permission, obj=convention)
    )


def take(
    convention: Any,
    step: str,
    today: date,
    *,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Take ``step``, or refuse it and change nothing.

    :param reason: why, in the actor's words; ``withdraw`` needs one.
    :param facts: values given with the step (``STEPS``); they are written as it is taken.
    :raises Forbidden: the current user may not take it.
    :raises Conflict: it does not lead out of the present state.
    :raises UnprocessableEntity: something is missing; ``findings`` names all of it.
    """
    source, permission, _names = STEPS[step]
    if not api.user.has_permission(permission, obj=convention):
        raise Forbidden(_("You may not take this step."))
    if api.content.get_state(convention) != source:
        raise Conflict(_("This step does not lead out of the present state."))
    given = facts_of_step(step, facts or {})
    refuse_unless_complete(missing(convention, step, today, reason=reason, facts=given))
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(convention, step, comment=reason, **given)


def facts_of_step(step: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Of the ``options`` given to the workflow, those that are facts of the step."""
    names = STEPS[step][2] if step in STEPS else ()
    return {name: options[name] for name in names if name in options}


def refuse_unless_complete(findings: tuple[Finding, ...]) -> None:
    """Raise with all findings, if there are any."""
    if findings:
        raise UnprocessableEntity(_("The step cannot be taken yet."), findings)

"""Taking a step: the one road, for pages, services and commands alike."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.values import dossier_of
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import IStepGuard
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle import amendments
from collective.conventions.terms import steps
from collective.conventions.terms.findings import Finding
from datetime import date
from plone import api
from typing import Any
from zope.component import subscribers


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
OF_CONVENTIONS = ("terminate",)


def steps_of(content: Any) -> tuple[str, ...]:
    """The steps of a convention, or of an amendment: one ends with its convention."""
    amendment = IAmendment.providedBy(content)
    return tuple(step for step in STEPS if not (amendment and step in OF_CONVENTIONS))


def missing(
    convention: Any,
    step: str,
    today: date,
    *,
    reason: str = "",
    facts: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Everything that the step lacks, at once; empty when it may be taken."""
    if IAmendment.providedBy(convention):
        own = amendments.missing(convention, step, today, reason=reason)
    else:
        given = {**(facts or {}), "withdrawal_reason": reason}
        own = steps.missing(step, dossier_of(snapshot(convention), today, **given))
    guards = subscribers((convention,), IStepGuard)
    return (*own, *(finding for guard in guards for finding in guard.lacks(step, today)))


def foreseen(convention: Any, step: str, today: date) -> tuple[Finding, ...]:
    """What will prevent the signature and can no longer be mended once ``step`` is taken.

    The approval closes the text, so a blank in it (W10), or an article twice (W11), should be
    mended before.
    """
    if step != "approve":
        return ()
    lacking, texts = missing(convention, "sign", today), ("text", "text_changes")
    return tuple(f for f in lacking if f.code == "blank_unfilled" or f.field in texts)


def possible(convention: Any) -> tuple[str, ...]:
    """The steps that lead out of the present state and that the current user may take."""
    state = api.content.get_state(convention)
    return tuple(
        step
        for step in steps_of(convention)
        if STEPS[step][0] == state and api.user.has_permission(STEPS[step][1], obj=convention)
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

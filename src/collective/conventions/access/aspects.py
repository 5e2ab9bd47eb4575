"""What the current user may change of a convention, by its state and his roles."""

from collections.abc import Mapping
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import Reading
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.locks import changed
from collective.conventions.terms.locks import open_aspects
from collective.conventions.terms.locks import refused
from plone import api
from typing import Any


PERMISSIONS = {
    "terms": "collective.conventions: Edit Terms",
    "decision": "collective.conventions: Record Decision",
    "signature": "collective.conventions: Record Signature",
    "follow_up": "collective.conventions: Follow Up",
    "ending": "collective.conventions: Record Ending",
}
#: Who may fill in what of a new amendment: those whom its draft will let do so.
OF_AMENDMENTS = {
    "terms": "collective.conventions: Add Amendment",
    "decision": "collective.conventions: Approve",
    "follow_up": "collective.conventions: Add Amendment",
}
#: The state in which a convention begins.
FIRST_STATE = "draft"


def has_aspects(content: Any) -> bool:
    """Whether what of it may be changed depends on its state: a convention, or an amendment."""
    return IConvention.providedBy(content) or IAmendment.providedBy(content)


def permitted(convention: Any) -> frozenset[str]:
    """The aspects that the current user may change now."""
    state = api.content.get_state(convention)
    return frozenset(
        aspect
        for aspect in open_aspects(state)
        if api.user.has_permission(PERMISSIONS[aspect], obj=convention)
    )


def locked(convention: Any, after: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What ``after`` would change although the state of the convention forbids it to everybody."""
    return refused(api.content.get_state(convention), Reading(convention), after)


def forbidden(convention: Any, after: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields that ``after`` would change although the current user may not."""
    allowed = permitted(convention)
    changes = changed(Reading(convention), after)
    return tuple(sorted({field for field, _row, _col, aspect in changes if aspect not in allowed}))


def locked_in_new(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What a new convention may not hold yet, whoever adds it."""
    return refused(FIRST_STATE, before, after)


def permitted_in_new(container: Any) -> frozenset[str]:
    """The aspects of a new convention, or amendment, that the current user may fill in.

    Where the convention is added he has the permissions that a draft will give him. A convention
    that is signed has closed its own terms, so of an amendment in it other permissions tell.
    """
    asked = OF_AMENDMENTS if IConvention.providedBy(container) else PERMISSIONS
    return frozenset(
        aspect
        for aspect in open_aspects(FIRST_STATE)
        if api.user.has_permission(asked[aspect], obj=container)
    )


def forbidden_in_new(
    container: Any, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[str, ...]:
    """The fields of a new convention that the current user may not fill in."""
    allowed = permitted_in_new(container)
    changes = changed(before, after)
    return tuple(sorted({field for field, _row, _col, aspect in changes if aspect not in allowed}))

"""What the current user may change of a convention, by its state and his roles."""

from collections.abc import Mapping
from collective.conventions.content.values import snapshot
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
    return refused(api.content.get_state(convention), snapshot(convention), after)


def forbidden(convention: Any, after: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields that ``after`` would change although the current user may not."""
    allowed = permitted(convention)
    changes = changed(snapshot(convention), after)
    return tuple(sorted({field for field, _row, _col, aspect in changes if aspect not in allowed}))

"""Deliberations as the answers carry them."""

from collective.conventions.content import vocabularies
from collective.conventions.lifecycle.deliberating import decided
from collective.conventions.services.workflow.states import state
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import deliberations_of
from plone import api
from typing import Any
from zope.i18n import translate


def deliberations_told(convention: Any, request: Any) -> dict[str, Any]:
    """Every deliberation by its sitting; ``standing`` marks the adoption that counts."""
    counting = decided(convention)
    found = deliberations_of(convention.deliberations)
    return {
        "@id": f"{convention.absolute_url()}/@deliberation",
        "state": state(convention, api.content.get_state(convention)),
        "items": [_told(one, one == counting, request) for one in found],
    }


def _told(one: Deliberation, standing: bool, request: Any) -> dict[str, Any]:
    return {
        "body": _choice(vocabularies.DELIBERATING_BODIES, one.body, request),
        "sitting": one.sitting.isoformat(),
        "outcome": _choice(vocabularies.DELIBERATION_OUTCOMES, one.outcome, request),
        "number": one.number or None,
        "remark": one.remark or None,
        "standing": standing,
    }


def _choice(vocabulary: Any, token: str, request: Any) -> dict[str, str]:
    known = token in vocabulary
    title = translate(vocabulary.getTerm(token).title, context=request) if known else token
    return {"token": token, "title": title}

"""What a run would issue, as the answers carry it."""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing.foreseen import Foreseen
from collective.conventions.billing.plan import plan
from collective.conventions.billing.plan import Planned
from collective.conventions.billing.prospect import Preview
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.document.told import document_told
from collective.conventions.services.refusals.problem import shown
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from datetime import date
from typing import Any


def foreseen_told(one: Foreseen, request: Any) -> dict[str, Any]:
    """The documents of a convention, or why nobody can tell."""
    record = one.record
    return {
        "convention": {
            "@id": record.getURL(),
            "UID": record.UID,
            "title": record.Title,
            "reference": record.convention_reference or "",
        },
        "documents": documents_told(one.planned, request),
        "failure": one.failure or None,
    }


def planned_for(convention: Any, on: date, today: date) -> tuple[Planned, ...]:
    """What is to be issued for a convention.

    :raises UnprocessableEntity: its prices make no amount that can be charged.
    """
    try:
        return plan(convention, on, today)
    except InvalidAmount as error:
        found = Finding(error.code, "prices", {"maximum": int(MAXIMUM)})
        raise UnprocessableEntity(_("These prices make no amount that can be charged."), [found])


def documents_told(found: Sequence[Planned], request: Any) -> list[dict[str, Any]]:
    """Documents to come, each with what keeps it from being issued."""
    return [
        {
            **document_told(planned.document, planned.reasons),
            "findings": [shown(finding, request) for finding in planned.findings],
        }
        for planned in found
    ]


def space_told(one: Preview) -> dict[str, Any]:
    """What is due in a space; sentences are in the space's language."""
    return {
        "space": one.space,
        "net": str(one.net),
        "held": one.held,
        "documents": [
            {
                "convention": {"title": found.title, "path": found.path},
                "document": document_told(found.document),
                "lacks": list(found.lacks),
            }
            for found in one.prospects
        ],
        "failures": [asdict(failure) for failure in one.failures],
    }

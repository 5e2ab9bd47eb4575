"""What a run would issue for a convention, as the answers carry it."""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing.plan import plan
from collective.conventions.billing.plan import Planned
from collective.conventions.billing.run import why
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.document.told import document_told
from collective.conventions.services.refusals.problem import shown
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.findings import Finding
from datetime import date
from typing import Any
import logging


logger = logging.getLogger(__name__)


def convention_told(record: Any, on: date, today: date, request: Any) -> dict[str, Any]:
    """The documents of a convention; where it cannot be read, why, and no other is the worse."""
    answer = {
        "convention": {
            "@id": record.getURL(),
            "UID": record.UID,
            "title": record.Title,
            "reference": record.convention_reference or "",
        },
        "documents": [],
        "failure": None,
    }
    try:
        found = planned_for(record._unrestrictedGetObject(), on, today)
        return {**answer, "documents": documents_told(found, request)}
    except Exception as error:
        logger.info("%s could not be looked through", record.getPath(), exc_info=True)
        return {**answer, "failure": why(error)}


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

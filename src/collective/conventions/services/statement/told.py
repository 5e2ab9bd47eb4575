"""The movements of a statement as the answers carry them."""

from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.statement import Statement
from collective.conventions.billing.payments.taking import Taken
from collective.conventions.services.refusals.problem import shown
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def statement_told(statement: Statement, taken: Taken, request: Any) -> dict[str, Any]:
    """What came of a statement: ``known`` counts what had been dealt with before."""
    about = {name: value for name, value in asdict(statement).items() if name != "entries"}
    found: dict[str, Any] = json_compatible(about)
    return {
        **found,
        "movements": len(statement.entries),
        "recorded": [arrival_told(one, request) for one in taken.recorded],
        "waiting": [arrival_told(one, request) for one in taken.waiting],
        "known": taken.known,
        "failures": [asdict(one) for one in taken.failures],
    }


def arrival_told(one: Arrival, request: Any) -> dict[str, Any]:
    """A movement with what it pays, or could be meant for."""
    found: dict[str, Any] = json_compatible(asdict(one.entry))
    return {
        **found,
        "account": one.account,
        "verdict": one.match.verdict,
        "ground": one.match.ground,
        "invoices": [
            {
                "space": claim.space,
                "UID": claim.uid,
                "number": claim.number,
                "open": str(claim.open),
            }
            for claim in one.invoices
        ],
        "findings": [shown(finding, request) for finding in one.findings],
    }

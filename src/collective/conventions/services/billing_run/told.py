"""The record of a run as the answers carry it."""

from collective.conventions.billing.runs import Run
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def told(run: Run, address: str) -> dict[str, Any]:
    """Who, when, what was issued, what failed and why."""
    answer: dict[str, Any] = json_compatible(asdict(run))
    return {"@id": f"{address}/{run.id}", **answer, "complete": run.complete}

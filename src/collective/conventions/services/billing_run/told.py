"""The records of runs as the answers carry them."""

from collective.conventions.billing.runs import Run
from collective.conventions.billing.server_runs import ServerRun
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def told(run: Run, address: str) -> dict[str, Any]:
    """Who, when, what was issued, what failed and why."""
    answer = {name: value for name, value in asdict(run).items() if name != "reached"}
    found: dict[str, Any] = json_compatible(answer)
    return {"@id": f"{address}/{run.id}", **found, "complete": run.complete}


def server_told(run: ServerRun, address: str) -> dict[str, Any]:
    """The same of a run over the spaces, with what it did in each of them."""
    answer = {name: value for name, value in asdict(run).items() if name not in ("names", "shares")}
    found: dict[str, Any] = json_compatible(answer)
    return {
        "@id": f"{address}/{run.id}",
        **found,
        "issued": run.issued,
        "failures": run.failures,
        "spaces": [json_compatible(asdict(share)) for share in run.shares],
        "left": list(run.left),
        "complete": run.ended is not None,
    }

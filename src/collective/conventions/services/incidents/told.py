"""What a service answers of an incident."""

from collective.conventions.server.incident import Incident
from collective.conventions.server.incident import Step
from typing import Any


def told(incident: Incident, address: str, *, outside: bool = True) -> dict[str, Any]:
    """An incident with its steps.

    :param outside: whether the operator asks, who also reads of what the entity is told.
    """
    found: dict[str, Any] = {
        "@id": f"{address}/{incident.id}",
        "id": incident.id,
        "kind": incident.kind,
        "title": incident.title,
        "happened": incident.happened,
        "state": incident.state,
        "severity": incident.severity or None,
        "awaits_answer": incident.awaits_answer,
        "steps": [_step(step, outside) for step in incident.steps],
    }
    if outside:
        found["space"] = incident.space_id
    return found


def _step(step: Step, outside: bool) -> dict[str, Any]:
    found = {
        "kind": step.kind,
        "instant": step.instant,
        "actor": step.actor,
        "name": step.name,
        "of_the_space": step.own,
        "reason": step.reason,
        "detail": dict(step.detail),
    }
    return {**found, "told": step.told} if outside else found

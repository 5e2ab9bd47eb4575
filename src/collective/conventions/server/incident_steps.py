"""The steps of an incident: what each needs, when it is possible, whether the entity is told."""

from collections.abc import Container
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.incident import Incident
from collective.conventions.server.incident import SEVERITIES
from collective.conventions.server.suspension import ACCOUNTS
from collective.conventions.server.suspension import SCOPES
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Kind:
    """A step: what it is called when it is to be taken, and when it has been."""

    title: Message
    done: Message
    #: Whether the entity is told, unless the operator decides otherwise.
    told: bool = True
    #: Whether the members of the space may take it.
    entity: bool = False


STEPS: dict[str, Kind] = {
    "triaged": Kind(_("Assess"), _("Assessed")),
    "asked": Kind(_("Ask for co-operation"), _("Co-operation asked for")),
    "answered": Kind(_("Answer"), _("Answered"), entity=True),
    "warned": Kind(_("Warn"), _("Warned")),
    "suspended": Kind(_("Suspend"), _("incident_suspended", default="Suspended")),
    "reinstated": Kind(_("Reinstate"), _("Reinstated")),
    # What the authorities look into is for them to tell.
    "authorities": Kind(
        _("Inform the judicial authorities"), _("Judicial authorities informed"), told=False
    ),
    "noted": Kind(_("Note"), _("Noted"), told=False),
    "closed": Kind(_("Close"), _("Closed")),
    "reopened": Kind(_("Open again"), _("Opened again")),
}
REPORTED = _("Reported")
LONGEST_AUTHORITY = 200


def title_of(kind: str) -> Message:
    """What a step is called that has been taken."""
    return STEPS[kind].done if kind in STEPS else REPORTED


def possible(incident: Incident, suspended: bool) -> tuple[str, ...]:
    """The steps that the operator may take now, in their order."""
    if incident.state == "closed":
        return ("reopened",)
    out = {"reopened", "closed" if suspended else "reinstated"}
    if not incident.awaits_answer:
        out.add("answered")
    return tuple(kind for kind in STEPS if kind not in out)


def check_possible(incident: Incident, kind: str, suspended: bool, own: bool) -> None:
    """Refuse a step that cannot be taken now, or not by a member of the space.

    :raises UnprocessableEntity: nobody knows such a step.
    :raises Forbidden: a member of the space would take it, and it is not his.
    :raises Conflict: it is not possible now.
    """
    if kind not in STEPS:
        wrong = Finding("unknown_choice", "step", {"value": kind[:100]})
        raise UnprocessableEntity(_("There is no such step."), [wrong])
    if own and not STEPS[kind].entity:
        raise Forbidden(_("Only the maintenance team takes this step."))
    if kind not in possible(incident, suspended):
        if kind == "closed" and suspended:
            raise Conflict(_("The space is still suspended. Please reinstate it first."))
        raise Conflict(_("This step is not possible now."))


def check_detail(kind: str, detail: Mapping[str, Any]) -> dict[str, Any]:
    """What the step is about, beside its reason; what does not belong to it is left out.

    :raises UnprocessableEntity: something is missing or unknown.
    """
    match kind:
        case "triaged":
            _check_choice("severity", detail, SEVERITIES)
            return {"severity": detail["severity"]}
        case "suspended":
            _check_choice("scope", detail, SCOPES)
            accounts = [str(name) for name in detail.get("accounts") or ()]
            if detail["scope"] == ACCOUNTS and not accounts:
                raise _lacking("accounts")
            return {"scope": detail["scope"], "accounts": accounts}
        case "authorities":
            authority = str(detail.get("authority") or "").strip()
            if not authority:
                raise _lacking("authority")
            if len(authority) > LONGEST_AUTHORITY:
                wrong = Finding("text_too_long", "authority", {"maximum": LONGEST_AUTHORITY})
                raise UnprocessableEntity(findings=[wrong])
            return {"authority": authority}
    return {}


def _check_choice(field: str, detail: Mapping[str, Any], choices: Container[str]) -> None:
    value = str(detail.get(field) or "")
    if not value:
        raise _lacking(field)
    if value not in choices:
        raise UnprocessableEntity(
            findings=[Finding("unknown_choice", field, {"value": value[:100]})]
        )


def _lacking(field: str) -> UnprocessableEntity:
    return UnprocessableEntity(_("Something is missing."), [Finding("required", field)])

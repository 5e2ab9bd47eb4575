"""Incidents (C10): what a space or the operator reports, and every step that follows.

An incident is the list of its steps: each says what was done, when, by whom and why, and whether
the entity is told of it. All are entries in the journal of the server; those of which the entity
is told are entries in the journal of its space, too.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.incident import Incident
from collective.conventions.server.incident import KINDS
from collective.conventions.server.incident import Step
from collective.conventions.server.incident_steps import check_detail
from collective.conventions.server.incident_steps import check_possible
from collective.conventions.server.incident_steps import STEPS
from collective.conventions.server.journal import record
from collective.conventions.server.letter_words import TO_MANAGERS
from collective.conventions.server.letter_words import TO_OPERATORS
from collective.conventions.server.letters import write
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.space_journal import tell
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import reinstate
from collective.conventions.server.suspension import suspend
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from typing import Any


NAME = "incidents"
LONGEST_TITLE, LONGEST_TEXT = 200, 10_000


def incidents(app: Any, space_id: str = "") -> list[Incident]:
    """All incidents, or those of one space; the latest first."""
    found = [Incident.read(values) for values in (kept(app, NAME) or {}).values()]
    return [one for one in reversed(found) if space_id in ("", one.space_id)]


def incident(app: Any, incident_id: str) -> Incident:
    """One incident.

    :raises NotFound: there is none of this number.
    """
    values = (kept(app, NAME) or {}).get(incident_id)
    if values is None:
        raise NotFound(_("There is no incident “${id}”.", mapping={"id": incident_id}))
    return Incident.read(values)


def report(
    app: Any,
    space_id: str,
    *,
    kind: str,
    title: str,
    text: str,
    happened: str = "",
    actor: str,
    name: str = "",
    own: bool = True,
) -> Incident:
    """Report an incident.

    :param happened: when it happened, in the words of who reports it.
    :param own: whether a member of the space reports it; else the operator.
    :raises NotFound: there is no such space.
    :raises UnprocessableEntity: something is missing, too long, or of an unknown kind.
    """
    if not has_space(app, space_id):
        raise NotFound(_("There is no space “${id}”.", mapping={"id": space_id}))
    title, text, happened = title.strip(), text.strip(), happened.strip()
    _check({"kind": kind, "title": title, "text": text}, {"happened": happened})
    first = Step("reported", _now(), actor, name, text, True, {}, own)
    made = Incident(_next_id(app), space_id, kind, title, happened, (first,))
    shelf(app, NAME)[made.id] = asdict(made)
    _write_down(app, made, first)
    return made


def take(
    app: Any,
    incident_id: str,
    kind: str,
    *,
    reason: str,
    actor: str,
    name: str = "",
    told: bool | None = None,
    detail: Mapping[str, Any] | None = None,
    own: bool = False,
) -> Incident:
    """Take a step of an incident; suspending and reinstating do what they say.

    :param kind: one of ``STEPS``.
    :param told: whether the entity is told; None for what is usual with this step.
    :param detail: what the step needs beside the reason: ``severity``, ``scope`` and ``accounts``,
        ``authority``.
    :param own: whether a member of the space takes it; he may only answer.
    :raises NotFound: there is no such incident.
    :raises UnprocessableEntity: the reason or a detail is missing.
    :raises Conflict: the step is not possible now.
    """
    found = incident(app, incident_id)
    reason = reason.strip()
    _check({"reason": reason}, {})
    suspended = suspension_of(app, found.space_id) is not None
    check_possible(found, kind, suspended, own)
    known = check_detail(kind, detail or {})
    usual = STEPS[kind].told
    step = Step(kind, _now(), actor, name, reason, usual if told is None else told, known, own)
    if kind == "suspended":
        step = replace(step, told=True)
        suspend(app, found.space_id, reason=reason, actor=actor, incident=found.id, **known)
    elif kind == "reinstated":
        step = replace(step, told=True)
        reinstate(app, found.space_id, reason=reason, actor=actor, incident=found.id)
    else:
        _write_down(app, found, step)
    made = replace(found, steps=(*found.steps, step))
    shelf(app, NAME)[made.id] = asdict(made)
    return made


def suspension_of(app: Any, space_id: str) -> Any:
    """How a space is suspended; None where it is not, or is gone."""
    return is_suspended(app[space_id]) if space_id in app.objectIds() else None


def _write_down(app: Any, made: Incident, step: Step) -> None:
    """The step in the journal of the server, and in that of the space if the entity is told."""
    action, after = f"incident_{step.kind}", {"incident": made.id, **step.detail}
    who = f"{made.space_id}/{step.actor}" if step.own else step.actor
    record(app, action, actor=who, subject=made.space_id, reason=step.reason, after=after)
    if step.told and made.space_id in app.objectIds():
        with entered(app, made.space_id) as portal:
            _tell(portal, made, step)


def _tell(portal: Any, made: Incident, step: Step) -> None:
    """The step in the journal of the space, and by mail where it cannot wait."""
    tell(
        portal,
        f"incident_{step.kind}",
        step.actor,
        step.reason,
        after=step.detail,
        subject=f"{made.id} {made.title}",
        own=step.own,
    )
    if step.kind in (TO_OPERATORS if step.own else TO_MANAGERS):
        write(portal, step.kind, actor=step.actor, reason=step.reason, incident=made.id)


def _next_id(app: Any) -> str:
    """The year and a number; two at the same moment conflict, and one of them is tried again."""
    year = datetime.now(UTC).year
    known = shelf(app, NAME)
    last = known.maxKey() if known else ""
    number = int(last.partition("-")[2]) if last.startswith(f"{year}-") else 0
    return f"{year}-{number + 1:05}"


def _check(needed: Mapping[str, str], other: Mapping[str, str]) -> None:
    """Refuse what is empty though it is needed, too long, or of an unknown kind."""
    if lacking := [Finding("required", name) for name, value in needed.items() if not value]:
        raise UnprocessableEntity(_("Something is missing."), lacking)
    wrong = []
    for name, value in {**needed, **other}.items():
        longest = LONGEST_TEXT if name in ("text", "reason") else LONGEST_TITLE
        if len(value) > longest:
            wrong.append(Finding("text_too_long", name, {"maximum": longest}))
        elif name == "kind" and value not in KINDS:
            wrong.append(Finding("unknown_choice", name, {"value": value}))
    if wrong:
        raise UnprocessableEntity(findings=wrong)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")

"""What the operator answers: yes or no with the reason, and that it is done (C3, C4)."""

from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import present_actor
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.server.tools.install import install
from collective.conventions.server.tools.requests import ACCEPTED
from collective.conventions.server.tools.requests import Actor
from collective.conventions.server.tools.requests import check_step
from collective.conventions.server.tools.requests import DECLINED
from collective.conventions.server.tools.requests import DONE
from collective.conventions.server.tools.requests import LONGEST
from collective.conventions.server.tools.requests import Request
from collective.conventions.server.tools.requests import request
from collective.conventions.server.tools.requests import step
from collective.conventions.server.tools.requests import TOOL
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from typing import Any


@dataclass(frozen=True)
class Answer:
    """Why; how much work it is, and who else gains by it."""

    reason: str = ""
    workload: str = ""
    benefit: str = ""


def answer(app: Any, space_id: str, number: int, *, accept: bool, given: Answer) -> Request:
    """Accept or decline a request.

    :raises UnprocessableEntity: there is no reason, or something is too long.
    :raises Conflict: it has been dealt with already.
    """
    found, state = request(app, space_id, number), ACCEPTED if accept else DECLINED
    check_step(found, state)
    given = Answer(*(getattr(given, one.name).strip() for one in fields(Answer)))
    _check(given, needed=True)
    answered = replace(
        found,
        workload=given.workload or found.workload,
        benefit=given.benefit or found.benefit,
    )
    return step(app, answered, state, _operator(), given.reason)


def fulfil(app: Any, space_id: str, number: int, *, note: str = "") -> Request:
    """Do what was accepted: a tool is installed, of an adaptation it is said that it is there.

    :raises Conflict: it was not accepted, or the tool is there already.
    :raises UnprocessableEntity: the tool cannot be installed.
    """
    found = request(app, space_id, number)
    check_step(found, DONE)
    _check(Answer(note.strip()), needed=False)
    if found.kind == TOOL:
        install(app, space_id, tool(app, found.tool), reason=note.strip())
    return step(app, found, DONE, _operator(), note.strip())


def _operator() -> Actor:
    who = present_actor()
    return Actor(who, who)


def _check(given: Answer, *, needed: bool) -> None:
    missing = [Finding("required", "reason")] if needed and not given.reason else []
    too_long = [
        Finding("text_too_long", one.name, {"maximum": LONGEST})
        for one in fields(given)
        if len(getattr(given, one.name)) > LONGEST
    ]
    if findings := (*missing, *too_long):
        raise UnprocessableEntity(findings=findings)

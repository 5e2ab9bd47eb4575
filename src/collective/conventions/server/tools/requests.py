"""What the entities ask for: a tool of the catalogue, or that something be adapted (C3, C4)."""

from BTrees.IOBTree import IOBTree
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from typing import Any
from zExceptions import NotFound


NAME = "tool_requests"
TOOL, ADAPTATION = "tool", "adaptation"
KINDS = (TOOL, ADAPTATION)
ASKED, ACCEPTED, DECLINED, DONE, WITHDRAWN = "asked", "accepted", "declined", "done", "withdrawn"
STATES = (ASKED, ACCEPTED, DECLINED, DONE, WITHDRAWN)
#: What somebody still has to do something for.
OPEN = (ASKED, ACCEPTED)
LONGEST = 5000


@dataclass(frozen=True)
class Actor:
    """Who does something: the id for the journal, the name for people."""

    id: str
    name: str


@dataclass(frozen=True)
class Step:
    """Something that was done with a request; ``instant`` is UTC, ISO 8601."""

    instant: str
    state: str
    actor: str
    name: str
    reason: str = ""


@dataclass(frozen=True)
class Request:
    """What a space asks for, and everything that was answered.

    ``tool`` is the id of a tool; of an adaptation that concerns none it is empty.
    """

    space: str
    number: int
    kind: str
    tool: str
    text: str
    steps: tuple[Step, ...]
    #: Of an answer: how much work it is, and who else gains by it.
    workload: str = ""
    benefit: str = ""

    @property
    def state(self) -> str:
        return self.steps[-1].state

    @property
    def open(self) -> bool:
        return self.state in OPEN


def requests_of(app: Any, space_id: str) -> tuple[Request, ...]:
    """What a space has asked for, the latest first."""
    found = (kept(app, NAME) or {}).get(space_id, {})
    return tuple(_request(values) for _number, values in reversed(list(found.items())))


def all_requests(app: Any) -> tuple[Request, ...]:
    """What all spaces have asked for: what is open first, then the latest first."""
    found = [one for space_id in (kept(app, NAME) or {}) for one in requests_of(app, space_id)]
    latest = sorted(found, key=lambda one: one.steps[-1].instant, reverse=True)
    return tuple(sorted(latest, key=lambda one: STATES.index(one.state) if one.open else 9))


def request(app: Any, space_id: str, number: int) -> Request:
    """One request.

    :raises NotFound: there is none of that number.
    """
    values = (kept(app, NAME) or {}).get(space_id, {}).get(number)
    if values is None:
        raise NotFound(f"{space_id}/{number}")
    return _request(values)


def ask(app: Any, space_id: str, *, kind: str, tool_id: str, text: str, actor: Actor) -> Request:
    """Ask for a tool, or for an adaptation, of the operator.

    :raises UnprocessableEntity: something is missing, unknown, too long or asked for already.
    """
    if findings := _findings(app, space_id, kind, tool_id, text):
        raise UnprocessableEntity(findings=findings)
    own = shelf(app, NAME).setdefault(space_id, IOBTree())
    first = Step(now(), ASKED, f"{space_id}/{actor.id}", actor.name)
    number = own.maxKey() + 1 if own else 1
    made = Request(space_id, number, kind, tool_id, text.strip(), (first,))
    return keep(app, made)


def withdraw(app: Any, space_id: str, number: int, *, actor: Actor) -> Request:
    """Take back what was asked for.

    :raises Conflict: it is not open any more.
    """
    found = request(app, space_id, number)
    return step(app, found, WITHDRAWN, Actor(f"{space_id}/{actor.id}", actor.name))


def step(app: Any, found: Request, state: str, actor: Actor, reason: str = "") -> Request:
    """Take a request one step on.

    :raises Conflict: it is not in a state from which that step leads on.
    """
    check_step(found, state)
    taken = Step(now(), state, actor.id, actor.name, reason)
    return keep(app, replace(found, steps=(*found.steps, taken)))


def keep(app: Any, changed: Request) -> Request:
    """Store a request after a step, with an entry in the server's journal."""
    shelf(app, NAME)[changed.space][changed.number] = asdict(changed)
    last = changed.steps[-1]
    told = {name: getattr(changed, name) for name in ("kind", "tool", "text")}
    answered = {name: getattr(changed, name) for name in ("workload", "benefit")}
    record(
        app,
        f"request_{last.state}",
        actor=last.actor,
        subject=f"{changed.space}/{changed.number}",
        reason=last.reason,
        after={name: value for name, value in (told | answered).items() if value},
    )
    return changed


def check_step(found: Request, state: str) -> None:
    """Refuse a step that does not lead on from where a request stands."""
    ways = {ASKED: (ACCEPTED, DECLINED, WITHDRAWN), ACCEPTED: (DECLINED, DONE, WITHDRAWN)}
    if state not in ways.get(found.state, ()):
        raise Conflict(_("This request has been dealt with already."))


def now() -> str:
    """This moment as steps have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _findings(app: Any, space_id: str, kind: str, tool_id: str, text: str) -> tuple[Finding, ...]:
    found = []
    if kind not in KINDS:
        found.append(Finding("unknown_choice", "kind", {"value": kind[:100]}))
    if kind == TOOL and not tool_id:
        found.append(Finding("required", "tool"))
    if tool_id and not _is_known(app, tool_id):
        found.append(Finding("unknown_choice", "tool", {"value": tool_id[:100]}))
    if kind == ADAPTATION and not text.strip():
        found.append(Finding("required", "text"))
    if len(text) > LONGEST:
        found.append(Finding("text_too_long", "text", {"maximum": LONGEST}))
    if kind == TOOL and any(
        one.open and (one.kind, one.tool) == (TOOL, tool_id) for one in requests_of(app, space_id)
    ):
        found.append(Finding("asked_already", "tool"))
    return tuple(found)


def _is_known(app: Any, tool_id: str) -> bool:
    try:
        return bool(tool(app, tool_id))
    except NotFound:
        return False


def _request(values: Mapping[str, Any]) -> Request:
    return Request(**{**values, "steps": tuple(Step(**one) for one in values["steps"])})

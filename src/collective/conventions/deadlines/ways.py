"""The ways to end a convention: what each needs, what of it is there, and the day it leads to."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.values import Reading
from collective.conventions.deadlines.timelines import rules_of
from collective.conventions.terms.consequences import Consequence
from collective.conventions.terms.consequences import consequences
from collective.conventions.terms.dated import Params
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.letters import column_of
from collective.conventions.terms.rules import TOPICS
from collective.conventions.terms.termination import Route
from collective.conventions.terms.termination import routes
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Any


#: What a way can need.
NEEDS = (
    "letter",
    "day",
    "proof",
    "cure_over",
    "agreed_day",
    "signatures",
    "event",
    "end_reached",
    "outcome",
    "decision_day",
)
#: route → what the supervisory authority must have decided.
OUTCOMES = {"resolutory": "annulled", "refusal": "refused"}


@dataclass(frozen=True)
class Need:
    """One thing that a way needs: whether it is there, and where it is entered.

    ``day`` and ``party`` say more of it as far as it is known; without a ``finding`` nobody enters
    it. What is ``optional`` keeps nobody from going on.
    """

    code: str
    met: bool
    finding: Finding | None = None
    day: date | None = None
    party: str = ""
    params: Params = field(default_factory=dict, hash=False)
    optional: bool = False


@dataclass(frozen=True)
class Way:
    """A route with its needs; ``letter`` is the one on record that it rests on, if any.

    ``clause`` is the text on which the last day rests; ``supposed`` means that this day supposes
    that the missing letter were given today.
    """

    route: Route
    needs: tuple[Need, ...] = ()
    letter: Consequence | None = None
    clause: str = ""

    @property
    def open(self) -> bool:
        return not self.route.closed

    @property
    def supposed(self) -> bool:
        return self.route.effective is not None and bool(self.route.needs)

    @property
    def ready(self) -> bool:
        """Whether the step can be taken now, on the ground of this way."""
        there = all(need.met or need.optional for need in self.needs)
        return self.open and self.route.ready and there


def letters_of(convention: Any) -> tuple[Consequence, ...]:
    """What each letter of a convention sets going, in the order of its rows."""
    return consequences(*rules_of(convention))


def ways_of(convention: Any, today: date) -> tuple[Way, ...]:
    """Every way to end a convention, in the order of ``termination.ROUTES``."""
    term, facts = rules_of(convention)
    rows = [row for row in Reading(convention)["notices"] or () if isinstance(row, Mapping)]
    told = consequences(term, facts)
    return tuple(
        _way(route, term, facts, told, rows, today) for route in routes(term, facts, today)
    )


def _way(
    route: Route,
    term: Term,
    facts: Facts,
    told: tuple[Consequence, ...],
    rows: list[Mapping[str, Any]],
    today: date,
) -> Way:
    if route.closed:
        return Way(route)
    letter = _letter(route, told)
    if route.letter:
        needs = tuple(_of_letter(route, term, letter, rows, today))
    else:
        needs = tuple(_of_facts(route, facts, today))
    rule = route.effective.rule if route.effective else ""
    return Way(route, needs, letter, term.clauses.get(TOPICS.get(rule, ""), ""))


def _letter(route: Route, told: tuple[Consequence, ...]) -> Consequence | None:
    """The letter that a route rests on: of those that count, the one that works first."""
    found = [
        one
        for one in told
        if one.letter.kind == route.letter and one.counts and one.stands and not _made_good(one)
    ]
    return min(found, key=lambda one: (one.given is None, one.given or date.max), default=None)


def _made_good(one: Consequence) -> bool:
    return one.cure is not None and one.cure.made_good


def _of_letter(
    route: Route,
    term: Term,
    letter: Consequence | None,
    rows: list[Mapping[str, Any]],
    today: date,
) -> Iterator[Need]:
    basis = term.breach_basis if route.letter == "formal_notice" else term.notice_basis
    column = column_of(basis)
    row = letter.row if letter else None
    place = Finding("required", "notices", row=row, column=column if letter else None)
    given = letter.given if letter else None
    yield Need(
        "letter",
        letter is not None,
        Finding("required", "notices"),
        letter.letter.sent if letter else None,
        letter.letter.party if letter else "",
        {"kind": route.letter},
    )
    yield Need("day", given is not None, place, given, params={"basis": basis})
    on_file = letter is not None and bool(rows[letter.row].get("annex"))
    file_at = Finding("required", "notices", row=row, column="annex" if letter else None)
    yield Need("proof", on_file, file_at, optional=True)
    if route.code == "breach":
        cure = letter.cure if letter else None
        over = cure is not None and cure.is_over(today)
        yield Need("cure_over", over, day=cure.until.day if cure else None)


def _of_facts(route: Route, facts: Facts, today: date) -> Iterator[Need]:
    lacking = {need.field: need for need in route.needs}
    if route.code == "mutual":
        place = Finding("required", "termination_date")
        yield Need("agreed_day", facts.terminated is not None, place, facts.terminated)
    elif outcome := OUTCOMES.get(route.code):
        place = lacking.get("supervision_outcome")
        yield Need("outcome", place is None, place, params={"outcome": outcome})
        dated = Finding("required", "supervision_date")
        day = facts.supervision.decided if facts.supervision and place is None else None
        yield Need("decision_day", day is not None, dated, day)
    else:
        yield from _of_expiry(route, lacking, today)


def _of_expiry(route: Route, lacking: Mapping[str, Finding], today: date) -> Iterator[Need]:
    unsigned, event = lacking.get("signatories"), lacking.get("event_date")
    end = route.effective.day if route.effective else None
    yield Need("signatures", unsigned is None, unsigned)
    if event is not None or (route.effective and route.effective.rule == "end_on_event"):
        yield Need("event", event is None, event)
    yield Need("end_reached", end is not None and end < today, day=end)

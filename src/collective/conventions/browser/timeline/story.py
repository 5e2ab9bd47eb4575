"""From the dated facts of a convention to what is drawn of them."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.timeline.entry import Entry
from collective.conventions.browser.timeline.entry import Spell
from collective.conventions.browser.timeline.entry import Story
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Mark:
    """How a fact is drawn (``Entry.look``), and a word that is put under it."""

    look: str
    note: str


#: A picture of more would be a riddle; the table holds all.
MOST = 12
#: What a picture never leaves out.
FRAME = ("starts", "ends")
#: By when somebody must have acted; drawn on the other side of the line.
DUTIES = (
    *("supervision_until", "contacts_due", "commitment_due", "cure_until", "notice_by", "agree_by"),
)


def story(
    facts: Timeline, teller: Teller, today: date | None, marks: Mapping[str, Mark] | None = None
) -> Story:
    """What is drawn; without ``today`` nothing is to come. ``marks`` are by the facts' keys."""
    found = marks or {}
    drawn = [
        (fact, found.get(fact.key, _mark(fact, teller))) for fact in chosen(facts, today, found)
    ]
    groups = groupby(drawn, key=lambda one: (one[0].day, one[1], title(one[0], teller)))
    entries = tuple(_entry([*group], mark, teller) for (_day, mark, _title), group in groups)
    return Story(entries, tuple(spells(facts)), _now(today, teller) if today else None)


def chosen(facts: Timeline, today: date | None, marked: Collection[str] = ()) -> Timeline:
    """The facts that are drawn: start and end, what is overdue or marked, then the nearest ones."""
    day = today or max((fact.day for fact in facts), default=date.min)

    def order(fact: DatedFact) -> tuple[int, int, str]:
        rank = 0 if fact.key in marked else _rank(fact)
        return rank, abs((fact.day - day).days), fact.key

    ranked = sorted(facts, key=order)
    kept = {fact.key for fact in ranked[:MOST]}
    return tuple(fact for fact in facts if fact.key in kept)


def spells(facts: Timeline) -> Iterator[Spell]:
    """Yield the days in force: those that are sure, those that hang on a renewal, the pauses."""
    found = {fact.what: fact for fact in reversed(facts)}
    if "starts" not in found:
        return
    start, end = found["starts"], found.get("ends")
    last = None if end is None else end.day
    hanging = (fact.day for fact in facts if fact.what in ("starts", "renews") and _hangs(fact))
    supposed = next(hanging, None)
    if supposed is None or supposed > start.day:
        yield Spell(start.day, last if supposed is None else supposed, "sure")
    if supposed is not None:
        yield Spell(supposed, last, "supposed")
    if "paused" in found:
        resumed = found.get("resumes")
        yield Spell(found["paused"].day, last if resumed is None else resumed.day, "paused")


def title(fact: DatedFact, teller: Teller) -> str:
    """What happens; of a commitment, which."""
    if fact.what != "commitment_due":
        return teller.what(fact)
    both = {"label": teller.what(fact), "text": str(fact.params.get("description", ""))}
    return teller.t(Message(_("${label}: ${text}"), mapping=both))


def note(fact: DatedFact, teller: Teller) -> str:
    """What must not be missed of it, in a word."""
    if fact.overdue:
        return teller.t(_("Overdue"))
    return teller.t(_("Done")) if fact.done else ""


def _entry(group: list[tuple[DatedFact, Mark]], mark: Mark, teller: Teller) -> Entry:
    fact = group[0][0]
    times = f" × {len(group)}" if len(group) > 1 else ""
    said = (teller.day(fact.day), f"{title(fact, teller)}{times}", mark.note)
    lines = tuple(line for line in said if line.strip())
    return Entry(fact.day, lines, mark.look, fact.past, fact.what in DUTIES)


def _now(today: date, teller: Teller) -> Entry:
    return Entry(today, (teller.t(_("Today")), teller.day(today)), "today")


def _mark(fact: DatedFact, teller: Teller) -> Mark:
    return Mark("overdue" if fact.overdue else fact.certainty, note(fact, teller))


def _rank(fact: DatedFact) -> int:
    if fact.what in FRAME or fact.overdue:
        return 0
    if fact.what in WATCHED and not fact.past:
        return 1
    return 3 if fact.what in ("original_received", "supervision_sent") else 2


def _hangs(fact: DatedFact) -> bool:
    return fact.certainty == "conditional"

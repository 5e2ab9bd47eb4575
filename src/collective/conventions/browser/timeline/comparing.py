"""A timeline beside the one that a supposition would make of it: what goes, comes or moves."""

from collective.conventions import _
from collective.conventions.browser.timeline.line import Line
from collective.conventions.browser.timeline.line import line
from collective.conventions.browser.timeline.story import Mark
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.what_if import Comparison
from dataclasses import dataclass
from zope.i18nmessageid import Message


#: What becomes of a date.
WORDS: dict[str, Message] = {
    "gone": _("Falls away"),
    "new": _("Is added"),
    "later": _("Moves to a later day"),
    "earlier": _("Moves to an earlier day"),
    "sure": _("Becomes certain"),
    "unsure": _("Is no longer certain"),
    "reason": _("Same day, for another reason"),
    "same": _("Stays"),
}


@dataclass(frozen=True)
class Row:
    """A date on both sides, or on one; ``word`` says what becomes of it, ``reason`` why then."""

    before: Line | None
    after: Line | None
    change: str
    word: str
    reason: str

    @property
    def what(self) -> str:
        found = self.before or self.after
        return found.what if found else ""


def rows(found: Comparison, teller: Teller) -> list[Row]:
    """What differs, and what is to come all the same, in the order of the days."""
    before, after = ({fact.key: fact for fact in side} for side in (found.before, found.after))
    either = {**after, **before}
    keys = sorted(either, key=lambda key: (either[key].day, key))
    told = [(key, change_of(before.get(key), after.get(key))) for key in keys]
    return [
        Row(
            line(before[key], teller) if key in before else None,
            line(after[key], teller) if key in after else None,
            change,
            teller.t(WORDS[change]),
            _reason(after.get(key), change, teller),
        )
        for key, change in told
        if change != "same" or not either[key].past
    ]


def change_of(before: DatedFact | None, after: DatedFact | None) -> str:
    """What becomes of a fact: a key of ``WORDS``."""
    if before is None or after is None:
        return "new" if before is None else "gone"
    if before.day != after.day:
        return "later" if before.day < after.day else "earlier"
    if before.certainty != after.certainty:
        return "sure" if after.certainty == "certain" else "unsure"
    return "same" if before.rule == after.rule else "reason"


def marks(found: Comparison, side: Timeline, teller: Teller) -> dict[str, Mark]:
    """How the facts of one side are drawn: those that differ bear their word."""
    before, after = ({fact.key: fact for fact in one} for one in (found.before, found.after))
    marked = {}
    for fact in side:
        change = change_of(before.get(fact.key), after.get(fact.key))
        if change != "same":
            look = "gone" if change == "gone" else fact.certainty
            marked[fact.key] = Mark(look, teller.t(WORDS[change]))
    return marked


def end_in_words(found: Comparison, teller: Teller) -> str:
    """In one sentence: what becomes of the end."""
    before, after = (_end(side) for side in (found.before, found.after))
    days = {"before": teller.day(before.day) if before else "", "after": ""}
    days["after"] = teller.day(after.day) if after else ""
    return teller.t(
        Message(_END[before is not None, after is not None, before == after], mapping=days)
    )


_END: dict[tuple[bool, bool, bool], Message] = {
    (True, True, False): _("It would end on ${after}, in the place of ${before}."),
    (True, True, True): _("It would end on ${after} all the same."),
    (False, True, False): _("It would end on ${after}; as it stands it has no end."),
    (True, False, False): _("It would have no end; as it stands it ends on ${before}."),
    (False, False, True): _("It would have no end, as now."),
}


def _reason(after: DatedFact | None, change: str, teller: Teller) -> str:
    if after is None or change == "same":
        return ""
    supposed = change == "new" and after.rule.startswith("recorded")
    return teller.t(_("As supposed.")) if supposed else teller.reason(after)


def _end(side: Timeline) -> DatedFact | None:
    return next((fact for fact in side if fact.what == "ends"), None)

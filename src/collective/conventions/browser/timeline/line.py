"""A dated fact as a line of a table."""

from collective.conventions.browser.timeline.story import note
from collective.conventions.browser.timeline.story import title
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """All that is said of a dated fact.

    ``decided`` tells that a person has set the date; ``url`` leads to where the reader may do so.
    """

    key: str
    day: str
    iso: str
    what: str
    who: str
    certainty: str
    certain: bool
    reason: str
    note: str
    past: bool
    overdue: bool
    decided: bool
    url: str = ""


def line(fact: DatedFact, teller: Teller, url: str = "") -> Line:
    """A dated fact in words."""
    return Line(
        key=fact.key,
        day=teller.day(fact.day),
        iso=fact.day.isoformat(),
        what=title(fact, teller),
        who=teller.who(fact),
        certainty=teller.certainty(fact),
        certain=fact.certainty == "certain",
        reason=teller.reason(fact),
        note=note(fact, teller),
        past=fact.past,
        overdue=fact.overdue,
        decided=fact.overridden is not None,
        url=url,
    )

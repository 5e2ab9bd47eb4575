"""Deadlines as lines of a page, in words."""

from collective.conventions.browser.page import Page
from collective.conventions.deadlines.search import Deadline
from collective.conventions.deadlines.wording.distance import distance
from collective.conventions.deadlines.wording.teller import Teller
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One date: when, what, of which convention, who must act, and why then.

    ``about`` is what a commitment is about, and empty for all the rest.
    """

    iso: str
    day: str
    away: str
    what: str
    about: str
    title: str
    url: str
    reference: str
    who: str
    certainty: str
    conditional: bool
    reason: str
    overdue: bool


def line(page: Page, teller: Teller, deadline: Deadline) -> Line:
    """A deadline in the reader's language."""
    fact, convention = deadline.fact, deadline.convention
    return Line(
        iso=fact.day.isoformat(),
        day=teller.day(fact.day),
        away=page.t(distance(fact.day, page.today)),
        what=teller.what(fact),
        about=str(fact.params.get("description", "")),
        title=convention.title,
        url=convention.url,
        reference=convention.reference,
        who=teller.who(fact),
        certainty=teller.certainty(fact),
        conditional=fact.certainty == "conditional",
        reason=teller.reason(fact),
        overdue=deadline.overdue,
    )

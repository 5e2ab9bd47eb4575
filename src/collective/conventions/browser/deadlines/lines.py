"""Deadlines as lines of a page, in words."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.deadlines.search import Deadline
from collective.conventions.deadlines.wording.distance import distance
from collective.conventions.deadlines.wording.teller import Teller
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One date: when, what, of which convention, who must act, and why then.

    ``about`` says more: what has been promised, or what is owed of an end that has passed.
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
        about=_about(page, deadline),
        title=convention.title,
        url=convention.url,
        reference=convention.reference,
        who=teller.who(fact),
        certainty=teller.certainty(fact),
        conditional=fact.certainty == "conditional",
        reason=teller.reason(fact),
        overdue=deadline.overdue,
    )


def _about(page: Page, deadline: Deadline) -> str:
    if deadline.overdue and deadline.fact.what == "ends":
        return page.t(_("That it has ended is not recorded yet."))
    return str(deadline.fact.params.get("description", ""))

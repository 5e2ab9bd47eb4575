"""What is to be done about one convention: what comes next, and what should have been done."""

from collective.conventions.deadlines.keys import STATES
from collective.conventions.terms import timeline
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.timeline import Timeline
from datetime import date
from plone import api
from typing import Any


def next_of(convention: Any, facts: Timeline, today: date) -> DatedFact | None:
    """What happens next; once it is terminated nothing does."""
    over = api.content.get_state(convention) == "terminated"
    return None if over else timeline.next_step(facts, today)


def overdue_of(convention: Any, facts: Timeline) -> Timeline:
    """What should have been done by now and still can be; an end that nobody has recorded too."""
    state = api.content.get_state(convention)
    if state not in STATES:
        return ()
    ended = (fact for fact in facts if state == "signed" and fact.what == "ends" and fact.past)
    return (*timeline.overdue(facts), *ended)

"""The calendar of one convention: its whole timeline."""

from collective.conventions.deadlines.calendar.events import event_of
from collective.conventions.deadlines.calendar.file import written
from collective.conventions.deadlines.calendar.source import source_of
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.deadlines.wording.teller import Teller
from datetime import date
from typing import Any


def calendar_of(convention: Any, language: str, today: date) -> bytes:
    """Every dated fact of a convention, in one language."""
    teller = Teller(language)
    source = source_of(
        convention.UID(), convention.title, convention.absolute_url(), convention.modified()
    )
    facts = timeline_of(convention, today)
    return written(source.title, (event_of(fact, source, teller) for fact in facts))

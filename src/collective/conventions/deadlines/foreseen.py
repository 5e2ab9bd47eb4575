"""The watched dates of one convention, as they look from a day long before them."""

from collective.conventions.deadlines.keys import watched
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.terms.timeline import Timeline
from dataclasses import replace
from datetime import date
from typing import Any


def foreseen(convention: Any, today: date, until: date) -> Timeline:
    """The watched dates of a convention; of endless renewals those up to ``until``.

    A timeline looks some renewals ahead only. What lies further supposes that none of them is
    refused, so it depends on what happens before.
    """
    near = {fact.key: fact for fact in timeline_of(convention, today)}
    return tuple(
        near.get(fact.key) or replace(fact, past=fact.day < today, certainty="conditional")
        for fact in watched(convention, max(today, until))
    )

"""The dates that somebody has set by hand, those too that no longer follow from anything."""

from collective.conventions import _
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.timeline import Timeline
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Decided:
    """A decision in words; ``why`` names who took it, the computed date and the reason."""

    key: str
    what: str
    day: str
    why: str


def decided(convention: Any, facts: Timeline, teller: Teller) -> list[Decided]:
    """The decisions on dates of a convention, in the order of its rows."""
    by_key = {fact.key: fact for fact in facts if fact.overridden is not None}
    return [_decided(row, by_key.get(row["key"]), teller) for row in convention.overrides or ()]


def _decided(row: dict[str, Any], fact: DatedFact | None, teller: Teller) -> Decided:
    if fact is not None and fact.overridden is not None:
        why = teller.by_hand(fact.overridden)
        return Decided(quote(fact.key), teller.what(fact), teller.day(fact.day), why)
    said = {"author": row["author"], "reason": row["reason"]}
    why = teller.t(Message(_("${author} has set it: “${reason}” It has no effect."), mapping=said))
    what = FACTS.get(row["key"].partition("-")[0], row["key"])
    return Decided(quote(row["key"]), teller.t(what), teller.day(row["day"]), why)

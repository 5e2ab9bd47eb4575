"""The kinds of filters: how each reads what was asked, and which records it leaves."""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from collections.abc import Callable
from collections.abc import Container
from collective.conventions.content.fields import FIRST_DATE
from collective.conventions.content.fields import LAST_DATE
from collective.conventions.content.indexers import ENDLESS
from collective.conventions.listing.sets import matching
from collective.conventions.listing.sets import Records
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Any
from typing import Protocol
import re


LONGEST_TEXT = 200
WORD = re.compile(r"\w+")


class Refused(ValueError):
    """A filter cannot read what was asked; ``code`` and ``params`` are those of a finding."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Filter(Protocol):
    """Reads a question and answers with records."""

    def read(self, texts: list[str]) -> Any:
        """The canonical value of what was asked.

        :raises Refused: it means nothing to this filter.
        """

    def records(self, value: Any) -> Records:
        """The records that ``value`` leaves."""


@dataclass(frozen=True)
class Choices:
    """One or several of the values of an index."""

    index: str
    allowed: Callable[[], Container[str]]

    def read(self, texts: list[str]) -> tuple[str, ...]:
        allowed = self.allowed()
        for text in texts:
            if text not in allowed:
                raise Refused("unknown_choice", value=text)
        return tuple(dict.fromkeys(texts))

    def records(self, value: tuple[str, ...]) -> Records:
        return matching(self.index, list(value))


@dataclass(frozen=True)
class Day:
    """A date that stands in a relation to the term."""

    relation: Callable[[date], Records]

    def read(self, texts: list[str]) -> date:
        return day_of(texts[-1], FIRST_DATE, LAST_DATE)

    def records(self, value: date) -> Records:
        return self.relation(value)


class Words:
    """Words of the texts, each by its beginning. Signs that are no word are never an error."""

    def read(self, texts: list[str]) -> str:
        return texts[-1][:LONGEST_TEXT]

    def records(self, value: str) -> Records:
        words = " ".join(f"{word}*" for word in WORD.findall(value))
        return matching("SearchableText", words) if words else IISet()


def day_of(text: str, first: date, last: date) -> date:
    """The day that a text names.

    :raises Refused: it names none, or one before ``first`` or after ``last``.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused("wrong_type", expected="date")
    if not first <= day <= last:
        raise Refused("date_out_of_range", first=first.isoformat(), last=last.isoformat())
    return day


def in_force_on(day: date) -> Records:
    """The conventions that have started by ``day`` and last at least until then."""
    started = matching("force_start", {"query": day, "range": "max"})
    lasting = matching("force_end", {"query": day, "range": "min"})
    return intersection(started, lasting)


def ending_before(day: date) -> Records:
    """The conventions whose last day lies before ``day``; never those without an end."""
    last = min(day, ENDLESS) - timedelta(days=1)
    return matching("force_end", {"query": last, "range": "max"})

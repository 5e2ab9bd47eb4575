"""The numbers of issued documents: per issuer, series and year, without a gap.

They lie on the root of the server, because one issuer sends invoices from many spaces. A number is
taken in the transaction that issues the document: what is given up gives its number back, and of
two transactions that take the same number the database lets one try again.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from dataclasses import dataclass
from datetime import date
from persistent import Persistent
from typing import Any


NAME = "document_numbers"
#: Numbers of a year are written with at least so many digits.
DIGITS = 4


@dataclass(frozen=True)
class Series:
    """What numbers run through: ``issuer`` is an enterprise number, ``name`` may be empty."""

    issuer: str
    name: str
    year: int

    @property
    def key(self) -> str:
        return f"{self.issuer}|{self.name}|{self.year}"

    def number(self, count: int) -> str:
        """How the document of this count is called, such as "NC-2026-0001"."""
        return "-".join(filter(None, (self.name, str(self.year), str(count).zfill(DIGITS))))


class Counter(Persistent):
    """How many documents a series holds, and the day of the latest one.

    It resolves no conflict: two that count at once must not both succeed.
    """

    def __init__(self) -> None:
        self.count = 0
        self.day: date | None = None


def upcoming(app: Any, issuer: str, series: str, day: date) -> str:
    """The number that a document of ``day`` would get now; nothing is written.

    :raises Conflict: a document of a later day has been issued in this series.
    """
    found = Series(issuer, series, day.year)
    counter = (kept(app, NAME) or {}).get(found.key) or Counter()
    if counter.day is not None and counter.day > day:
        raise Conflict(
            _(
                "A document of ${day} has been issued already: this one cannot be dated before it.",
                mapping={"day": counter.day.isoformat()},
            )
        )
    return found.number(counter.count + 1)


def take(app: Any, issuer: str, series: str, day: date) -> str:
    """The next number for a document of ``day``: from now on another one is the next.

    :raises Conflict: a document of a later day has been issued in this series.
    """
    number = upcoming(app, issuer, series, day)
    counter = _counter(app, Series(issuer, series, day.year))
    counter.count, counter.day = counter.count + 1, day
    return number


def bring(app: Any, issuer: str, number: str, day: date) -> None:
    """Let a series go on behind a document of ``day`` that has come from another server."""
    *name, year, count = number.split("-")
    counter = _counter(app, Series(issuer, "-".join(name), int(year)))
    counter.count = max(counter.count, int(count))
    counter.day = max(counter.day or day, day)


def _counter(app: Any, series: Series) -> Counter:
    counters = shelf(app, NAME)
    if series.key not in counters:
        counters[series.key] = Counter()
    counter: Counter = counters[series.key]
    return counter


def counts(app: Any) -> Iterator[tuple[Series, int]]:
    """Each series with how many documents it holds."""
    for key, counter in (kept(app, NAME) or {}).items():
        issuer, name, year = key.split("|")
        yield Series(issuer, name, int(year)), counter.count

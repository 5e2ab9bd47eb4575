"""A year of deadlines, month by month."""

from collective.conventions.browser.deadlines.page import DeadlinePage
from collective.conventions.content.fields import FIRST_DATE
from collective.conventions.deadlines.asking import asked_of
from collective.conventions.deadlines.asking import LONGEST_YEARS
from collective.conventions.deadlines.found import agreement_of
from collective.conventions.deadlines.found import brain_of
from collective.conventions.deadlines.found import Hit
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.search import Found
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.listing.reading import OneOf
from collective.conventions.listing.reading import values_of
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: How many dates of a month are named.
MOST = 5


@dataclass(frozen=True)
class Item:
    """One date of a month."""

    iso: str
    number: int
    what: str
    title: str
    url: str
    overdue: bool


@dataclass(frozen=True)
class Month:
    """A month with its first dates, and where all of them are."""

    first: date
    title: str
    url: str
    total: int
    overdue: int
    items: list[Item]
    present: bool
    past: bool


class DeadlineYear(DeadlinePage):
    """``@@deadlines-year?year=2027``"""

    index = ViewPageTemplateFile("year.pt")
    name = "deadlines-year"
    has_days = False

    @cached_property
    def asked_year(self) -> tuple[dict[str, Any], tuple[Finding, ...]]:
        years = [str(year) for year in range(FIRST_DATE.year, self.last_year + 1)]
        return values_of({"year": OneOf(years)}, self.request.form)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.asked[1], *self.asked_year[1])

    @cached_property
    def year(self) -> int:
        return int(self.asked_year[0].get("year", self.today.year))

    @property
    def last_year(self) -> int:
        """The last year of which every day can be asked for."""
        return self.today.year + LONGEST_YEARS - 1

    @cached_property
    def found(self) -> Found:
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        return find(replace(asked_of(self.narrowed()), first=first, last=last), self.today)

    @cached_property
    def months(self) -> list[Month]:
        return [self._month(date(self.year, number, 1)) for number in range(1, 13)]

    def neighbour(self, step: int) -> tuple[int, str] | None:
        """The year before or after, with its address; none where nobody can ask."""
        year = self.year + step
        if not FIRST_DATE.year <= year <= self.last_year:
            return None
        return year, self.address(self.name, self.narrowed(), year=year)

    def here_url(self) -> str:
        return self.address(self.name, self.narrowed(), year=self.year)

    def clear_url(self) -> str:
        return self.address(self.name, year=self.year)

    def list_url(self) -> str:
        return self.address("deadlines", self.narrowed())

    def carried(self) -> list[tuple[str, str]]:
        return [("year", str(self.year))]

    def _month(self, first: date) -> Month:
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        found = self.found.within(first, last)
        return Month(
            first=first,
            title=self.month(first),
            url=self.between(first, last),
            total=found.total,
            overdue=found.overdue,
            items=[self._item(hit) for hit in found.hits(0, MOST)],
            present=(first.year, first.month) == (self.today.year, self.today.month),
            past=last < self.today,
        )

    def _item(self, hit: Hit) -> Item:
        convention = agreement_of(brain_of(hit.record))
        return Item(
            hit.key.day.isoformat(),
            hit.key.day.day,
            self.t(FACTS[hit.key.what]),
            convention.title,
            convention.url,
            hit.overdue,
        )

"""What the list and the year share: the question that is asked, and the form that asks it."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.deadlines.asking import asked
from collective.conventions.deadlines.asking import parties
from collective.conventions.deadlines.asking import services
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.listing.names import titles_of
from collective.conventions.listing.question import Question
from collective.conventions.listing.question import texts
from collective.conventions.listing.sets import visible
from collective.conventions.messages import sentence
from collective.conventions.terms import writing
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


LABELS = {
    "what": _("What"),
    "partner": _("Partner"),
    "service": _("In charge"),
    "from": _("From"),
    "until": _("Until"),
    "overdue": _("Overdue only"),
    "year": _("Year"),
    "b_start": _("Start of the list"),
    "b_size": _("Number per page"),
}
#: The filters that list and year share.
CHOSEN = ("what", "partner", "service")


@dataclass(frozen=True)
class Option:
    """A choice of a filter."""

    value: str
    title: str
    chosen: bool


@dataclass(frozen=True)
class Select:
    """A filter with its choices; ``everything`` says what is shown without it."""

    name: str
    label: str
    everything: str
    options: list[Option]


class DeadlinePage(Page):
    """A page that answers a question about deadlines."""

    #: The name of the page, and whether the reader chooses its first and last day.
    name: str
    has_days: bool

    form = ViewPageTemplateFile("form.pt")
    labels = LABELS

    def __call__(self) -> str:
        # What is listed depends on who looks and on what others do meanwhile.
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        return super().__call__()

    @cached_property
    def asked(self) -> tuple[Question, tuple[Finding, ...]]:
        """The question, and what in it could not be read and was left out."""
        return asked(self.request.form, self.today)

    @cached_property
    def question(self) -> Question:
        return self.asked[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.asked[1]

    @cached_property
    def url(self) -> str:
        return self.address(self.name)

    def address(self, name: str, question: Question | None = None, **more: Any) -> str:
        """Where a page answers a question."""
        pairs = [*more.items(), *(question.parameters() if question else ())]
        query = f"?{urlencode(pairs)}" if pairs else ""
        return f"{self.portal_url}/{name}{query}"

    def narrowed(self, **filters: Any) -> Question:
        """The question with filters of its own in the place of days, from the start."""
        kept = {
            n: v for n, v in self.question.filters.items() if n in ("what", "partner", "service")
        }
        return replace(self.question, filters={**kept, **filters}, b_start=0)

    def between(self, first: date, last: date) -> str:
        """The list of what lies between two days, with the other filters as they are."""
        return self.address("deadlines", self.narrowed(**{"from": first, "until": last}))

    def month(self, value: date) -> str:
        return writing.month(value, self.language)

    def messages(self) -> list[str]:
        """What could not be read, and was left out."""
        return [self._message(finding) for finding in self.findings]

    def selects(self) -> list[Select]:
        """The filters with a choice; those that offer none are left out."""
        seen = frozenset(visible("Convention"))
        people = People(self)
        partners = titles_of({*parties(seen), *self._chosen("partner")})
        in_charge = {one: people[one] for one in (*services(seen), *self._chosen("service"))}
        found = [
            self._select("what", _("Everything"), [(w, self.t(FACTS[w])) for w in WATCHED]),
            self._select("partner", _("All partners"), _sorted(partners)),
            self._select("service", _("Everybody"), _sorted(in_charge)),
        ]
        return [one for one in found if one.options]

    def days(self) -> list[tuple[str, str, str]]:
        """The filters by a day: name, label and value."""
        found = self.question.filters
        names = ("from", "until") if self.has_days else ()
        return [(name, self.t(LABELS[name]), str(found.get(name, ""))) for name in names]

    def carried(self) -> list[tuple[str, str]]:
        """What the form carries along without asking for it."""
        return []

    def _select(self, name: str, everything: str, choices: list[tuple[str, str]]) -> Select:
        chosen = self._chosen(name)
        options = [Option(one, title, one in chosen) for one, title in choices]
        return Select(name, self.t(LABELS[name]), self.t(everything), options)

    def _chosen(self, name: str) -> list[str]:
        return texts(self.question.filters.get(name, ()))

    def _message(self, finding: Finding) -> str:
        params = {name: self._readable(value) for name, value in finding.params.items()}
        said = self.t(sentence(replace(finding, params=params)))
        return self.labelled(self.t(LABELS[finding.field]), said)

    def _readable(self, value: Any) -> Any:
        """A parameter as people write it: a date in words."""
        try:
            return self.day(date.fromisoformat(str(value)))
        except ValueError:
            return value


def _sorted(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(titles.items(), key=lambda choice: choice[1].casefold())

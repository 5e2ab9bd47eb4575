"""The list of deadlines: overdue on top, then month by month."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.deadlines.lines import Line
from collective.conventions.browser.deadlines.lines import line
from collective.conventions.browser.deadlines.page import DeadlinePage
from collective.conventions.deadlines.asking import asked_of
from collective.conventions.deadlines.asking import YES
from collective.conventions.deadlines.search import Deadline
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.search import Found
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.listing.batches import Batches
from collective.conventions.listing.question import BATCH_SIZES
from collective.conventions.listing.question import Question
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Part:
    """What is overdue, or what falls into one month: the lines of this batch, of ``total``."""

    name: str
    title: str
    total: int
    overdue: bool
    lines: list[Line]


class DeadlineList(DeadlinePage):
    """``@@deadlines``"""

    index = ViewPageTemplateFile("list.pt")
    name = "deadlines"
    has_days = True
    sizes = BATCH_SIZES

    @cached_property
    def found(self) -> Found:
        return find(asked_of(self.question), self.today)

    @cached_property
    def batches(self) -> Batches:
        """The batch; one that starts behind the end is the last one."""
        start, size = self.question.b_start, self.question.b_size
        last = Batches(self.found.total, start, size).last
        return Batches(self.found.total, min(start, last), size)

    def parts(self) -> list[Part]:
        return list(self._parts())

    def link(self, question: Question) -> str:
        return self.address(self.name, question)

    @property
    def only_overdue(self) -> bool:
        return "overdue" in self.question.filters

    @property
    def is_usual(self) -> bool:
        """Whether the reader has chosen no days of his own."""
        return not {"from", "until", "overdue"} & set(self.question.filters)

    def clear_url(self) -> str:
        return self.url

    def overdue_url(self) -> str:
        return self.link(self.narrowed(overdue=YES))

    def year_url(self) -> str:
        first = self.question.filters.get("from", self.today)
        return self.address("deadlines-year", self.narrowed(), year=first.year)

    def carried(self) -> list[tuple[str, str]]:
        return [("overdue", YES)] if self.only_overdue else []

    def _parts(self) -> Iterator[Part]:
        teller = Teller(self.language)
        deadlines = self.found.batch(self.batches.start, self.batches.size)
        months = self.found.months(upcoming=True)
        for name, group in groupby(deadlines, key=_name):
            lines = [line(self, teller, deadline) for deadline in group]
            if name == "overdue":
                yield Part(name, self.t(_("Overdue")), self.found.overdue, True, lines)
            else:
                title = self.month(date.fromisoformat(f"{name}-01"))
                yield Part(name, title, months[name], False, lines)


def _name(deadline: Deadline) -> str:
    return "overdue" if deadline.overdue else deadline.fact.day.isoformat()[:7]

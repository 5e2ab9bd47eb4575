"""The landing page of a space: what waits for me, deadlines, what is in force, latest."""

from collective.conventions import _
from collective.conventions.browser.deadlines.lines import Line
from collective.conventions.browser.deadlines.lines import line
from collective.conventions.browser.page import Page
from collective.conventions.browser.rows import Row
from collective.conventions.browser.rows import rows
from collective.conventions.browser.space.ways import Ways
from collective.conventions.browser.space.ways import ways
from collective.conventions.deadlines.search import Asked
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.search import Found
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.lifecycle import agenda
from collective.conventions.lifecycle.steps import missing
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


WAITING = {
    "approve": (_("To be approved by the Council"), "draft"),
    "sign": (_("To be signed"), "council_approved"),
}
#: Of what is overdue no more is named, so that what comes next is seen as well.
MOST_OVERDUE = 3


@dataclass(frozen=True)
class Task:
    """A convention that waits for a step, and how much it still lacks."""

    row: Row
    missing: int


@dataclass(frozen=True)
class Tasks:
    """The conventions that wait for one step, the first of ``total``."""

    title: str
    total: int
    tasks: tuple[Task, ...]
    more_url: str


@dataclass(frozen=True)
class Rows:
    """A part of the page: the first of ``total`` conventions, and where the others are."""

    total: int
    rows: list[Row]
    more_url: str = ""


class SpaceView(Page):
    """The landing page; who has no place in the space is told that it is closed."""

    inside = ViewPageTemplateFile("view.pt")
    closed = ViewPageTemplateFile("closed.pt")

    def index(self) -> str:
        welcome = self.may("collective.conventions: Use Space")
        return str(self.inside() if welcome else self.closed())

    @cached_property
    def anonymous(self) -> bool:
        return bool(api.user.is_anonymous())

    @cached_property
    def conventions_url(self) -> str:
        return f"{self.portal_url}/conventions"

    @cached_property
    def waiting(self) -> list[Tasks]:
        """What waits for a step that the reader may take."""
        return [self._tasks(step, found) for step, found in agenda.waiting().items() if found.total]

    @cached_property
    def entrusted(self) -> Rows:
        return self._rows(agenda.entrusted())

    @property
    def more_overdue(self) -> bool:
        return self.deadlines.overdue > MOST_OVERDUE

    @cached_property
    def in_force(self) -> Rows:
        query = f"in_force_on={self.today.isoformat()}"
        return self._rows(agenda.in_force(self.today), query)

    @cached_property
    def deadlines(self) -> Found:
        return find(Asked(), self.today)

    @cached_property
    def next_deadlines(self) -> list[Line]:
        """What is overdue, and what must be done next."""
        teller, found = Teller(self.language), self.deadlines
        late = found.batch(0, min(found.overdue, MOST_OVERDUE))
        coming = found.batch(found.overdue, agenda.MOST - len(late))
        return [line(self, teller, one) for one in (*late, *coming)]

    @cached_property
    def latest(self) -> Rows:
        return self._rows(agenda.latest(), "sort_on=modified&sort_order=descending")

    @cached_property
    def may_add(self) -> bool:
        folder = self.context.get("conventions")
        return folder is not None and self.may("collective.conventions: Add Convention", folder)

    @cached_property
    def ways(self) -> list[Ways]:
        """The pages of the space itself that the reader may open."""
        return ways(self.may)

    def _rows(self, found: agenda.Found, query: str = "") -> Rows:
        more = found.total > len(found.brains) and query
        url = f"{self.conventions_url}?{query}" if more else ""
        return Rows(found.total, rows(self, found.brains), url)

    def _tasks(self, step: str, found: agenda.Found) -> Tasks:
        title, state = WAITING[step]
        tasks = tuple(
            Task(row, len(missing(brain.getObject(), step, self.today)))
            for row, brain in zip(rows(self, found.brains), found.brains, strict=True)
        )
        more = f"{self.conventions_url}?state={state}" if found.total > len(tasks) else ""
        return Tasks(self.t(title), found.total, tasks, more)

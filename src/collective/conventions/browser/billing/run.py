"""``@@billing-run``: what is due on a day, issuing it portion by portion, and earlier runs."""

from collective.conventions import _
from collective.conventions.billing.foreseen import Due
from collective.conventions.billing.foreseen import due
from collective.conventions.billing.foreseen import Foreseen
from collective.conventions.billing.foreseen import foreseen
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.portions import go_on
from collective.conventions.billing.portions import next_papers
from collective.conventions.billing.portions import Portion
from collective.conventions.billing.runs import find
from collective.conventions.billing.runs import Run
from collective.conventions.billing.runs import runs
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.billing.documents import by_number
from collective.conventions.browser.billing.planned import Case
from collective.conventions.browser.billing.planned import case
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.interfaces import Forbidden
from collective.conventions.terms.dates import plus
from datetime import date
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode
from zope.interface import alsoProvides


#: How many conventions one page looks at, how many earlier runs are named, how many months ahead
#: somebody can ask.
LOOKED_AT, RUNS, MONTHS_AHEAD = 100, 20, 12


class BillingRunPage(Page):
    """The preview; a POST begins a run, or goes on with it."""

    index = ViewPageTemplateFile("run.pt")
    going = ViewPageTemplateFile("going.pt")
    portion: Portion | None = None
    run_id = ""
    papers_made = 0

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if not self.may_issue:
                raise Forbidden(_("You may not issue this."))
            # The token was looked at; what follows commits before Plone looks for itself.
            alsoProvides(self.request, IDisableCSRFProtection)
            self.request.set("disable_plone.leftcolumn", 1)
            return self._go_on()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@billing-run"

    @cached_property
    def may_issue(self) -> bool:
        return self.may(ISSUE)

    # What is due

    @cached_property
    def asked_day(self) -> date | None:
        """The day that is asked for; None for what is none, or too far ahead."""
        asked = str(self.request.form.get("on", ""))
        try:
            day = date.fromisoformat(asked) if asked else self.today
        except ValueError:
            return None
        return day if day <= self.last_day and day.year >= 1900 else None

    @cached_property
    def on(self) -> date:
        return self.asked_day or self.today

    @cached_property
    def last_day(self) -> date:
        return plus(self.today, months=MONTHS_AHEAD)

    @cached_property
    def day_problem(self) -> str:
        """What is wrong with the day that was asked for."""
        if self.asked_day is not None:
            return ""
        last = {"last": self.day(self.last_day)}
        return self.t(_("Please enter a day, at the latest ${last}.", mapping=last))

    @cached_property
    def candidates(self) -> list[Any]:
        return candidates()

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), LOOKED_AT, len(self.candidates))

    @property
    def batch_url(self) -> str:
        return f"{self.url}?on={self.on.isoformat()}&page="

    @cached_property
    def foreseen(self) -> list[Foreseen]:
        """What is due for the conventions of this page."""
        start = self.batch.start
        return list(foreseen(self.candidates[start : start + LOOKED_AT], self.on, self.today))

    @cached_property
    def cases(self) -> list[Case]:
        return [case(self, one) for one in self.foreseen]

    @cached_property
    def due(self) -> Due:
        return due(self.foreseen)

    # What was done

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return runs()[:RUNS]

    @cached_property
    def people(self) -> People:
        return People(self)

    @cached_property
    def run(self) -> Run | None:
        """The run whose record is asked for."""
        return find(str(self.request.form.get("run", "")))

    @cached_property
    def issued(self) -> list[tuple[str, str]]:
        """What it issued: number and address."""
        return by_number(self.run.issued) if self.run is not None else []

    # Going on

    @property
    def phase(self) -> str:
        """What the next portion does: issue, or make the papers."""
        return "issue" if self.portion is not None and not self.portion.run.complete else "papers"

    def _go_on(self) -> str:
        run_id, phase = (str(self.request.form.get(name, "")) for name in ("run", "phase"))
        if phase == "papers":
            return self._papers(run_id)
        self.portion = go_on(self.on, self.today, run_id)
        self.run_id = self.portion.run.id
        return str(self.going())

    def _papers(self, run_id: str) -> str:
        self.run_id = run_id
        self.papers_made, failures = next_papers()
        if self.papers_made:
            return str(self.going())
        for failure in failures:
            text = self.labelled(failure.about, failure.why)
            api.portal.show_message(text, self.request, type="warning")
        self.request.response.redirect(f"{self.url}?{urlencode({'run': run_id})}")
        return ""

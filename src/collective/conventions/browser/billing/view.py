"""``@@billing``: what is to be billed, what is open and since when, and by whom."""

from collections.abc import Mapping
from collective.conventions.billing.foreseen import Due
from collective.conventions.billing.foreseen import due
from collective.conventions.billing.foreseen import foreseen
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.payments.record import RECORD
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.standing import Item
from collective.conventions.billing.standing import items
from collective.conventions.billing.standing import STATES as ASKED_STATES
from collective.conventions.billing.standing import Totals
from collective.conventions.billing.standing import totals
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.billing.asking import Asked
from collective.conventions.browser.billing.asking import asked
from collective.conventions.browser.billing.asking import by_urgency
from collective.conventions.browser.billing.chart import Chart
from collective.conventions.browser.billing.chart import chart
from collective.conventions.browser.billing.ways import Way
from collective.conventions.browser.billing.ways import WAYS
from collective.conventions.browser.invoice.states import stated
from collective.conventions.browser.invoice.states import STATES
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.terms.standing import Standing
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: How many documents stand on a page, how many customers are named, how many conventions are
#: looked at for what is due: the run looks at all of them.
MOST, CUSTOMERS, LOOKED_AT = 50, 25, 200
#: The words of what can be asked for.
ASKED: Mapping[str, str] = {state: STATES[state] for state in ASKED_STATES}


class BillingPage(Page):
    """The list, its filters and totals."""

    index = ViewPageTemplateFile("view.pt")
    states = ASKED

    def __call__(self) -> str:
        # What is listed depends on who looks and on what others do meanwhile.
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@billing"

    @cached_property
    def asked(self) -> Asked:
        return asked(self.request.form)

    @cached_property
    def everything(self) -> list[Item]:
        return items(self.today)

    @cached_property
    def items(self) -> list[Item]:
        """What is asked for, what is overdue on top."""
        question = self.asked
        if question == Asked():
            return by_urgency(self.everything, self.today)
        found = items(
            self.today, state=question.state, customer=question.customer, year=question.year
        )
        return by_urgency(found, self.today)

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), MOST, len(self.items))

    @property
    def batch_url(self) -> str:
        """The address of a page of the list, up to its number."""
        query = self.asked.query
        return f"{self.url}?{query}&page=" if query else f"{self.url}?page="

    @property
    def shown(self) -> list[Item]:
        return self.items[self.batch.start : self.batch.start + MOST]

    @cached_property
    def overall(self) -> Standing:
        """The totals of everything, whatever is asked for."""
        return totals(self.everything, self.today).overall

    @cached_property
    def totals(self) -> Totals:
        return totals(self.items, self.today)

    @cached_property
    def chart(self) -> Chart:
        return chart(self.totals.per_year)

    @cached_property
    def customers(self) -> list[tuple[str, Standing]]:
        """The customers by what is overdue, then open, then invoiced: the first of them."""
        found = self.totals.per_partner.items()
        return sorted(found, key=lambda one: _weight(one[1]), reverse=True)[:CUSTOMERS]

    @cached_property
    def names(self) -> Names:
        return names_of(one.customer for one in self.everything)

    @cached_property
    def customer_choices(self) -> list[tuple[str, str]]:
        uids = {one.customer for one in self.everything if one.customer}
        found = [(uid, self.names[uid].title) for uid in uids]
        return sorted(found, key=lambda one: one[1].casefold())

    @cached_property
    def years(self) -> list[int]:
        return sorted({one.issued.year for one in self.everything if one.issued}, reverse=True)

    @cached_property
    def candidates(self) -> list[object]:
        return candidates()

    @cached_property
    def due(self) -> Due:
        """What a run would issue today, of the first conventions."""
        return due(foreseen(self.candidates[:LOOKED_AT], self.today, self.today))

    @property
    def looked_at_all(self) -> bool:
        return len(self.candidates) <= LOOKED_AT

    @cached_property
    def may_issue(self) -> bool:
        return self.may(ISSUE)

    @cached_property
    def may_record(self) -> bool:
        return self.may(RECORD)

    @cached_property
    def may_export(self) -> bool:
        return self.may("collective.conventions: Export")

    @cached_property
    def ways(self) -> list[Way]:
        """The other pages of billing that the reader may open."""
        return [way for way in WAYS if self.may(way.permission)]

    def kind(self, item: Item) -> str:
        return self.choice(vocabularies.DOCUMENT_KINDS, item.kind)

    def state(self, item: Item) -> str:
        return stated(item.state, item.balance, item.due, self.today)

    def state_title(self, item: Item) -> str:
        return self.t(STATES[self.state(item)])

    def signed(self, item: Item) -> str:
        """What a document comes to; a credit note below zero, nothing where nobody can tell."""
        if item.gross is None:
            return ""
        return self.money(-item.gross if item.kind == "credit_note" else item.gross)

    def export_url(self, kind: str) -> str:
        query = self.asked.query
        return f"{self.portal_url}/@@billing.{kind}{f'?{query}' if query else ''}"


def _weight(one: Standing) -> tuple[object, ...]:
    return one.overdue, one.open, one.invoiced

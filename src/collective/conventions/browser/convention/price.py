"""What a convention costs, and by which rules that changes: facts, prices, warnings (C11, O3)."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.foreseen import Due
from collective.conventions.billing.foreseen import due
from collective.conventions.billing.foreseen import foreseen
from collective.conventions.billing.issue import PAYMENT_DAYS
from collective.conventions.billing.parties import customer_of
from collective.conventions.browser.convention.facts import Fact
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.content.checks import price_warnings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.indexers import IN_FORCE
from collective.conventions.content.records import record_of
from collective.conventions.content.values import tariff_of
from collective.conventions.terms import writing
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from dataclasses import dataclass
from functools import cached_property
from plone import api
from typing import Any


Values = Mapping[str, Any]


@dataclass(frozen=True)
class Shown:
    """A price in words."""

    description: str
    charged: str
    amount: str
    vat: str
    indexed: bool


class PriceSection(Page):
    """The price of one convention."""

    @cached_property
    def tariff(self) -> Tariff:
        return tariff_of(self.values)

    def __init__(self, context: Any, request: Any, values: Values) -> None:
        super().__init__(context, request)
        self.values = values

    @cached_property
    def prices(self) -> list[Shown]:
        return [self._shown(price) for price in self.tariff.prices]

    @cached_property
    def facts(self) -> list[Fact]:
        """Who is invoiced by whom, what changes the price, how it is paid."""
        uids = (self.context.issuer, customer_of(self.context))
        names = names_of(uid for uid in uids if uid)
        found = (
            *_parties(self, uids, names),
            *self._participants(),
            *self._formula(),
            *self._reduction(),
            *self._payment(),
        )
        return [fact for fact in found if fact.text]

    @cached_property
    def warnings(self) -> list[Described]:
        """What somebody should know of the price, though it can be."""
        rows = self.values.get("prices")
        return [described(one, self, Names(), rows) for one in price_warnings(self.values)]

    @cached_property
    def due(self) -> Due:
        """What is to be billed for it today; nothing for who may not see the billing."""
        state = api.content.get_state(self.context)
        record = record_of(self.context.UID())
        may = self.may("collective.conventions: View Billing")
        known = [record] if may and record is not None and state in IN_FORCE else []
        return due(foreseen(known, self.today, self.today))

    def _shown(self, price: Price) -> Shown:
        charged = self.choice(vocabularies.PRICE_BASES, price.basis)
        if price.basis == "per_participant" and price.from_count > 1:
            count = {"count": price.from_count}
            charged = self.t(_("For each participant, from ${count} on", mapping=count))
        if price.basis == "one_off" and price.day is not None:
            charged = self.t(_("Once, on ${day}", mapping={"day": self.day(price.day)}))
        vat = self.choice(vocabularies.VAT_CATEGORIES, price.vat_category)
        if price.vat_category == "S":
            vat = f"{self.number(price.vat_rate)}\u00a0%"
        return Shown(price.description, charged, self.money(price.amount), vat, price.indexed)

    def _participants(self) -> Iterator[Fact]:
        if self.tariff.participants:
            title = self.t(IConvention["participants"].title)
            yield Fact(title, self.number(self.tariff.participants))

    def _formula(self) -> Iterator[Fact]:
        """P0 × (a + b × I / I0), with the numbers of this convention."""
        rule = self.tariff.indexation
        if rule is None:
            return
        params = {
            "a": self.number(rule.fixed_part),
            "b": self.number(rule.moving_part),
            "month": writing.month(rule.base_month, self.language),
        }
        formula = _("first price × (${a} + ${b} × index / index of ${month})", mapping=params)
        series = self.choice(vocabularies.INDEX_SERIES, rule.series)
        yield Fact(self.t(_("Indexed by")), self.listed((series, self.t(formula))))
        lag = _("index of ${n} month(s) before", mapping={"n": rule.lag_months})
        when = self.choice(vocabularies.INDEX_RULES, rule.rule)
        rounded = self.choice(vocabularies.INDEX_ROUNDINGS, rule.rounding)
        said = self.labelled(self.t(IConvention["index_rounding"].title), rounded)
        yield Fact(self.t(IConvention["index_rule"].title), self.listed((when, self.t(lag), said)))

    def _reduction(self) -> Iterator[Fact]:
        reduction = self.tariff.reduction
        if reduction is not None:
            when = self.choice(vocabularies.REDUCTION_CONDITIONS, reduction.condition)
            text = f"{self.number(reduction.percent)}\u00a0%"
            yield Fact(self.t(_("Reduction")), self.labelled(text, when))

    def _payment(self) -> Iterator[Fact]:
        if not self.context.issuer:
            return
        days = self.values.get("payment_days") or PAYMENT_DAYS
        within = self.t(_("Within ${n} days", mapping={"n": days}))
        yield Fact(self.t(_("Payment")), within)
        code = self.choice(vocabularies.COMMUNICATIONS, self.values.get("communication"))
        yield Fact(self.t(IConvention["communication"].title), code)
        for name in ("buyer_reference", "exemption_reason"):
            yield Fact(self.t(IConvention[name].title), self.values.get(name) or "")


def _parties(page: Page, uids: Iterable[str | None], names: Names) -> Iterator[Fact]:
    for name, uid in zip(("issuer", "customer"), uids, strict=True):
        if uid:
            found = names[uid]
            yield Fact(page.t(IConvention[name].title), found.title, found.url)

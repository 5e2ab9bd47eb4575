"""The page of a draft invoice, laid out like the document it will become."""

from Acquisition import aq_parent
from collective.conventions.browser import addresses
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.terms.money import Line
from collective.conventions.terms.money import line_amount
from collective.conventions.terms.money import line_of
from collective.conventions.terms.money import Totals
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


@dataclass(frozen=True)
class Side:
    """The issuer or the customer, as it stands on the document."""

    title: str
    url: str
    lines: tuple[str, ...]


class InvoiceView(Page):
    """A draft invoice or credit note."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def kind(self) -> str:
        return self.choice(vocabularies.DOCUMENT_KINDS, self.context.document_kind)

    @cached_property
    def convention(self) -> Any:
        return aq_parent(self.context)

    @cached_property
    def issuer(self) -> Side:
        return self._side(self.context.issuer, account=True)

    @cached_property
    def customer(self) -> Side:
        return self._side(self.context.customer, account=False)

    @cached_property
    def lines(self) -> list[tuple[Line, str]]:
        """The lines, each with its amount."""
        found = [line_of(row) for row in self.context.lines or ()]
        return [(line, self.money(line_amount(line))) for line in found]

    @cached_property
    def totals(self) -> Totals:
        return self.context.totals()

    @cached_property
    def period(self) -> str:
        days = (self.context.period_start, self.context.period_end)
        return " – ".join(self.day(day) for day in days if day)

    def _side(self, uid: str, account: bool) -> Side:
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(UID=uid) if uid else ()
        if not brains:
            return Side("", "", ())
        partner = brains[0].getObject()
        lines = [
            *addresses.address(self, partner),
            addresses.vat_number(partner) or addresses.enterprise_number(partner),
            addresses.iban(partner) if account else "",
        ]
        return Side(partner.title, brains[0].getURL(), tuple(line for line in lines if line))

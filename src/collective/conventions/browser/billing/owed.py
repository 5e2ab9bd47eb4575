"""``@@owed``: what the entity of the space owes, and why: each price with its numbers."""

from collective.conventions.billing.owed import Owed
from collective.conventions.billing.owed import owed
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.browser.page import Page
from collective.conventions.terms.amounts import total
from collective.conventions.terms.communication import written
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class OwedPage(Page):
    """The open documents, the most urgent first."""

    index = ViewPageTemplateFile("owed.pt")

    @cached_property
    def owed(self) -> list[Owed]:
        return owed(self.today)

    @cached_property
    def say(self) -> Wording:
        return Wording(self.language)

    @cached_property
    def sum(self) -> str:
        return self.money(total(*(one.item.open for one in self.owed)))

    def communication(self, one: Owed) -> str:
        return written(one.document.communication)

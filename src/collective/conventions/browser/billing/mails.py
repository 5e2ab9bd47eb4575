"""``@@billing-mails``: what was issued and not sent yet; issuing itself sends nothing."""

from collections.abc import Callable
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.mailing import Mail
from collective.conventions.billing.mailing import mails_due
from collective.conventions.billing.mailing import send
from collective.conventions.billing.portions import AtMost
from collective.conventions.browser.billing.sending import SendingPage
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class BillingMailsPage(SendingPage):
    """The mails that would go, and a button that sends them."""

    index = ViewPageTemplateFile("mails.pt")
    name = "billing-mails"

    @property
    def acts(self) -> dict[str, tuple[str, Callable[[], str]]]:
        return {"send": (ISSUE, self._send)}

    @cached_property
    def mails(self) -> tuple[Mail, ...]:
        return mails_due()

    def _send(self) -> str:
        return self.told(send(self.today, AtMost(self.most)))

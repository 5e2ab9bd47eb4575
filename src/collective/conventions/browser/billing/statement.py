"""``@@statement``: what a bank's file has brought, and what waits for somebody to decide."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.assigning import assign
from collective.conventions.billing.payments.assigning import set_aside
from collective.conventions.billing.payments.assigning import set_aside_before
from collective.conventions.billing.payments.assigning import waiting
from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.shelf import Shelved
from collective.conventions.billing.payments.statement import MOST_OCTETS
from collective.conventions.billing.payments.taking import take
from collective.conventions.billing.payments.taking import Taken
from collective.conventions.browser.billing.documents import uid_of
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import alsoProvides
import transaction


#: On what a match rests.
GROUNDS: dict[str, Message] = {
    "structured": _("by its structured communication"),
    "number": _("by the number in its communication"),
    "account_and_amount": _("by account and amount"),
    "amount": _("by its amount alone"),
    "nothing": _("nothing fits"),
}


class StatementPage(Page):
    """A file is read and what is certain recorded; for the rest there is a form each."""

    index = ViewPageTemplateFile("statement.pt")
    refusal = ""
    taken: tuple[Taken, ...] = ()
    #: Whether the time of one answer was too short for the file.
    unfinished = False

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            for name, act in self.acts.items():
                if f"do.{name}" in self.request.form:
                    return self._tried(act)
        return super().__call__()

    @property
    def acts(self) -> dict[str, Callable[[], Message | None]]:
        return {"read": self._read, "assign": self._assign, "aside": self._aside}

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@statement"

    @cached_property
    def waiting(self) -> tuple[Arrival, ...]:
        return waiting(self.today)

    @cached_property
    def aside(self) -> tuple[Shelved, ...]:
        return set_aside_before()

    @property
    def recorded(self) -> list[Arrival]:
        return [arrival for one in self.taken for arrival in one.recorded]

    @property
    def failures(self) -> list[tuple[str, str]]:
        return [(failure.about, failure.why) for one in self.taken for failure in one.failures]

    @property
    def known(self) -> int:
        return sum(one.known for one in self.taken)

    def ground(self, arrival: Arrival) -> str:
        return self.t(GROUNDS[arrival.match.ground])

    def _value(self, name: str) -> str:
        return str(self.request.form.get(name, "")).strip()

    def _tried(self, act: Callable[[], Message | None]) -> str:
        """Do what was asked; what is refused is said on the page, and nothing is done."""
        try:
            message = act()
        except ConventionsError as error:
            transaction.doom()
            said = [error.message, *map(sentence, error.findings)]
            self.refusal = " ".join(self.t(one) for one in said if one)
            return super().__call__()
        if message is None:
            return super().__call__()
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

    def _read(self) -> None:
        """Each movement is committed by itself, so what came of them is shown at once."""
        statements = read(uploaded(self.request.form.get("file"), MOST_OCTETS))
        # The token was looked at; what follows commits before Plone looks for itself.
        alsoProvides(self.request, IDisableCSRFProtection)
        budget = Budget(SECONDS)
        self.taken = tuple(take(one, self.today, budget) for one in statements)
        self.unfinished = budget.stopped

    def _assign(self) -> Message:
        chosen = self.request.form.get("invoice", [])
        uids = [chosen] if isinstance(chosen, str) else [str(one) for one in chosen]
        if number := self._value("number"):
            uids.append(uid_of(number))
        assign(self._value("reference"), *uids, today=self.today)
        return _("The payment is recorded.")

    def _aside(self) -> Message:
        set_aside(self._value("reference"), self._value("reason"))
        return _("The movement is set aside.")

"""A statement of the bank over all spaces: what is certain is recorded, the rest decided here."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.assigning import assign
from collective.conventions.billing.payments.assigning import set_aside
from collective.conventions.billing.payments.assigning import waiting
from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.statement import MOST_OCTETS
from collective.conventions.billing.payments.taking import take
from collective.conventions.billing.payments.taking import Taken
from collective.conventions.browser.billing.statement import GROUNDS
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.progress import Failure
from collective.conventions.server.hands import as_system
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import transaction


class ServerStatementView(ServerPage):
    """``@@server-statement``"""

    index = ViewPageTemplateFile("statement.pt")
    title = _("Statement of the bank")
    seconds = SECONDS
    refusal = ""
    taken: tuple[Taken, ...] = ()
    #: Whether the time of one answer was too short for the file.
    unfinished = False

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {
            "read": lambda: self._tried(self._read),
            "assign": lambda: self._tried(self._assign),
            "aside": lambda: self._tried(self._aside),
        }

    @cached_property
    def waiting(self) -> tuple[Arrival, ...]:
        return waiting(self.today, self.root)

    @property
    def recorded(self) -> list[Arrival]:
        return [arrival for one in self.taken for arrival in one.recorded]

    @property
    def failures(self) -> list[Failure]:
        return [failure for one in self.taken for failure in one.failures]

    @property
    def known(self) -> int:
        return sum(one.known for one in self.taken)

    def ground(self, arrival: Arrival) -> str:
        """On what a match rests."""
        return self.t(GROUNDS[arrival.match.ground])

    def _tried(self, act: Callable[[], Message | None]) -> str:
        """Do what was asked; what is refused is said on the page, and nothing is done."""
        try:
            message = act()
        except ConventionsError as error:
            transaction.doom()
            said = [error.message, *map(sentence, error.findings)]
            self.refusal = " ".join(self.t(one) for one in said if one)
            return str(self.index())
        if message is None:
            return str(self.index())
        self.say(message)
        return self.go(self.url)

    def _read(self) -> None:
        """Each movement is committed by itself, so what came of them is shown at once."""
        statements = read(uploaded(self.request.form.get("file"), MOST_OCTETS))
        budget = Budget(self.seconds)
        with as_system():
            self.taken = tuple(take(one, self.today, budget, self.root) for one in statements)
        self.unfinished = budget.stopped

    def _assign(self) -> Message:
        chosen = self.request.form.get("invoice", [])
        uids = [chosen] if isinstance(chosen, str) else [str(one) for one in chosen]
        with as_system():
            assign(self.value("reference"), *uids, today=self.today, app=self.root)
        return _("The payment is recorded.")

    def _aside(self) -> Message:
        set_aside(self.value("reference"), self.value("reason"), self.root)
        return _("The movement is set aside.")

"""``@@decision``: read the decision that a decision system has sent back as a file."""

from collective.conventions import _
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import names_of
from collective.conventions.exchange.decision import loads
from collective.conventions.exchange.decision import MAXIMUM
from collective.conventions.exchange.decision import take
from collective.conventions.interfaces import ConventionsError
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class DecisionPage(DecreePage):
    """The form; what is wrong with a file is named, all of it."""

    index = ViewPageTemplateFile("decision.pt")
    refusal = ""
    faults: tuple[Described, ...] = ()

    def shown(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._taken()
        return super().shown()

    def _taken(self) -> str:
        try:
            decision = loads(uploaded(self.request.form.get("file"), MAXIMUM))
            new = take(self.context, decision, self.today)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            names = names_of(str(one.params.get("party", "")) for one in error.findings)
            self.faults = tuple(described(one, self, names) for one in error.findings)
            return super().shown()
        said = _("The decision is recorded.") if new else _("This decision was recorded before.")
        api.portal.show_message(said, self.request)
        self.request.response.redirect(f"{self.url}/@@decree")
        return ""

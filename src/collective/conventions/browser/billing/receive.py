"""``@@receive`` on a convention: an e-invoice that another has issued comes into it."""

from collective.conventions import _
from collective.conventions.billing.einvoice.safe import LARGEST
from collective.conventions.billing.receiving import receive
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import ConventionsError
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized
import transaction


class ReceivePage(Page):
    """The form; what is wrong with a file is named, all of it."""

    index = ViewPageTemplateFile("receive.pt")
    refusal = ""
    faults: tuple[Described, ...] = ()

    def __call__(self) -> str:
        # The permission holds in the whole space; the convention may be closed all the same.
        if not self.may("View"):
            raise Unauthorized("receive")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._receive()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    def _receive(self) -> str:
        try:
            data = uploaded(self.request.form.get("file"), LARGEST)
            invoice = receive(self.context, data, self.today)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            names = names_of(str(one.params.get("party", "")) for one in error.findings)
            self.faults = tuple(described(one, self, names) for one in error.findings)
            return super().__call__()
        api.portal.show_message(_("The document is received."), self.request)
        self.request.response.redirect(invoice.absolute_url())
        return ""

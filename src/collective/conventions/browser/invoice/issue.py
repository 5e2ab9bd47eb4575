"""``@@issue``: look once more, then issue; what was issued is never changed again."""

from collective.conventions import _
from collective.conventions.billing.issue import issue
from collective.conventions.billing.issue import missing
from collective.conventions.billing.papers import keep_paper
from collective.conventions.browser.invoice.lacks import Lack
from collective.conventions.browser.invoice.lacks import lacks
from collective.conventions.browser.invoice.view import InvoicePage
from collective.conventions.committing import committed
from collective.conventions.interfaces import Conflict
from functools import cached_property
from functools import partial
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides
import logging
import transaction


logger = logging.getLogger(__name__)


class IssuePage(InvoicePage):
    """The confirmation, and the step itself."""

    index = ViewPageTemplateFile("issue.pt")

    def __call__(self) -> str:
        if self.issued is not None:
            raise Conflict(_("This has been issued already."))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            # The token was looked at; what follows commits before Plone looks for itself.
            alsoProvides(self.request, IDisableCSRFProtection)
            return self._issue()
        return super().__call__()

    @cached_property
    def lacks(self) -> list[Lack]:
        found = missing(self.context, self.today)
        return lacks(self, found, self.document, self.context if self.may_change else None)

    def _issue(self) -> str:
        """The number is taken in a short transaction of its own; the paper follows."""
        number = committed(partial(issue, self.context, self.today)).number
        api.portal.show_message(
            _("${number} is issued. It can no longer be changed.", mapping={"number": number}),
            self.request,
        )
        try:
            committed(partial(keep_paper, self.context))
        except Exception:
            transaction.abort()
            logger.warning("The paper of %s could not be made", number, exc_info=True)
            api.portal.show_message(
                _("Its paper could not be made yet; the maintenance team can see why."),
                self.request,
                type="warning",
            )
        self.request.response.redirect(self.url)
        return ""

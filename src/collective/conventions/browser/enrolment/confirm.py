"""``@@confirm-enrolment``: sends the confirmation; the convention's page holds the button."""

from collective.conventions import _
from collective.conventions.billing.confirming import confirm_now
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import ConventionsError
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import Unauthorized
from zope.interface import alsoProvides


class ConfirmPage(Page):
    """Leads back to the convention, whatever came of it."""

    def __call__(self) -> str:
        # The permission holds in the whole space; the convention may be closed all the same.
        if not self.may("View"):
            raise Unauthorized("confirm-enrolment")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            # The token was looked at; sending commits before Plone looks for itself.
            alsoProvides(self.request, IDisableCSRFProtection)
            self._confirm()
        self.request.response.redirect(f"{self.context.absolute_url()}#cv-enrolment")
        return ""

    def _confirm(self) -> None:
        try:
            new = confirm_now(self.context, self.today)
        except ConventionsError as error:
            api.portal.show_message(error.message, self.request, type="error")
            return
        said = _("The confirmation is sent.") if new else _("It was confirmed before.")
        api.portal.show_message(said, self.request)

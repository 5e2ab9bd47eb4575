"""What the pages share that send mail: so many with one answer, and what came of it."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing.delivering import Report
from collective.conventions.billing.issue import ISSUE
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import Forbidden
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from zope.i18nmessageid import Message
from zope.interface import alsoProvides


class SendingPage(Page):
    """A page with acts, each behind a permission."""

    #: The name of the page.
    name: str
    #: How many mails one answer sends; what is left is still due.
    most = 20
    report: Report | None = None

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            for name, (permission, act) in self.acts.items():
                if f"do.{name}" in self.request.form:
                    if not self.may(permission):
                        raise Forbidden(_("You may not do this."))
                    # The token was looked at; sending commits before Plone looks for itself.
                    alsoProvides(self.request, IDisableCSRFProtection)
                    return act()
        return super().__call__()

    @property
    def acts(self) -> dict[str, tuple[str, Callable[[], str]]]:
        """The acts by name, each with its permission."""
        return {}

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@{self.name}"

    @cached_property
    def may_send(self) -> bool:
        return self.may(ISSUE)

    def shown(self) -> str:
        """The page as it is."""
        return super().__call__()

    def told(self, report: Report) -> str:
        """Show what was sent and what was not."""
        self.report = report
        return super().__call__()

    def done(self, message: Message) -> str:
        """Say it, and show the page anew."""
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

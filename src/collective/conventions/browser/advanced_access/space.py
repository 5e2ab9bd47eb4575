"""A manager of the space asks for its management screens, sees what came of it, gives it back."""

from collective.conventions import _
from collective.conventions.browser.advanced_access.words import STATES
from collective.conventions.browser.page import Page
from collective.conventions.clock import today
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.server import zmi
from collective.conventions.server.spaces import root_of
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class SpaceView(Page):
    """``@@advanced-access`` of a space"""

    index = ViewPageTemplateFile("space.pt")
    states = STATES
    fault = ""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                return self._done()
            except ConventionsError as error:
                transaction.doom()
                found = [sentence(one) for one in error.findings] or [error.message]
                self.fault = self.t(found[0])
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@advanced-access"

    @cached_property
    def me(self) -> str:
        return str(api.user.get_current().getId())

    @cached_property
    def requests(self) -> list[zmi.Access]:
        return zmi.requests(root_of(self.context), IUUID(self.context))

    @cached_property
    def open(self) -> zmi.Access | None:
        """What the reader has asked for, or has."""
        mine = [one for one in self.requests if one.member == self.me]
        going = (zmi.ASKED, zmi.GRANTED)
        return next((one for one in mine if one.state_on(self.today) in going), None)

    @cached_property
    def may_ask(self) -> bool:
        return self.open is None and zmi.manages(self.context, self.me)

    @property
    def screens(self) -> list[tuple[str, str]]:
        """What the reader may look at: the name and the address of its first screen.

        Plone keeps the list of the site itself for its own managers.
        """
        found = []
        for name, item in self.context.objectItems():
            tabs = item.filtered_manage_options() if hasattr(item, "manage_options") else ()
            if tabs and self.may("View management screens", item):
                found.append((name, f"{item.absolute_url()}/{tabs[0]['action']}"))
        return sorted(found)

    def _done(self) -> str:
        form = self.request.form
        if "do.ask" in form:
            user = api.user.get_current()
            name = user.getProperty("fullname") or user.getUserName()
            reason = str(form.get("reason", ""))
            zmi.ask(self.context, self.me, str(name), reason, today=today())
            said = _("The maintenance team has your request.")
        elif "do.return" in form:
            zmi.give_back(self.context, str(form.get("id", "")), self.me)
            said = _("It is given back.")
        else:
            return super().__call__()
        api.portal.show_message(said, request=self.request)
        self.request.response.redirect(self.url)
        return ""

"""How reminders reach a member, and the address of his calendar: seen and changed by himself."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.my_deadlines.programs import PROGRAMS
from collective.conventions.browser.page import Page
from collective.conventions.deadlines import preferences
from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.calendar.member import url_of
from collective.conventions.interfaces import BadRequest
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class MyDeadlinesView(Page):
    """A button sends one change. A new address is shown in the answer to it, and never again."""

    index = ViewPageTemplateFile("view.pt")
    programs = PROGRAMS

    member: str
    new_address = ""

    def __call__(self) -> str:
        self.member = preferences.member_id()
        for name, act in self.acts.items():
            if f"do.{name}" in self.request.form:
                PostOnly(self.request)
                CheckAuthenticator(self.request)
                return act()
        return self._shown()

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"mails": self._choose, "make": self._make, "revoke": self._revoke}

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@my-deadlines"

    @cached_property
    def email(self) -> str:
        return str(api.user.get_current().getProperty("email", "") or "")

    @property
    def mails(self) -> list[tuple[str, str, bool]]:
        """The ways to be reminded: (token, title, whether it is the chosen one)."""
        chosen = preferences.preferences_of(self.member).mails
        return [(t.token, self.t(t.title), t.value == chosen) for t in preferences.MAILS]

    @property
    def since(self) -> str:
        """When the present address was made, or nothing."""
        address = addresses.address_of(self.member)
        return self.moment(address.created.isoformat()) if address else ""

    @property
    def subscription(self) -> str:
        """The new address as calendar programs of a computer or phone open it by themselves."""
        return f"webcal://{self.new_address.partition('://')[2]}"

    def _shown(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    def _choose(self) -> str:
        mails = str(self.request.form.get("mails", ""))
        if mails not in preferences.MAILS:
            raise BadRequest(_("Please choose how reminders are to reach you."))
        preferences.set_preferences(self.member, preferences.Preferences(mails))
        return self._back(_("Your choice is saved."))

    def _make(self) -> str:
        self.new_address = url_of(addresses.make(self.member))
        return self._shown()

    def _revoke(self) -> str:
        addresses.revoke(self.member)
        return self._back(_("The address no longer works."))

    def _back(self, done: Message) -> str:
        api.portal.show_message(done, self.request)
        self.request.response.redirect(self.url)
        return ""

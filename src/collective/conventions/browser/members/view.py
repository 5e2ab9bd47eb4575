"""Who belongs to which group: seen, joined, left; accounts opened and closed."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.access import members
from collective.conventions.browser.page import Page
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class MembersView(Page):
    """The groups of the space with their members; a button sends one change."""

    index = ViewPageTemplateFile("view.pt")

    def __call__(self) -> str:
        for name, act in self.acts.items():
            if f"do.{name}" in self.request.form:
                PostOnly(self.request)
                CheckAuthenticator(self.request)
                api.portal.show_message(act(), self.request)
                self.request.response.redirect(self.url)
                return ""
        return super().__call__()

    @property
    def acts(self) -> dict[str, Callable[[], Message]]:
        return {"join": self._join, "leave": self._leave, "open": self._open, "close": self._close}

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@members"

    @cached_property
    def groups(self) -> tuple[members.Group, ...]:
        return members.groups()

    @cached_property
    def accounts(self) -> tuple[members.Member, ...]:
        return members.accounts()

    def others(self, group: members.Group) -> list[members.Member]:
        """Who could still join a group."""
        return [one for one in self.accounts if one not in group.members]

    def _value(self, name: str) -> str:
        return str(self.request.form.get(name, ""))

    def _join(self) -> Message:
        members.join(self._value("member"), self._value("group"))
        return _("The member has joined the group.")

    def _leave(self) -> Message:
        members.leave(self._value("member"), self._value("group"))
        return _("The member has left the group.")

    def _open(self) -> Message:
        made = members.open_account(self._value("email"), self._value("name"))
        if members.invite(made):
            return _("The account is open. The person was sent a link to choose a password.")
        return _(
            "The account is open. This space sends no mail, so please ask the maintenance team "
            "for a link to choose a password."
        )

    def _close(self) -> Message:
        members.close_account(self._value("member"))
        return _("The account is closed.")

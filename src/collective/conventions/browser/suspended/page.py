"""A page of its own: it takes nothing from the space, whose theme and styles are closed too."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import contact
from collective.conventions.server.spaces import root_of
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import SPACE
from datetime import datetime
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from ZPublisher.xmlrpc import is_xmlrpc_response


HEADERS = {
    # What was refused today may be answered tomorrow, and is nobody else's business.
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    # Plone's theme would ask the space for its own files.
    "X-Theme-Disabled": "1",
}


class SuspendedPage(Page):
    """One page for every address: that the space is suspended, since when, and whom to call.

    The reason is told to the entity, not to whoever passes by.
    """

    index = ViewPageTemplateFile("page.pt")

    def __init__(self, error: Any, request: Any) -> None:
        super().__init__(api.portal.get(), request)
        self.error = error

    def __call__(self) -> str:
        response = self.request.response
        for name, value in HEADERS.items():
            response.setHeader(name, value)
        if is_xmlrpc_response(response):
            return self.t(self.error.message)
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        return str(self.index())

    @cached_property
    def suspension(self) -> Any:
        return is_suspended(self.context)

    @property
    def title(self) -> str:
        if self.suspension.scope == SPACE:
            return self.t(_("This space is suspended"))
        return self.t(_("Your account is suspended"))

    @property
    def since(self) -> str:
        return self.day(datetime.fromisoformat(self.suspension.since).date())

    @property
    def contact(self) -> Contact:
        return contact(root_of(self.context))

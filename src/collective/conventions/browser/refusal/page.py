"""What is refused, in a sentence, with the status that its class names."""

from collective.conventions import _
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.server.page import ServerPage
from plone import api
from Products.CMFCore.interfaces import IContentish
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.component.hooks import getSite
from zope.i18nmessageid import Message


TITLES: dict[str, Message] = {
    "NotFound": _("This is not there"),
    "Conflict": _("This is not possible now"),
    "UnprocessableEntity": _("This cannot be done yet"),
    "RequestEntityTooLarge": _("This is too large"),
    "InsufficientStorage": _("There is no room left"),
}


def refusal_page(error: Any, request: Any) -> Page:
    """The view of an exception of the add-on. Plone has undone all that was begun."""
    return RefusalPage(error, request) if getSite() else ServerRefusal(error, request)


class RefusalPage(Page):
    """What is refused in a space."""

    index = ViewPageTemplateFile("page.pt")

    def __init__(self, error: Any, request: Any) -> None:
        super().__init__(api.portal.get(), request)
        self.error = error

    def __call__(self) -> str:
        place = getattr(self, "__parent__", None)
        # Where a client wanted to put something new there is nothing yet that could have a page.
        self.context = place if IContentish.providedBy(place) else self.context
        self.request.response.setStatus(type(self.error))
        return str(self.index())

    @property
    def title(self) -> str:
        return self.t(TITLES.get(type(self.error).__name__, _("This was refused")))

    @property
    def message(self) -> str:
        return self.t(self.error.message)

    @property
    def findings(self) -> list[Described]:
        names = names_of(str(item.params.get("party", "")) for item in self.error.findings)
        return [described(finding, self, names) for finding in self.error.findings]


class ServerRefusal(ServerPage):
    """What is refused on the root of the server."""

    index = ViewPageTemplateFile("server.pt")

    def __init__(self, error: Any, request: Any) -> None:
        super().__init__(request["PARENTS"][-1], request)
        self.error = error

    def __call__(self) -> str:
        self.request.response.setStatus(type(self.error))
        return str(self.index())

    @property
    def title(self) -> Message:
        return TITLES.get(type(self.error).__name__, _("This was refused"))

    @property
    def message(self) -> str:
        return self.t(self.error.message)

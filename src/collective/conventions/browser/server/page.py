"""What every page of the operator shares: it stands on the root, outside of all spaces."""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collective.conventions.browser.page import Page
from collective.conventions.browser.server.navigation import PAGES
from collective.conventions.server.door import OPERATE
from collective.conventions.server.provision import LANGUAGES
from collective.conventions.server.spaces import root_of
from dataclasses import dataclass
from functools import cached_property
from plone.protect.authenticator import check
from plone.protect.authenticator import createToken
from plone.protect.utils import getRootKeyManager
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any
from zope.i18n.negotiator import negotiator
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Link:
    """A page in the navigation."""

    url: str
    title: str
    present: bool


class ServerPage(Page):
    """A page on the root; its template fills ``main`` of ``view/layout/macros/master``.

    Its permission is ``collective.conventions.OperateServer``, and its context the root.
    """

    layout = ViewPageTemplateFile("layout.pt")
    #: The macro ``fields`` shows the ``boxes`` of a form.
    fields = ViewPageTemplateFile("fields.pt")
    #: What the window and the heading say.
    title: Message

    def __call__(self) -> Any:
        # What is shown here is nobody else's business, a proxy's included.
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            check(self.request, manager=self._keys)
            for name, act in self.acts.items():
                if f"do.{name}" in self.request.form:
                    return act()
        return self.index()

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        """What a POST may ask for: the name of the button (``do.<name>``), and what it does."""
        return {}

    @cached_property
    def root(self) -> Any:
        """The root of the database."""
        return root_of(self.context)

    @cached_property
    def language(self) -> str:
        """That of the reader's browser: the root has no setting of its own."""
        return str(negotiator.getLanguage(LANGUAGES, self.request) or "en")

    @cached_property
    def root_url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def url(self) -> str:
        """The address of this page."""
        return f"{self.root_url}/@@{self.__name__}"

    @cached_property
    def token(self) -> str:
        """What every form that changes something sends as ``_authenticator``."""
        return str(createToken(manager=self._keys))

    @property
    def _keys(self) -> Any:
        return getRootKeyManager(self.root)

    @property
    def navigation(self) -> list[Link]:
        """The operator's pages, for operators; this one is marked."""
        if not getSecurityManager().checkPermission(OPERATE, self.root):
            return []
        return [
            Link(f"{self.root_url}/@@{name}", self.t(title), self.__name__ in (name, *others))
            for name, title, others in PAGES
        ]

    @cached_property
    def who(self) -> str:
        """Who is logged in, if anybody is."""
        user = getSecurityManager().getUser()
        return str(user.getUserName()) if user.getId() else ""

    @property
    def messages(self) -> list[Any]:
        """What was said by the page before."""
        return list(IStatusMessage(self.request).show())

    def say(self, message: Message, kind: str = "info") -> None:
        """Let the next page say ``message``."""
        IStatusMessage(self.request).add(self.t(message), type=kind)

    def go(self, url: str) -> str:
        """Lead to another page; what to answer meanwhile."""
        self.request.response.redirect(url)
        return ""

    def value(self, name: str) -> str:
        """What was entered in a field, without the blanks around it."""
        return str(self.request.form.get(name, "")).strip()

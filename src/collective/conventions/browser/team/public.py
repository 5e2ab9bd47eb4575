"""The list of the team for everybody, as long as it is published: names, and nothing to log in."""

from collective.conventions import _
from collective.conventions.browser.server.page import Link
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class OpenPage(ServerPage):
    """A page of the root for who is not logged in: without the operator's navigation."""

    who = ""
    navigation: list[Link] = []


class PublicView(OpenPage):
    """``@@maintenance-team``"""

    index = ViewPageTemplateFile("public.pt")
    title = _("Maintenance team")

    def __call__(self) -> str:
        if not team.is_published(self.root):
            raise NotFound(_("The list of the team is not public."))
        return str(super().__call__())

    @cached_property
    def members(self) -> list[team.Member]:
        return team.public_list(self.root)

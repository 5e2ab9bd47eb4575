"""How much the space holds, how that grew, what takes the room, and cleaning up."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.storage.curve import Curve
from collective.conventions.browser.storage.curve import curve
from collective.conventions.space import cleaning
from collective.conventions.space import limit
from collective.conventions.space.census import count
from collective.conventions.space.report import Large
from collective.conventions.space.report import Report
from collective.conventions.space.report import report
from collective.conventions.space.report import Share
from collective.conventions.space.room import is_unlimited
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import alsoProvides


KINDS: dict[str, Message] = {
    "item": _("Files and images"),
    "comment": _("Files of comments"),
    "other": _("Other files"),
    "scales": _("Smaller copies of images"),
    "revision": _("Files of earlier revisions"),
    "upload": _("Uploads under way"),
}
STATES: dict[int, Message] = {
    80: _("The space fills up."),
    95: _("The space is almost full."),
    100: _("The space is full: no more files can be added. Deleting always works."),
}


class StorageView(Page):
    """The storage of the space; a button sends one change."""

    index = ViewPageTemplateFile("view.pt")

    def __call__(self) -> str:
        for name, act in self.acts.items():
            if f"do.{name}" in self.request.form:
                PostOnly(self.request)
                CheckAuthenticator(self.request)
                # The token was looked at; a count commits before Plone looks for itself.
                alsoProvides(self.request, IDisableCSRFProtection)
                api.portal.show_message(act(), self.request)
                self.request.response.redirect(self.url)
                return ""
        return super().__call__()

    @property
    def acts(self) -> dict[str, Callable[[], Message]]:
        return {
            "revisions": self._clean_revisions,
            "scales": self._clean_scales,
            "limit": self._set_limit,
            "count": self._count,
        }

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@storage"

    @cached_property
    def report(self) -> Report:
        return report(self.context)

    @cached_property
    def unlimited(self) -> bool:
        return is_unlimited()

    @cached_property
    def may_clean(self) -> bool:
        return self.may(cleaning.PERMISSION)

    @cached_property
    def may_limit(self) -> bool:
        return self.may(limit.PERMISSION)

    @cached_property
    def state(self) -> str:
        """A sentence on how full the space is; empty while there is no need for one."""
        room = self.report.room
        reached = 100 if not room.free else room.level
        return self.t(STATES[reached]) if reached else ""

    @cached_property
    def kinds(self) -> list[Share]:
        """What there is of each kind, in words."""
        found = (share for share in self.report.kinds if share.octets)
        return [Share(self.t(KINDS[share.name]), share.octets) for share in found]

    @cached_property
    def types(self) -> list[Share]:
        known = api.portal.get_tool("portal_types")
        titles = {info.getId(): self.t(info.Title()) for info in known.listTypeInfo()}
        return [Share(titles.get(one.name, one.name), one.octets) for one in self.report.types]

    @cached_property
    def folders(self) -> list[Share]:
        """The folders at the top, by their titles."""
        return [Share(self._title(one.name), one.octets) for one in self.report.folders]

    def _title(self, name: str) -> str:
        found = self.context.get(name)
        return str(found.Title()) if found is not None else name

    @cached_property
    def curve(self) -> Curve | None:
        return curve(self.report.days, self.report.room.limit)

    def kind(self, large: Large) -> str:
        return self.t(KINDS[large.kind])

    def part(self, octets: int) -> str:
        """A part of what is used, in percent."""
        used = self.report.room.used
        return self.number(octets * 100 // used) if used else "0"

    def counted(self) -> str:
        """When the last full count was."""
        return self.moment(self.report.count["instant"]) if self.report.count else ""

    def _clean_revisions(self) -> Message:
        return self._freed(cleaning.clean_revisions())

    def _clean_scales(self) -> Message:
        return self._freed(cleaning.clean_scales())

    def _freed(self, octets: int) -> Message:
        return _("${size} are free again.", mapping={"size": self.size(octets)})

    def _set_limit(self) -> Message:
        limit.set_limit(self.context, limit.read_limit(self.request.form.get("limit")))
        return _("The limit of the space was changed.")

    def _count(self) -> Message:
        wrong = len(list(count(self.context)))
        return _("The space was counted; ${n} entries were put right.", mapping={"n": wrong})

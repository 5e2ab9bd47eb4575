"""The entry of one space: what the register says, its figures, its managers, its last acts."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.server.boxes import Box
from collective.conventions.browser.server.boxes import filled
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.browser.server.spaces import facts
from collective.conventions.browser.server.spaces.lines import day
from collective.conventions.browser.server.spaces.lines import growth
from collective.conventions.browser.server.spaces.lines import room
from collective.conventions.browser.server.spaces.lines import STATES
from collective.conventions.browser.server.told import Told
from collective.conventions.browser.server.told import told
from collective.conventions.content.vocabularies import LANGUAGES
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import NotFound
from collective.conventions.server.changing import change
from collective.conventions.server.console import Row
from collective.conventions.server.console import row_of
from collective.conventions.server.figures import take
from collective.conventions.server.invitation import Account
from collective.conventions.server.invitation import Link
from collective.conventions.server.invitation import managers
from collective.conventions.server.invitation import new_link
from collective.conventions.server.journal import latest
from collective.conventions.server.register import entries
from collective.conventions.server.register import Entry
from collective.conventions.server.register import entry
from collective.conventions.server.register import GONE
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


ACTS = 10


class EntryView(ServerPage):
    """``@@space-entry?id=``; what is changed here is in the journal of the server."""

    index = ViewPageTemplateFile("entry.pt")
    link: Link | None = None
    refusal: ConventionsError | None = None
    #: Which form was refused: ``save`` or ``link``.
    refused = ""

    def __call__(self) -> Any:
        if entry(self.root, self.value("id")) is None:
            raise NotFound(_("There is no such space in the register."))
        return super().__call__()

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"save": self._save, "refresh": self._refresh, "link": self._link}

    @cached_property
    def entry(self) -> Entry:
        found = entry(self.root, self.value("id"))
        assert found is not None
        return found

    @property
    def title(self) -> Message:
        return _("Entry of ${title}", mapping={"title": self.entry.title})

    @property
    def here(self) -> str:
        return f"{self.url}?id={self.entry.id}"

    @property
    def is_there(self) -> bool:
        return self.entry.state != GONE

    @property
    def state(self) -> str:
        return self.t(STATES[self.entry.state])

    @property
    def message(self) -> str:
        """Why a form was refused."""
        return self.t(self.refusal.message) if self.refusal else ""

    @property
    def boxes(self) -> list[Box]:
        boxes = facts.filled_from(self, self.entry)
        if self.refusal is not None and self.refused == "save":
            return filled(self, boxes, self.refusal.findings)
        return boxes

    @property
    def cpas(self) -> list[Entry]:
        """The spaces of CPAS that are tied to this one."""
        return [one for one in entries(self.root) if one.commune == self.entry.id]

    @cached_property
    def row(self) -> Row:
        return row_of(self.root, self.entry)

    @property
    def figures(self) -> list[tuple[str, str]]:
        """What was seen, with its labels."""
        seen = self.row.figures
        if seen is None:
            return []
        said: list[tuple[Message, str]] = [
            (_("Storage"), room(self, self.row.used, self.row.limit)),
            (_("Growth in 30 days"), growth(self, seen.growth)),
            (_("Conventions"), self.number(seen.conventions)),
            (_("In force"), self.number(seen.in_force)),
            (_("Drafts of invoices"), self.number(seen.invoices)),
            (_("Accounts"), self.number(seen.members)),
            (_("Last login"), day(self, seen.last_login)),
            (_("Version"), seen.version),
            (_("Language"), self.choice(LANGUAGES, seen.language)),
            (_("Open incidents"), self.number(self.row.incidents)),
        ]
        return [(self.t(label), value) for label, value in said if value]

    @property
    def taken(self) -> str:
        return self.moment(self.row.figures.taken) if self.row.figures else ""

    @cached_property
    def managers(self) -> list[Account]:
        return managers(self.root, self.entry.id) if self.is_there else []

    @property
    def link_url(self) -> str:
        """The new link; it is on this answer only."""
        return f"{self.root_url}/{self.entry.id}/{self.link.path}" if self.link else ""

    @property
    def last_acts(self) -> list[Told]:
        return [told(self, one) for one in latest(self.root, ACTS, self.entry.id)]

    def _save(self) -> str:
        def save() -> None:
            reason = self.value("reason")
            change(self.root, self.entry.id, facts.sent(self), reason=reason)

        return self._tried("save", save) or self._done(_("The entry is saved."))

    def _refresh(self) -> str:
        if self.is_there:
            take(self.root, self.entry.id)
        return self._done(_("The figures were taken anew."))

    def _link(self) -> str:
        def link() -> None:
            self.link = new_link(
                self.root, self.entry.id, self.value("login"), reason=self.value("reason")
            )

        return self._tried("link", link) or str(self.index())

    def _tried(self, name: str, act: Callable[[], None]) -> str:
        """Do it; the page that says why it is refused, or nothing."""
        try:
            act()
        except ConventionsError as refusal:
            self.refusal, self.refused = refusal, name
            self.request.response.setStatus(type(refusal))
            return str(self.index())
        return ""

    def _done(self, message: Message) -> str:
        self.say(message)
        return self.go(self.here)

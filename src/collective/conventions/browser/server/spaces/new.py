"""A new space: what is entered, what is wrong with it, and the link for its first member."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.server.boxes import Box
from collective.conventions.browser.server.boxes import filled
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.browser.server.spaces import facts
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import LANGUAGES
from collective.conventions.server.provision import Made
from collective.conventions.server.provision import Manager
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


NAMES = {"fr": "Français", "nl": "Nederlands", "de": "Deutsch", "en": "English"}


class NewSpaceView(ServerPage):
    """``@@new-space``; answers a POST with the link, which is never shown again."""

    index = ViewPageTemplateFile("new.pt")
    title = _("New space")
    made: Made | None = None
    refusal: ConventionsError | None = None

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"make": self._make}

    @cached_property
    def place(self) -> list[Box]:
        """The fields of the site itself."""
        languages = tuple((code, NAMES[code]) for code in LANGUAGES)
        return [
            Box(
                "id",
                _("Id"),
                _("A part of its address for ever: small letters, digits and hyphens."),
                required=True,
                pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*",
            ),
            Box("language", _("Language"), kind="choice", choices=languages, value="fr"),
            Box("description", _("Description"), _("One sentence; members see it.")),
        ]

    @cached_property
    def manager(self) -> list[Box]:
        """The fields of the first member."""
        return [Box("name", _("Name")), Box("email", _("E-mail"), kind="email")]

    @property
    def sections(self) -> list[tuple[str, str, str, list[Box]]]:
        """Id, title, explanation and fields of each part of the form."""
        said = _(
            "He lets the others in. You get a link for one use, under which he chooses his "
            "password; please pass it on to him. Nobody else may enter the space before."
        )
        parts = (
            ("entity", _("Entity"), "", facts.boxes(self)),
            ("site", _("Site"), "", self.place),
            ("manager", _("First manager"), said, self.manager),
        )
        return [
            (name, self.t(title), self.t(text), self._shown(boxes))
            for name, title, text, boxes in parts
        ]

    def _shown(self, boxes: list[Box]) -> list[Box]:
        if self.refusal is None:
            return boxes
        return filled(self, boxes, self.refusal.findings)

    @property
    def message(self) -> str:
        """Why nothing was made."""
        return self.t(self.refusal.message) if self.refusal else ""

    @property
    def link(self) -> str:
        """What the first member opens; empty where there is none."""
        if self.made is None or self.made.link is None:
            return ""
        return f"{self.root_url}/{self.made.entry.id}/{self.made.link.path}"

    def _make(self) -> str:
        try:
            self.made = create_space(
                self.root,
                self.value("id"),
                self.value("title"),
                language=self.value("language"),
                description=self.value("description"),
                manager=self._manager(),
                facts=facts.sent(self),
            )
        except ConventionsError as refusal:
            self.refusal = refusal
            self.request.response.setStatus(type(refusal))
        return str(self.index())

    def _manager(self) -> Manager | None:
        name, email = self.value("name"), self.value("email").lower()
        return Manager(email, name, email) if name or email else None

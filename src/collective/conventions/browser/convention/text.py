"""The section “Text” of a convention: where its text comes from, and the ways to work with it."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.documents.library.models import find
from collective.conventions.documents.texts.articles import may_change
from collective.conventions.interfaces import NotFound
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Link:
    """A way to a page."""

    url: str
    title: str


class TextSection(Page):
    """How much of a text there is, the model it was made from, and what can be done with it."""

    section = ViewPageTemplateFile("text.pt")

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def shown(self) -> bool:
        return bool(self.ways)

    @cached_property
    def awaited(self) -> bool:
        """Whether a text is still to be written."""
        return not self.context.text and may_change(self.context)

    @cached_property
    def articles(self) -> int:
        """How many articles the text has."""
        return sum(row.get("part") == "article" for row in self.context.text or ())

    @cached_property
    def model(self) -> str:
        """The model in words: its title and version, or its id where it is gone."""
        name = self.context.model
        if not name:
            return ""
        try:
            entry = find(name)
        except NotFound:
            return str(name)
        version = self.t(_("version ${n}", mapping={"n": entry.version}))
        return self.listed((entry.title, version))

    @cached_property
    def ways(self) -> list[Link]:
        """The pages that the reader may open; those that need a text only where there is one."""
        text, changes = bool(self.context.text), may_change(self.context)
        inside = self.may("collective.conventions: View Internals")
        known = (
            ("text", _("Read the text"), text),
            ("make-text", _("Make it from a model"), changes),
            ("import-text", _("Take it from a file"), changes and not text),
            ("paper", _("Paper: PDF or Word"), text),
            ("letter", _("Letter or document from a model"), inside),
            ("decree", _("Decree of the council"), inside),
        )
        return [
            Link(f"{self.url}/@@{name}", self.t(title)) for name, title, shown in known if shown
        ]

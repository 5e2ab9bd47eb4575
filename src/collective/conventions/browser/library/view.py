"""The page of a model of the space: its text in any version, and the ways to change it."""

from collective.conventions.browser.library.shown import ModelShown
from collective.conventions.browser.text.view import TextPage
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import entry_of
from collective.conventions.documents.library.models import models
from collective.conventions.terms.texts.text import Text
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class ModelPage(ModelShown, TextPage):
    """The newest version is shown as it stands, with its tools; an older one as it was."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def entry(self) -> Entry:
        asked = str(self.request.form.get("version") or "")
        entry = entry_of(self.context, int(asked) if asked.isdecimal() else None)
        if entry is None:
            raise NotFound("There is no such version.")
        return entry

    @property
    def here(self) -> str:
        return f"{self.url}/view"

    @property
    def named(self) -> tuple[str, str]:
        """The field that keeps this version when the page is asked for again."""
        return "version", str(self.entry.version)

    @cached_property
    def is_newest(self) -> bool:
        return self.entry.version == max((one.number for one in self.entry.versions), default=0)

    @cached_property
    def may_change(self) -> bool:
        """Only the newest version, as it was written, is changed."""
        changeable = self.is_newest and self.tried is None
        return changeable and self.may("Modify portal content")

    @cached_property
    def text(self) -> Text:
        """To be changed the rows must stand as they were written, clauses not in their places."""
        return self.entry.text if self.may_change else super().text

    @cached_property
    def clauses(self) -> list[Entry]:
        """The reusable clauses that can be put into the model."""
        return models("clause", self.entry.language) if self.entry.kind != "clause" else []

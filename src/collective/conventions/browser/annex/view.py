"""The page of an annex: the file, and who may read it."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.lifecycle.restricting import RESTRICT
from collective.conventions.terms.publication import stricter
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class AnnexView(Page):
    """An annex."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def convention(self) -> Any:
        return aq_parent(self.context)

    @cached_property
    def kind(self) -> str:
        return self.choice(vocabularies.ANNEX_KINDS, self.context.annex_kind)

    @cached_property
    def download_url(self) -> str:
        return f"{self.context.absolute_url()}/@@download/file" if self.context.file else ""

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """(label, value); what is empty is left out."""
        file = self.context.file
        found = (
            (_("Number"), self.context.number),
            (_("Kind"), self.kind),
            (_("Language"), self.choice(vocabularies.LANGUAGES, self.context.language)),
            (_("File"), file.filename if file else ""),
            (_("Size"), self.size(file.getSize()) if file else ""),
            (_("Changed on"), self.moment(self.context.modified().asdatetime().isoformat())),
        )
        return [(self.t(label), text) for label, text in found if text]

    @cached_property
    def may_restrict(self) -> bool:
        return self.may(RESTRICT) and bool(stricter(self.context.publication))

    @cached_property
    def rule(self) -> str:
        return self.choice(vocabularies.PUBLICATION_RULES, self.context.publication)

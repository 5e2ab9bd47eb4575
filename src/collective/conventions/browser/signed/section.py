"""The section of a convention's page on its signing."""

from collective.conventions.browser.page import Page
from collective.conventions.content.values import dossier_of
from collective.conventions.content.values import snapshot
from collective.conventions.documents.archive.sending import may_archive
from collective.conventions.documents.signed.keeping import may_keep
from collective.conventions.documents.signed.standing import copies
from collective.conventions.terms.originals import Original
from collective.conventions.terms.originals import originals
from collective.conventions.terms.originals import received
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SigningSection(Page):
    """Originals and signed copies at a glance; into the files looks a page of its own."""

    section = ViewPageTemplateFile("section.pt")
    archive = ViewPageTemplateFile("archive.pt")

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def shown(self) -> bool:
        """From the approval on there is something to sign."""
        return api.content.get_state(self.context) != "draft"

    @cached_property
    def originals(self) -> tuple[Original, ...]:
        dossier = dossier_of(snapshot(self.context), self.today)
        return originals(dossier.parties, dossier.signatories)

    @cached_property
    def received(self) -> int:
        return received(self.originals)

    @cached_property
    def copies(self) -> int:
        return len(copies(self.context))

    @cached_property
    def may_keep(self) -> bool:
        return may_keep(self.context)

    @cached_property
    def may_archive(self) -> bool:
        return may_archive(self.context)

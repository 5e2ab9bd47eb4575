"""A model on a page: what it is, its versions, and what it makes of a convention."""

from collective.conventions.browser.findings import Described
from collective.conventions.browser.library.wording import about
from collective.conventions.browser.library.wording import saved
from collective.conventions.browser.library.wording import url_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.browser.text.view import Shown
from collective.conventions.browser.text.wording import name_of
from collective.conventions.content import vocabularies
from collective.conventions.documents.library.adapting import ADD
from collective.conventions.documents.library.adapting import library
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import is_clause
from collective.conventions.documents.library.models import resolved
from collective.conventions.interfaces import ConventionsError
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: So many conventions are offered for a trial, the latest first.
MOST = 50


class ModelShown(Page):
    """What the page of a shipped model and of an own one share."""

    #: The model; each page finds its own.
    entry: Entry
    refusal = ""
    faults: tuple[Described, ...] = ()
    may_change = False
    shown_parts = ViewPageTemplateFile("parts.pt")

    @property
    def text_language(self) -> str:
        return self.entry.language

    @property
    def changes_parts(self) -> bool:
        """Whether each part has its tools: a document is changed in its own program."""
        return self.may_change and self.entry.source == "articles"

    @cached_property
    def people(self) -> People:
        return People(self)

    @cached_property
    def library_url(self) -> str:
        return str(library().absolute_url())

    @cached_property
    def kind(self) -> str:
        return self.choice(vocabularies.MODEL_KINDS, self.entry.kind)

    @cached_property
    def about(self) -> str:
        return about(self, self.entry)

    @cached_property
    def may_adapt(self) -> bool:
        return self.may(ADD, library())

    @cached_property
    def versions(self) -> list[tuple[str, str, bool]]:
        """(address, what it is, whether it is shown now), the newest first."""
        entry = self.entry
        return [
            (
                url_of(Entry(**{**vars(entry), "version": one.number}), self.library_url),
                saved(self, one, self.people[one.author] if one.author else ""),
                one.number == entry.version,
            )
            for one in reversed(entry.versions)
        ]

    @cached_property
    def tried(self) -> Any:
        """The convention with which the model is tried, if one was chosen."""
        uid = self.request.form.get("convention")
        brains = api.content.find(portal_type="Convention", UID=uid) if uid else ()
        return brains[0].getObject() if brains else None

    @cached_property
    def conventions(self) -> list[Any]:
        """The latest conventions that the reader may see, for a trial."""
        catalog = api.portal.get_tool("portal_catalog")
        query = {"portal_type": "Convention", "sort_on": "modified", "sort_order": "descending"}
        return list(catalog(**query, sort_limit=MOST)[:MOST])

    @cached_property
    def text(self) -> Text:
        """What the page shows: the model, or what it makes of the chosen convention."""
        try:
            if self.tried is not None:
                return made(self.tried, self.entry, self.today)
            return resolved(self.entry.text)
        except ConventionsError as error:
            self.refusal = self.t(error.message)
            return self.entry.text

    @cached_property
    def parts(self) -> list[Shown]:
        last = len(self.text) - 1
        return [
            Shown(at, part, self._name_of(part), at == 0, at == last)
            for at, part in enumerate(self.text)
        ]

    def _name_of(self, part: Part) -> str:
        """What a part is called; one that stands for a clause, by the title of that."""
        if part.clause and not part.body and not part.title and is_clause(part.clause):
            return find(part.clause).title
        return name_of(self, part)

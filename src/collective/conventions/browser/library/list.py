"""``library/@@library``: all models, by kind and language."""

from collective.conventions import _
from collective.conventions.browser.library.wording import about
from collective.conventions.browser.library.wording import url_of
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.documents.library.adapting import ADD
from collective.conventions.documents.library.adapting import library
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import models
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Line:
    """A model as the list shows it."""

    entry: Entry
    url: str
    about: str


@dataclass(frozen=True)
class Group:
    """The models of a kind."""

    id: str
    title: str
    lines: list[Line]


class LibraryPage(Page):
    """The models at hand; who may add models can adapt each of them."""

    index = ViewPageTemplateFile("list.pt")
    languages = vocabularies.LANGUAGES

    @cached_property
    def url(self) -> str:
        return str(library().absolute_url())

    @cached_property
    def may_add(self) -> bool:
        return self.may(ADD, library())

    @cached_property
    def chosen(self) -> str:
        """The language whose models are shown; empty for all."""
        language = self.request.form.get("language")
        return language if isinstance(language, str) and language in self.languages else ""

    @cached_property
    def groups(self) -> list[Group]:
        found = models(language=self.chosen)
        kinds = [(term.value, self.t(term.title)) for term in vocabularies.MODEL_KINDS]
        groups = [
            Group(kind, title, [self._line(entry) for entry in found if entry.kind == kind])
            for kind, title in kinds
        ]
        return [group for group in groups if group.lines]

    @cached_property
    def filters(self) -> list[tuple[str, str, bool]]:
        """(address, title, whether it is shown now) of each choice of a language."""
        every = [("", self.t(_("All languages")))]
        every += [(term.value, self.t(term.title)) for term in self.languages]
        url, chosen = self.url, self.chosen
        return [(f"{url}?language={code}", title, code == chosen) for code, title in every]

    def _line(self, entry: Entry) -> Line:
        return Line(entry, url_of(entry, self.url), about(self, entry))

"""``@@make-text``: the text of a draft made from a model, seen before it is taken."""

from collective.conventions import _
from collective.conventions.browser.library.wording import about
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.view import Shown
from collective.conventions.browser.text.wording import name_of
from collective.conventions.documents.filling.sandbox import BLANK
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.making import take
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.texts.articles import may_change
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import NotFound
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound as NoPage
import transaction


class MakeText(Page):
    """Choose a model, see what it says of the convention, take it."""

    index = ViewPageTemplateFile("make.pt")
    shown_parts = ViewPageTemplateFile("parts.pt")
    refusal = ""
    changes_parts = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._taken()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def may_change(self) -> bool:
        return may_change(self.context)

    @property
    def text_language(self) -> str:
        return self.chosen.language if self.chosen is not None else self.language

    @cached_property
    def offered(self) -> list[tuple[Entry, str]]:
        """The models for texts, those in the language of the convention first."""
        own = self.context.text_language or "fr"
        found = [one for one in models("convention") if one.source == "articles" and one.version]
        ordered = sorted(found, key=lambda one: one.language != own)
        return [(one, about(self, one)) for one in ordered]

    @cached_property
    def chosen(self) -> Entry | None:
        name = str(self.request.form.get("model") or "")
        if not name:
            return None
        try:
            return find(name)
        except NotFound:
            raise NoPage("There is no such model.") from None

    @cached_property
    def parts(self) -> list[Shown]:
        """What the chosen model says of the convention."""
        if self.chosen is None:
            return []
        try:
            text = made(self.context, self.chosen, self.today)
        except ConventionsError as error:
            self.refusal = self.t(error.message)
            return []
        last = len(text) - 1
        return [
            Shown(at, part, name_of(self, part), at == 0, at == last)
            for at, part in enumerate(text)
        ]

    @cached_property
    def blanks(self) -> int:
        """How many fields have no value yet."""
        return sum(
            part.part.body.count(BLANK) + part.part.title.count(BLANK) for part in self.parts
        )

    def _taken(self) -> str:
        try:
            take(self.context, str(self.request.form.get("model") or ""), self.today)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            return super().__call__()
        api.portal.show_message(_("This is the text of the convention now."), self.request)
        self.request.response.redirect(f"{self.url}/@@text")
        return ""

"""What the pages of the decree share: who may look, where they lead, and in which languages."""

from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.documents.decree.keeping import decree_of
from collective.conventions.documents.decree.keeping import may_change
from functools import cached_property
from plone import api
from typing import Any
from zExceptions import Unauthorized


class DecreePage(Page):
    """A page about the decree of one convention."""

    def __call__(self) -> Any:
        # The permission holds in the whole space; the convention may be closed all the same.
        if not self.may("View"):
            raise Unauthorized("decree")
        return self.shown()

    def shown(self) -> Any:
        """The page, or what is done instead of it."""
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def decree(self) -> dict[str, dict[str, str]]:
        return decree_of(self.context)

    @cached_property
    def may_change(self) -> bool:
        return may_change(self.context)

    @cached_property
    def adopted(self) -> bool:
        return bool(api.content.get_state(self.context) != "draft")

    def language_title(self, language: str) -> str:
        return self.choice(vocabularies.LANGUAGES, language)

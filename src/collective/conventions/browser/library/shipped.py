"""``library/@@model``: a model that comes with the software, in one version."""

from collective.conventions.browser.library.shown import ModelShown
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.entry import SHIPPED
from collective.conventions.documents.library.models import find
from collective.conventions.interfaces import NotFound
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound as NoPage


class ShippedPage(ModelShown):
    """Nobody changes it; who may add models can adapt it."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def entry(self) -> Entry:
        name = str(self.request.form.get("name") or "")
        try:
            if name.startswith(SHIPPED):
                return find(name)
        except NotFound:
            pass
        raise NoPage("There is no such model.")

    @property
    def here(self) -> str:
        return self.url

    @property
    def named(self) -> tuple[str, str]:
        """The field that keeps this version when the page is asked for again."""
        return "name", self.entry.name

    @cached_property
    def url(self) -> str:
        return f"{self.library_url}/@@model"

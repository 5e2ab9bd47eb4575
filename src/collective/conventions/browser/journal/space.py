"""The journals of a space, those of deleted conventions too."""

from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.journal.view import JournalView
from collective.conventions.browser.page import Page
from collective.conventions.journal.storage import all_journals
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import Journal
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


SIZE = 50


class JournalsView(Page):
    """The list of all journals; with ``uid``, one of them."""

    index = ViewPageTemplateFile("journals.pt")

    def __call__(self) -> str:
        if self.request.form.get("uid"):
            return OneJournal(self.context, self.request)()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@journals"

    @cached_property
    def only_deleted(self) -> bool:
        return bool(self.request.form.get("deleted"))

    @cached_property
    def journals(self) -> list[Journal]:
        return [one for one in all_journals() if one.deleted or not self.only_deleted]

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, len(self.journals))

    @cached_property
    def shown(self) -> list[Journal]:
        return self.journals[self.batch.start : self.batch.start + SIZE]

    def latest(self, journal: Journal) -> str:
        """When the last entry was written."""
        found = journal.between(journal.length, journal.length)
        return self.moment(found[-1].instant) if found else ""


class OneJournal(JournalView):
    """The journal that a query asks for by the UID of its convention."""

    @cached_property
    def journal(self) -> Journal:
        found = find(str(self.request.form["uid"]))
        if found is None:
            raise NotFound(self.request.form["uid"])
        return found

    @cached_property
    def title(self) -> str:
        return self.journal.title

    @cached_property
    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@journals"

    @cached_property
    def url(self) -> str:
        return f"{self.back}?uid={self.journal.uid}"

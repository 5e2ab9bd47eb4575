"""The journal of a convention: who did what when, and whether nobody altered it since."""

from collective.conventions import _
from collective.conventions.access.journals import telling
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.journal.lines import Line
from collective.conventions.browser.journal.lines import lines
from collective.conventions.browser.journal.lines import names_in
from collective.conventions.browser.page import Page
from collective.conventions.journal.chain import Break
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import Journal
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


SIZE = 50

KINDS = {
    "altered": _("Entry ${n} was altered, or does not follow the one before."),
    "missing": _("Entry ${n} is missing."),
}


class JournalView(Page):
    """The journal of a convention in words, the latest entries first."""

    index = ViewPageTemplateFile("journal.pt")

    @cached_property
    def journal(self) -> Journal | None:
        return find(self.context.UID())

    @cached_property
    def title(self) -> str:
        return str(self.context.title)

    @cached_property
    def back(self) -> str:
        """Where one comes from."""
        return str(self.context.absolute_url())

    @cached_property
    def url(self) -> str:
        """The address of the first page, with a query that goes on."""
        return f"{self.back}/@@journal?"

    @cached_property
    def length(self) -> int:
        return self.journal.length if self.journal is not None else 0

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, self.length)

    @cached_property
    def lines(self) -> list[Line]:
        if self.journal is None:
            return []
        last = self.length - self.batch.start
        told = telling(self.journal.uid)
        entries = [told(entry) for entry in self.journal.between(last - SIZE + 1, last)]
        return lines(self, entries, names_in(entries))[::-1]

    @cached_property
    def breaks(self) -> list[str]:
        """Where the chain does not hold, in words; empty when nobody altered an entry."""
        found = self.journal.breaks() if self.journal is not None else ()
        return [self._broken(one) for one in found]

    def _broken(self, one: Break) -> str:
        return self.t(Message(KINDS[one.kind], mapping={"n": one.number}))

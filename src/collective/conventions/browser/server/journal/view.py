"""The journal of the server: all acts of operators, and whether it is whole."""

from collective.conventions import _
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.browser.server.told import Told
from collective.conventions.browser.server.told import told
from collective.conventions.journal.chain import Entry
from collective.conventions.server.journal import breaks
from collective.conventions.server.journal import history
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


SIZE = 50


class ServerJournalView(ServerPage):
    """``@@server-journal``, with ``about=`` the id of a space, a login or whatever it is about."""

    index = ViewPageTemplateFile("view.pt")
    title = _("Journal of the server")

    @cached_property
    def about(self) -> str:
        return self.value("about")

    @cached_property
    def found(self) -> list[Entry]:
        """The entries that are asked for, the latest first."""
        return [one for one in reversed(history(self.root)) if self.about in ("", one.subject)]

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, len(self.found))

    @property
    def lines(self) -> list[Told]:
        start = self.batch.start
        return [told(self, one) for one in self.found[start : start + SIZE]]

    def page_url(self, number: int) -> str:
        asked = {"about": self.about, "page": number}
        return f"{self.url}?{urlencode({n: v for n, v in asked.items() if v})}"

    @cached_property
    def broken(self) -> list[int]:
        """The numbers of the entries that were altered or are missing."""
        return [one.number for one in breaks(self.root)]

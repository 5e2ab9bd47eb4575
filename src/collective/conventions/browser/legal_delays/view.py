"""The delays that a law sets, each with its source; a change needs the new source."""

from collective.conventions import _
from collective.conventions.browser.journal.lines import Line
from collective.conventions.browser.journal.lines import lines
from collective.conventions.browser.journal.lines import names_in
from collective.conventions.browser.page import Page
from collective.conventions.deadlines import law
from collective.conventions.deadlines.delays import delays
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.messages import sentence
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
import transaction


@dataclass(frozen=True)
class Entry:
    """A delay as the form shows it; ``faults`` are what is wrong with what was entered."""

    code: str
    title: str
    days: str
    source: str
    faults: dict[str, str] = field(default_factory=dict)


class LegalDelays(Page):
    """``@@legal-delays``"""

    index = ViewPageTemplateFile("view.pt")
    refused: Entry | None = None

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._changed()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@legal-delays"

    def entries(self) -> list[Entry]:
        return [self._entry(code) for code in delays()]

    def changes(self) -> list[Line]:
        """The last changes: who set what, when, from what."""
        entries = law.latest_changes()
        return lines(self, entries, names_in(entries))

    def _entry(self, code: str) -> Entry:
        if self.refused is not None and self.refused.code == code:
            return self.refused
        delay = delays()[code]
        return Entry(code, self.t(law.title(code)), str(delay.days), delay.source)

    def _changed(self) -> str:
        code, days, source = (str(self.request.form.get(n, "")) for n in ("code", "days", "source"))
        if code not in delays():
            raise NotFound(code)
        title = self.t(law.title(code))
        try:
            law.change(code, days, source)
        except UnprocessableEntity as error:
            transaction.doom()
            faults = {one.field: self.t(sentence(one)) for one in error.findings}
            self.refused = Entry(code, title, days, source, faults)
            return super().__call__()
        done = _("The delay is changed, and every date that follows from it.")
        api.portal.show_message(done, request=self.request)
        self.request.response.redirect(self.url)
        return ""

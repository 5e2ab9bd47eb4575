"""The price indexes that hold in all spaces: entered, or read from a file, with their source."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing import index_file
from collective.conventions.billing.indexes import drop
from collective.conventions.billing.indexes import ENTERED
from collective.conventions.billing.indexes import put
from collective.conventions.billing.indexes import REMOVED
from collective.conventions.billing.indexes import Value
from collective.conventions.billing.indexes import values_of
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.server.boxes import Box
from collective.conventions.browser.server.boxes import filled
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.content import vocabularies
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.terms import writing
from collective.conventions.terms.choices import INDEX_SERIES
from collective.conventions.terms.findings import Finding
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LONGEST_SOURCE = 500


class ServerIndexesView(ServerPage):
    """``@@server-indexes``: the table of what is known, and a form for a value or a file."""

    index = ViewPageTemplateFile("indexes.pt")
    title = _("Price indexes of all spaces")
    findings: tuple[Finding, ...] = ()
    refusal = ""

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"enter": self._enter, "import": self._import, "drop": self._drop}

    @cached_property
    def values(self) -> list[Value]:
        """What is known, the latest month first."""
        return sorted(values_of(self.root), key=lambda one: (one.month, one.series), reverse=True)

    @property
    def boxes(self) -> list[Box]:
        """The fields that a value and a file share."""
        titles = [(one, self.series(one)) for one in INDEX_SERIES]
        hint = _("Where it was read: a publication and its date.")
        boxes = (
            Box("series", _("Index"), kind="choice", choices=tuple(titles)),
            Box("source", _("Source"), hint, required=True),
        )
        return filled(self, boxes, self.findings)

    @property
    def value_boxes(self) -> list[Box]:
        boxes = (
            Box("month", _("Month"), _("As in 2026-01.")),
            Box("value", _("Value"), _("As in 133.49.")),
        )
        return filled(self, boxes, self.findings)

    def series(self, code: str) -> str:
        return self.choice(vocabularies.INDEX_SERIES, code)

    def month(self, one: Value) -> str:
        return writing.month(one.month, self.language)

    def _enter(self) -> str:
        typed = f"{self.value('month')};{self.value('value')}"
        return self._kept(lambda: typed.encode())

    def _import(self) -> str:
        return self._kept(lambda: uploaded(self.request.form.get("file"), index_file.MOST_OCTETS))

    def _kept(self, data: Callable[[], bytes]) -> str:
        self.findings = tuple(self._wrong())
        if self.findings:
            return str(self.index())
        try:
            values = index_file.read(data(), self.value("series"), self.value("source"))
        except ConventionsError as error:
            self.refusal = self.t(error.message)
            return str(self.index())
        changed = put(self.root, values)
        if changed:
            self._record(ENTERED, {"values": len(changed), "source": changed[0].source})
        return self._done(len(changed))

    def _wrong(self) -> Iterable[Finding]:
        if self.value("series") not in INDEX_SERIES:
            yield Finding("unknown_choice", "series", {"value": self.value("series")[:100]})
        if not self.value("source"):
            yield Finding("required", "source")
        elif len(self.value("source")) > LONGEST_SOURCE:
            yield Finding("text_too_long", "source", {"maximum": LONGEST_SOURCE})

    def _done(self, changed: int) -> str:
        self.say(_("New or other than before: ${n} values.", mapping={"n": changed}))
        return self.go(self.url)

    def _drop(self) -> str:
        series, _sep, text = self.value("do.drop").partition("|")
        month = index_file.month_in(text) or date.min
        if drop(self.root, series, month):
            self.request.form["series"] = series
            self._record(REMOVED, {"month": month.isoformat()})
            self.say(_("The value is removed."))
        else:
            self.say(_("This value was not there any more."))
        return self.go(self.url)

    def _record(self, action: str, after: dict[str, object]) -> None:
        series = self.value("series")
        record(self.root, action, actor=present_actor(), subject=series, after=after)

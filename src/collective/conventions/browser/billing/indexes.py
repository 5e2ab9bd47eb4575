"""``@@price-indexes``: the values that move indexed prices, each with its source."""

from collective.conventions import _
from collective.conventions.billing import index_file
from collective.conventions.billing.indexes import drop
from collective.conventions.billing.indexes import put
from collective.conventions.billing.indexes import Value
from collective.conventions.billing.indexes import values_of
from collective.conventions.billing.issue import ISSUE
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import Forbidden
from collective.conventions.terms import writing
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.indexing import index_fault
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope import schema
from zope.i18nmessageid import Message


SERIES = schema.Choice(__name__="series", title=_("Index"), vocabulary=vocabularies.INDEX_SERIES)
SOURCE = schema.TextLine(
    __name__="source",
    title=_("Source"),
    description=_("Where it was read: a publication and its date."),
    max_length=500,
)
ONE: dict[str, Any] = {
    "series": SERIES,
    "month": schema.TextLine(
        __name__="month", title=_("Month"), description=_("As in 2026-01."), max_length=10
    ),
    "value": schema.Decimal(__name__="value", title=_("Value")),
    "source": SOURCE,
}
MANY: dict[str, Any] = {"series": SERIES, "source": SOURCE}


@dataclass(frozen=True)
class Row:
    """A value in words; only what the space keeps itself can be removed here."""

    series: str
    month: str
    iso: str
    code: str
    value: str
    source: str
    own: bool


class PriceIndexesPage(Page):
    """Two forms, one value or a file of them, and the table of what is known."""

    index = ViewPageTemplateFile("indexes.pt")
    steps = ViewPageTemplateFile("../incidents/steps.pt")
    problems: tuple[Problem, ...] = ()
    refusal = ""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if not self.may_change:
                raise Forbidden(_("You may not change the price indexes."))
            acts = {"enter": self._enter, "import": self._import, "drop": self._drop}
            for name, act in acts.items():
                if f"do.{name}" in self.request.form:
                    return act()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@price-indexes"

    @cached_property
    def may_change(self) -> bool:
        return self.may(ISSUE)

    @cached_property
    def one(self) -> SmallForm:
        typed = "do.enter" in self.request.form
        return SmallForm(self, ONE, {"series": "health_index"}, typed=typed, prefix="one-")

    @cached_property
    def many(self) -> SmallForm:
        typed = "do.import" in self.request.form
        return SmallForm(self, MANY, {"series": "health_index"}, typed=typed, prefix="many-")

    @cached_property
    def rows(self) -> list[Row]:
        """What holds in the space, the latest month first."""
        root = self.context.getPhysicalRoot()
        found = {one.key: (one, False) for one in values_of(root)}
        found |= {one.key: (one, True) for one in values_of(self.context)}
        known = sorted(found.values(), key=lambda pair: pair[0].series)
        latest = sorted(known, key=lambda pair: pair[0].month, reverse=True)
        return [self._row(one, own) for one, own in latest]

    def _row(self, one: Value, own: bool) -> Row:
        return Row(
            self.choice(vocabularies.INDEX_SERIES, one.series),
            writing.month(one.month, self.language),
            one.month.isoformat(),
            one.series,
            self.number(one.value),
            one.source,
            own,
        )

    def _enter(self) -> str:
        typed = self.one.read()
        month = index_file.month_in(typed["month"] or "")
        if typed["month"] and month is None:
            self.one.refuse([Finding("not_a_month", "month")])
        if typed["value"] is not None and (code := index_fault(typed["value"])):
            self.one.refuse([Finding(code, "value")])
        self.problems = self.one.problems
        if self.problems or month is None:
            return super().__call__()
        put(self.context, [Value(typed["series"], month, typed["value"], typed["source"])])
        return self._done(_("The value is saved."))

    def _import(self) -> str:
        typed = self.many.read()
        self.problems = self.many.problems
        if self.problems:
            return super().__call__()
        try:
            data = uploaded(self.request.form.get("file"), index_file.MOST_OCTETS)
            values = index_file.read(data, typed["series"], typed["source"])
        except ConventionsError as error:
            self.refusal = self.t(error.message)
            return super().__call__()
        changed = len(put(self.context, values))
        return self._done(_("New or other than before: ${n} values.", mapping={"n": changed}))

    def _drop(self) -> str:
        code, _sep, text = str(self.request.form["do.drop"]).partition("|")
        month = index_file.month_in(text) or date.min
        if drop(self.context, code, month):
            return self._done(_("The value is removed."))
        return self._done(_("This value was not there any more."))

    def _done(self, message: Message) -> str:
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

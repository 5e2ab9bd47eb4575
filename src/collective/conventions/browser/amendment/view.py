"""The page of an amendment: from when it holds, what it changes, what its steps still lack."""

from Acquisition import aq_parent
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.aspects import permitted
from collective.conventions.access.insiders import is_insider
from collective.conventions.browser.convention import next_step
from collective.conventions.browser.convention import papers
from collective.conventions.browser.journal.changes import Reader
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import columns_of
from collective.conventions.browser.widgets.concerned import rows_of
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import UNREADABLE
from collective.conventions.content.amended import value_of
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.documents.texts.stages import stages
from collective.conventions.journal.plain import plain
from collective.conventions.lifecycle.amendments import Prospect
from collective.conventions.markup.clean import clean
from collective.conventions.terms.amending.amendment import TABLES
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


DECIDED = ("college_date", "college_number", "council_sitting", "council_date", "council_number")


@dataclass(frozen=True)
class Told:
    """A change in words; ``body`` is the HTML of an article, ``before`` what held without it."""

    label: str
    text: str
    body: str = ""
    before: str = ""


class AmendmentView(Page):
    """An amendment."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def convention(self) -> Any:
        return aq_parent(self.context)

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def values(self) -> dict[str, Any]:
        return snapshot(self.context)

    @cached_property
    def names(self) -> Names:
        return names_of(referred(self.values) | referred(snapshot(self.convention)))

    @cached_property
    def state(self) -> str:
        return str(api.content.get_state(self.context))

    @cached_property
    def state_title(self) -> str:
        return self.choice(vocabularies.STATES, self.state)

    @cached_property
    def holds(self) -> str:
        """From when it holds, in a sentence; a draft would."""
        day = effective(self.values)
        if day is None:
            return self.t(_("It takes effect on the day of the last signature."))
        if self.state != "signed" or day > self.today:
            return self.t(_("It takes effect on ${day}.", mapping={"day": self.day(day)}))
        return self.t(_("It holds since ${day}.", mapping={"day": self.day(day)}))

    @cached_property
    def insider(self) -> bool:
        return is_insider(self.convention)

    @cached_property
    def open(self) -> frozenset[str]:
        """The aspects that the reader may change now."""
        return permitted(self.context)

    @cached_property
    def steps(self) -> list[next_step.NextStep]:
        return next_step.next_steps(self, self.values, self.names)

    @cached_property
    def changes(self) -> list[Told]:
        """Every change: the fields with their new values, then the rows of each table."""
        return [*self._fields(), *(one for table in TABLES for one in self._rows(table))]

    @cached_property
    def texts(self) -> dict[str, str]:
        """The queries that compare and check the text it makes; none once it holds."""
        key = f"amendment:{self.context.amendment_number}"
        known = [one.key for one in stages(self.convention, self.today)]
        if key not in known:
            return {}
        compared = urlencode({"before": "present", "after": key})
        return {"compare": compared, "check": urlencode({"text": key})}

    @cached_property
    def rows(self) -> Mapping[str, Mapping[str, str]]:
        """The rows that it can change, in words by their names."""
        return rows_of(self.context, self.request, self.language)

    @cached_property
    def decisions(self) -> list[Told]:
        reader = Reader(self, self.names)
        return [
            Told(self.t(IAmendment[name].title), text)
            for name in DECIDED
            if (text := reader.value(name, IAmendment[name], plain(self.values.get(name))))
        ]

    @cached_property
    def signatories(self) -> list[Told]:
        return [
            Told(
                self.names[row.get("partner") or ""].title,
                self.listed(
                    text
                    for text in (row.get("name"), row.get("capacity"), self._signed(row))
                    if text
                ),
            )
            for row in self.values["signatories"] or ()
        ]

    @cached_property
    def annexes(self) -> list[Any]:
        return papers.open_annexes(self.context)

    @cached_property
    def may_add_annex(self) -> bool:
        return self.may("collective.conventions: Add Annex")

    def _signed(self, row: dict[str, Any]) -> str:
        day = row.get("date_signed")
        return self.t(_("signed on ${day}", mapping={"day": self.day(day)})) if day else ""

    def _fields(self) -> Iterator[Told]:
        reader = Reader(self, self.names)
        prospect = Prospect(self.convention, self.values, self.today)
        known = prospect.before(prospect.amendment.effective)
        for row in self.values["changes"] or ():
            name, field = row["field"], IConvention[row["field"]]
            before = reader.value(name, field, plain(known.get(name)))
            try:
                text = reader.value(name, field, plain(value_of(name, row.get("value"))))
            except UNREADABLE:
                text = row.get("value") or ""
            yield Told(self.t(field.title), text or self.t(_("none any more")), before=before)

    def _rows(self, table: str) -> Iterator[Told]:
        field = IConvention[table]
        columns = {name: one for name, one in columns_of(field).items() if name != "body"}
        for row in self.values[TABLES[table]] or ():
            action = self.choice(vocabularies.AMENDING_ACTIONS, row.get("action"))
            label = self.labelled(self.t(field.title), action)
            if row.get("row"):
                where = self.rows[table].get(row["row"], row["row"])
                label = self.listed((label, where))
            removed = row.get("action") == "remove"
            text = "" if removed else Reader(self, self.names).row(columns, plain(row))
            yield Told(label, text, "" if removed else clean(row.get("body") or ""))

"""What holds of a convention on a day: field by field, row by row, article by article (D5)."""

from collective.conventions import _
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.state.told import Article
from collective.conventions.browser.state.told import Said
from collective.conventions.browser.state.told import Teller
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import state_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.convention import IConvention
from collective.conventions.content.fields import civil_date
from collective.conventions.terms.amending.state import State
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


AT = civil_date(__name__="at", title=_("Day"), required=True)
#: The tables in the order of the page; the text has a section of its own.
SHOWN = ("parties", "commitments", "prices")


@dataclass(frozen=True)
class Amended:
    """An amendment that was signed: its page, and from when it holds."""

    title: str
    url: str
    day: str
    holds: bool


class StatePage(Page):
    """``@@state?at=2027-01-01``; today where no day is asked for."""

    index = ViewPageTemplateFile("page.pt")

    @property
    def asked(self) -> bool:
        """Whether a day is asked for at all."""
        return "at" in self.request.form

    @cached_property
    def form(self) -> SmallForm:
        return SmallForm(self, {"at": AT}, {"at": self.today}, typed=self.asked)

    @cached_property
    def at(self) -> date:
        """The day that is asked for; today where what was typed is none."""
        day = self.form.read()["at"] if self.asked else None
        return day if isinstance(day, date) else self.today

    @cached_property
    def title(self) -> str:
        return self.t(_("What holds on ${day}", mapping={"day": self.day(self.at)}))

    @cached_property
    def state(self) -> State:
        return state_of(self.context, self.at)

    @cached_property
    def amended(self) -> list[Amended]:
        """The amendments that hold, then those to come."""
        items = {one.amendment_number: one for one in amendments(self.context)}
        known = [(one, True) for one in self.state.applied]
        known += [(one, False) for one in self.state.coming]
        return [
            Amended(
                items[one.number].title,
                items[one.number].absolute_url(),
                self.day(one.effective),
                holds,
            )
            for one, holds in known
        ]

    @cached_property
    def teller(self) -> Teller:
        titles = {one.amendment_number: one.title for one in amendments(self.context)}
        removed = {
            name: [dict(row.values) for row in rows] for name, rows in self.state.removed.items()
        }
        uids = referred(dict(self.values)) | referred(removed)
        return Teller(self, names_of(uids), titles)

    @cached_property
    def values(self) -> dict[str, Any]:
        return dict(values_at(self.context, self.at))

    @cached_property
    def fields(self) -> list[Said]:
        return list(self.teller.fields(self.values, self.state))

    @cached_property
    def tables(self) -> list[tuple[str, str, list[Said], list[Said]]]:
        """(id, title, rows, rows that were taken out) of each table that holds something."""
        found = [
            (
                name,
                self.t(IConvention[name].title),
                list(self.teller.rows(name, self.state.rows[name])),
                list(self.teller.rows(name, self.state.removed[name])),
            )
            for name in SHOWN
        ]
        return [one for one in found if one[2] or one[3]]

    @cached_property
    def text(self) -> list[Article]:
        return list(self.teller.text(self.state.rows["text"]))

    @cached_property
    def text_removed(self) -> list[Article]:
        return list(self.teller.text(self.state.removed["text"]))

"""Changing an article by an amendment: with the very editor of the text of a convention."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.amendment.closed import refuse_closed
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.edit import EDITOR
from collective.conventions.browser.text.wording import KINDS
from collective.conventions.browser.widgets.concerned import rows_of
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import state_of
from collective.conventions.content.checks import findings
from collective.conventions.content.values import Reading
from collective.conventions.content.values import snapshot
from collective.conventions.terms.amending.amendment import ACTIONS
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import BadRequest
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import json


WRITTEN = ("part", "number", "title", "body")
Row = Mapping[str, Any]


class ArticlePage(Page):
    """``@@change-article``: which one; ``?action=replace&row=2``: what becomes of it.

    ``?change=0`` is one that the amendment changes already, by its place among the changes.
    """

    index = ViewPageTemplateFile("article.pt")
    kinds = KINDS
    faults: tuple[Described, ...] = ()

    def __call__(self) -> str:
        refuse_closed(self.context)
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._written()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def editor(self) -> str:
        return json.dumps(EDITOR)

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The parts of the text that can be changed, in words by their names."""
        return rows_of(self.context, self.request, self.language)["text"]

    @cached_property
    def at(self) -> int | None:
        """The place of the change that is written, None of a new one."""
        asked = str(self.request.form.get("change") or "")
        if asked:
            if not asked.isdecimal() or len(asked) > 4 or int(asked) >= len(self._changes):
                raise BadRequest("There is no such change.")
            return int(asked)
        same = (place for place, row in enumerate(self._changes) if self._concerns(row))
        return next(same, None)

    @cached_property
    def action(self) -> str:
        """What happens to it; empty where that is still to be chosen."""
        if "change" in self.request.form and self.at is not None:
            return str(self._changes[self.at].get("action") or "")
        asked = str(self.request.form.get("action") or "")
        if asked not in ("", *ACTIONS):
            raise BadRequest("An article is added, replaced or removed.")
        return asked if asked in ("", "add") or self.row else ""

    @cached_property
    def row(self) -> str:
        """The name of the part concerned; of one that is added, of that before it."""
        if "change" in self.request.form and self.at is not None:
            return str(self._changes[self.at].get("row") or "")
        asked = str(self.request.form.get("row") or "")
        if asked and asked not in self.articles:
            raise BadRequest("The text has no such part.")
        return asked

    @cached_property
    def title(self) -> str:
        if not self.action:
            return self.t(_("Change an article"))
        if self.action == "add":
            return self.t(_("New part"))
        return self.articles.get(self.row, self.row)

    @cached_property
    def part(self) -> Row:
        """What the form shows: what was sent, what the amendment says, or what holds."""
        form = self.request.form
        if self.request.method == "POST":
            return {name: str(form.get(name) or "") for name in WRITTEN}
        if self.at is not None:
            return {name: self._changes[self.at].get(name) or "" for name in WRITTEN}
        if self.action == "add":
            return {**dict.fromkeys(WRITTEN, ""), "part": "article"}
        day = effective(Reading(self.context))
        rows = state_of(aq_parent(aq_inner(self.context)), day).rows["text"]
        found = next((one.values for one in rows if one.name == self.row), {})
        return {name: found.get(name) or "" for name in WRITTEN}

    @cached_property
    def listed(self) -> list[tuple[str, str]]:
        """(address, words) of each article that it changes."""
        return [
            (f"{self.url}/@@change-article?change={place}", self._told(row))
            for place, row in enumerate(self._changes)
        ]

    @cached_property
    def _changes(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.context.text_changes or ()]

    def _concerns(self, row: Row) -> bool:
        """Whether a change is one of the part that is asked for; an addition is of none."""
        asked = self.request.form.get("row")
        adding = "add" in (row.get("action"), self.request.form.get("action"))
        return bool(asked) and not adding and row.get("row") == asked

    def _told(self, row: Row) -> str:
        name = self.articles.get(str(row.get("row") or ""), "")
        if row.get("action") == "add":
            return " ".join(str(row[key]) for key in ("number", "title") if row.get(key))
        return name or str(row.get("row") or "")

    def _written(self) -> str:
        rows, place = list(self._changes), self.at
        if "remove" in self.request.form:
            if place is not None:
                del rows[place]
            return self._kept(rows)
        if not self.action:
            raise BadRequest("Nothing was asked for.")
        said = {} if self.action == "remove" else dict(self.part)
        row = {"action": self.action, "row": self.row, **said}
        if place is None:
            place = len(rows)
            rows.append(row)
        else:
            rows[place] = row
        self.faults = tuple(self._faults(rows, place))
        return super().__call__() if self.faults else self._kept(rows)

    def _faults(self, rows: list[dict[str, Any]], place: int) -> list[Described]:
        values = {**snapshot(self.context), "text_changes": rows}
        found = findings("Amendment", values, self.today)
        wrong = [one for one in found if one.field == "text_changes" and one.row == place]
        return [described(one, self, Names()) for one in wrong]

    def _kept(self, rows: list[dict[str, Any]]) -> str:
        self.context.text_changes = rows
        notify(ObjectModifiedEvent(self.context))
        api.portal.show_message(_("The change is written."), request=self.request)
        self.request.response.redirect(f"{self.url}#cv-changes")
        return ""

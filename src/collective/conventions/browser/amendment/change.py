"""Setting a field of the convention by an amendment: with the very control of that field."""

from Acquisition import aq_parent
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.amendment.closed import refuse_closed
from collective.conventions.browser.amendment.view import Told
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.page import Page
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import text_of
from collective.conventions.content.amended import UNREADABLE
from collective.conventions.content.amended import value_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.rows.amending import IFieldChangeRow
from collective.conventions.content.values import Reading
from collective.conventions.content.values import snapshot
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.findings import Finding
from copy import copy
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


CHOSEN = IFieldChangeRow["field"]


class ChangePage(Page):
    """``@@change``: which field; ``@@change?field=end_date``: its new value."""

    index = ViewPageTemplateFile("change.pt")

    def __call__(self) -> str:
        refuse_closed(self.context)
        if self.field and self.field not in FIELDS:
            raise NotFound(self.field)
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._written()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def field(self) -> str:
        return str(self.request.form.get("field", "")).strip()

    @cached_property
    def title(self) -> str:
        if self.field:
            return self.t(IConvention[self.field].title)
        return self.t(_("Change a field of the convention"))

    @cached_property
    def choice_form(self) -> SmallForm:
        return SmallForm(self, {"field": CHOSEN}, {}, typed=False, prefix="change-")

    @cached_property
    def form(self) -> SmallForm:
        """The control of the field; it begins with what the amendment says, or what holds."""
        field = copy(IConvention[self.field])
        typed = self.request.method == "POST"
        return SmallForm(self, {self.field: field}, {self.field: self._now}, typed=typed)

    @cached_property
    def set_already(self) -> bool:
        """Whether the amendment changes the field as it is."""
        return any(row.get("field") == self.field for row in self.context.changes or ())

    @cached_property
    def listed(self) -> list[Told]:
        """The fields that it changes, each with the address of this page for it."""
        return list(self._listed())

    def _listed(self) -> Iterator[Told]:
        for row in self.context.changes or ():
            title = self.t(IConvention[row["field"]].title)
            yield Told(title, f"{self.url}/@@change?field={row['field']}")

    @property
    def _now(self) -> Any:
        for row in self.context.changes or ():
            if row.get("field") == self.field:
                try:
                    return value_of(self.field, row.get("value"))
                except UNREADABLE:
                    return None
        day = effective(Reading(self.context)) or self.today
        return values_at(aq_parent(self.context), day).get(self.field)

    def _written(self) -> str:
        kept = [row for row in self.context.changes or () if row.get("field") != self.field]
        if "remove" not in self.request.form:
            value = self.form.read()[self.field]
            if self.form.problems:
                return str(self.index())
            kept.append({"field": self.field, "value": text_of(value)})
            if found := self._faults(kept):
                self.form.refuse(found)
                return str(self.index())
        self.context.changes = kept
        notify(ObjectModifiedEvent(self.context))
        api.portal.show_message(_("The change is written."), request=self.request)
        self.request.response.redirect(f"{self.url}#cv-changes")
        return ""

    def _faults(self, rows: list[dict[str, Any]]) -> tuple[Finding, ...]:
        """What is wrong with the value that was typed."""
        values = {**snapshot(self.context), "changes": rows}
        last = len(rows) - 1
        return tuple(
            Finding(one.code, self.field, one.params)
            for one in findings("Amendment", values, self.today)
            if one.field == "changes" and one.row == last
        )

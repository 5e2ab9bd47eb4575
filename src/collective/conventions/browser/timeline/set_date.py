"""``@@set-date?key=…``: a date is set by hand, with its reason, or computed again."""

from collective.conventions import _
from collective.conventions.access.aspects import permitted
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.timeline.line import Line
from collective.conventions.browser.timeline.line import line
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.control import Fault
from collective.conventions.content.rows import IOverrideRow
from collective.conventions.content.values import snapshot
from collective.conventions.deadlines import overrides
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.findings import Finding
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
import transaction


COLUMNS = ("day", "reason", "author")


class SetDatePage(Page):
    """The date as it is computed, and a form to decide another one."""

    index = ViewPageTemplateFile("set_date.pt")

    def __call__(self) -> str:
        if self.line is None and self.decision is None:
            raise NotFound(self.key)
        if "follow_up" not in permitted(self.context):
            raise Conflict(_("This can no longer be changed in the present state."))
        if self.request.method != "POST":
            return super().__call__()
        CheckAuthenticator(self.request)
        return self._taken_back() if "take_back" in self.request.form else self._decided()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def key(self) -> str:
        return str(self.request.form.get("key", ""))

    @cached_property
    def line(self) -> Line | None:
        """The date as it stands; none where only the decision of it is left."""
        fact = overrides.settable_fact(self.context, self.key, self.today)
        return None if fact is None else line(fact, Teller(self.language))

    @cached_property
    def decision(self) -> overrides.Row | None:
        return overrides.decision_of(self.context, self.key)

    @cached_property
    def controls(self) -> dict[str, Control]:
        """The columns of the decision; who decides is the member himself unless he says so."""
        known = {"author": self._member, **(self.decision or {})}
        return {name: self._control(name, known.get(name)) for name in COLUMNS}

    @cached_property
    def faults(self) -> list[str]:
        """What is wrong elsewhere in the convention, and prevents any change of it."""
        return []

    def _decided(self) -> str:
        given: dict[str, Any] = {name: one.read() for name, one in self.controls.items()}
        texts = {name: given[name] or "" for name in ("reason", "author")}
        if any(control.fault for control in self.controls.values()):
            return str(self.index())
        try:
            overrides.set_date(self.context, self.key, given["day"], today=self.today, **texts)
        except UnprocessableEntity as error:
            return self._refused(error.findings)
        return self._done(_("The date is set."))

    def _taken_back(self) -> str:
        try:
            overrides.take_back(self.context, self.key, self.today)
        except UnprocessableEntity as error:
            return self._refused(error.findings)
        return self._done(_("The date is computed again."))

    def _done(self, message: Any) -> str:
        api.portal.show_message(message, request=self.request)
        self.request.response.redirect(f"{self.url}#cv-timeline")
        return ""

    def _refused(self, findings: tuple[Finding, ...]) -> str:
        """Say what is wrong: beside its field, or at the top what lies elsewhere."""
        transaction.doom()
        values = snapshot(self.context)
        names = names_of(referred(values))
        for finding in findings:
            said = described(finding, self, names, values.get(finding.field))
            control = self.controls.get(finding.column or "day")
            if finding.field != overrides.FIELD or control is None:
                self.faults.append(self.labelled(said.place, said.text))
            elif control.error is None:
                control.error = Fault(said.text, control)
        return str(self.index())

    def _control(self, name: str, value: Any) -> Control:
        control: Control = control_for(IOverrideRow[name], self.request)
        control.name = name
        control.id = f"set-{name}"
        control.context = self.context
        control.ignoreContext = True
        control.required = True
        control.update()
        if name not in self.request.form:
            control.value = control.toWidgetValue(value)
        return control

    @cached_property
    def _member(self) -> str:
        member = api.user.get_current()
        return str(member.getProperty("fullname") or member.getUserName())

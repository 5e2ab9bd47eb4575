"""``@@deliberation``: record what College or Council decided; the Council's yes takes the step."""

from collective.conventions import _
from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.names import names_of
from collective.conventions.content.rows import IDeliberationRow
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.deliberating import record
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import FIELD
from collective.conventions.terms.findings import Finding
from dataclasses import replace
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.schema import getFieldsInOrder
import transaction


class DeliberationPage(DecreePage):
    """The form, and what was typed into a refused one."""

    index = ViewPageTemplateFile("deliberation.pt")
    steps = ViewPageTemplateFile("../incidents/steps.pt")
    problems: tuple[Problem, ...] = ()
    lacks: tuple[Described, ...] = ()
    refusal = ""

    def shown(self) -> str:
        if not self.may_change:
            raise Conflict(_("No decision can be recorded in the present state."))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._recorded()
        return super().shown()

    @cached_property
    def form(self) -> SmallForm:
        fields = dict(getFieldsInOrder(IDeliberationRow))
        values = {
            "body": "council" if self.context.college_date else "college",
            "sitting": self._sitting,
            "outcome": "adopted",
        }
        typed = self.request.method == "POST"
        return SmallForm(self, fields, values, typed=typed, prefix="deliberation-")

    @property
    def _sitting(self) -> Any:
        """The sitting that was planned, once it has been held."""
        planned = self.context.council_sitting if self.context.college_date else None
        return planned if planned and planned <= self.today else None

    def _recorded(self) -> str:
        typed = self.form.read()
        if not self.form.problems:
            texts = {name: typed[name] or "" for name in ("number", "remark")}
            try:
                record(self.context, Deliberation(**{**typed, **texts}), self.today)
            except (UnprocessableEntity, Conflict) as error:
                transaction.doom()
                self._refuse(error)
        self.problems = self.form.problems
        if self.problems or self.refusal:
            return super().shown()
        api.portal.show_message(_("The decision is recorded."), self.request)
        self.request.response.redirect(f"{self.url}/@@decree")
        return ""

    def _refuse(self, error: Any) -> None:
        """Put what is wrong with the decision beside its control, and list what else is missing."""
        own = [_beside(one) for one in error.findings if one.field == FIELD]
        others = [one for one in error.findings if one.field != FIELD]
        self.form.refuse(own)
        names = names_of(str(one.params.get("party", "")) for one in others)
        self.lacks = tuple(described(one, self, names) for one in others)
        self.refusal = self.t(error.message)


def _beside(finding: Finding) -> Finding:
    """A finding about a cell of the table as one about the control of that column."""
    return replace(finding, field=finding.column or "", row=None, column=None)

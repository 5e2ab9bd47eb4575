"""The base of our forms: one page of sections, and what is wrong beside what it concerns.

Plone's own forms stay underneath: they create, write, notify and lock.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.browser.findings import described
from collective.conventions.browser.forms.controls import ControlFactory
from collective.conventions.browser.forms.controls import partner_folder
from collective.conventions.browser.forms.offer import Offer
from collective.conventions.browser.forms.problems import attach
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.problems import problems
from collective.conventions.browser.forms.problems import put_into_words
from collective.conventions.browser.forms.sections import Section
from collective.conventions.browser.forms.sections import sections
from collective.conventions.browser.forms.sources import sources
from collective.conventions.browser.forms.titles import Answers
from collective.conventions.browser.forms.titles import ASKED_WHEN
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import fields_of
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.picker import Source
from collective.conventions.browser.widgets.table import is_table
from collective.conventions.browser.widgets.table import Table
from collective.conventions.clock import today
from collective.conventions.content import vocabularies
from collective.conventions.content.checks import findings
from collective.conventions.terms.findings import Finding
from functools import cached_property
from plone.autoform.utils import processFields
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.field import Fields
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import NOT_CHANGED
from zope.schema import getFieldNames


class SectionedForm:
    """Mixed into Plone's add and edit forms."""

    template = ViewPageTemplateFile("form.pt")
    entity_kinds = vocabularies.ENTITY_KINDS
    problems: tuple[Problem, ...] = ()

    @cached_property
    def offer(self) -> Offer:
        """What may be changed; all of it where a type has no aspects."""
        return Offer()

    def stored(self) -> Mapping[str, Any]:
        """The values before anything was typed."""
        return {}

    def beside(self) -> Mapping[str, Any]:
        """What the checks ask for besides, and no field holds."""
        return {}

    def refusals(self, after: Mapping[str, Any]) -> tuple[Finding, ...]:
        """What may not be changed although the form was asked to."""
        return ()

    @cached_property
    def page(self) -> Page:
        return Page(self.context, self.request)

    @cached_property
    def partner_folder(self) -> Any:
        return partner_folder()

    def update(self) -> None:
        """A form needs the width of the page."""
        self.request.set("disable_plone.leftcolumn", True)
        super().update()

    def updateFieldsFromSchemata(self) -> None:
        """The fields on offer, title and description first.

        The permissions of the fields are asked on the convention and in its first state
        (``Offer``), not on the folder to which it is added.
        """
        self.fields, self.groups = Fields(), []
        for schema in (*self.additionalSchemata, self.schema):
            processFields(self, schema, permissionChecks=False)
        factory = ControlFactory(self.portal_type, self.offer, self.partner_folder is not None)
        for holder in (self, *self.groups):
            offered = [name for name, item in holder.fields.items() if self._offers(item.field)]
            holder.fields = holder.fields.select(*offered)
            for item in holder.fields.values():
                item.widgetFactory[INPUT_MODE] = factory
        self.groups = [group for group in self.groups if len(group.fields)]

    def _offers(self, field: Any) -> bool:
        columns = getFieldNames(field.value_type.schema) if is_table(field) else ()
        return self.offer.opens(field.__name__, columns) and self._matters(field.__name__)

    def _matters(self, name: str) -> bool:
        """Whether a field is asked for by an answer that can no longer be changed."""
        return all(
            self.offer.opens(question) or _calls_for(answers, self.stored().get(question))
            for question, answers in ASKED_WHEN.get(name, {}).items()
        )

    @property
    def controls(self) -> dict[str, Any]:
        """All controls by the name of their field, in the order of the page."""
        return {
            name: control
            for holder in (self, *self.groups)
            for name, control in holder.widgets.items()
        }

    @property
    def sections(self) -> list[Section]:
        return list(sections(self))

    @property
    def parties(self) -> list[Named]:
        """The parties as they are stored, for tables whose rows name one of them."""
        uids = [row["partner"] for row in self.stored().get("parties") or ()]
        names = names_of(uids)
        return [names[uid] for uid in uids]

    @cached_property
    def sources(self) -> list[Source]:
        """The options that the pickers of the page share."""
        return sources(self.controls.values())

    def extractData(self, setErrors: bool = True) -> tuple[dict[str, Any], Any]:
        """What was typed, and everything that is wrong with it at once."""
        data, _errors = super().extractData(setErrors)
        controls = self.controls
        put_into_words(controls)
        data |= self._unasked(controls)
        typed = {name: data.get(name) for name in controls if data.get(name) is not NOT_CHANGED}
        after = {**self.stored(), **typed}
        found = findings(self.portal_type, {**after, **self.beside()}, today())
        homeless = [
            Problem(item.place, item.text, "")
            for finding in (*found, *self.refusals(after), *self._uninvited())
            if not attach(finding, (item := self._described(finding, after)).text, controls)
        ]
        self.problems = (*problems(controls.values()), *homeless)
        return data, self.problems

    def _unasked(self, controls: Mapping[str, Any]) -> dict[str, Any]:
        """What was not asked for has no answer but the one with which it began."""
        return {
            name: control.field.default
            for name, control in controls.items()
            if name in ASKED_WHEN
            and not isinstance(control, Table)
            and not self._was_sent(control.name)
        }

    def _described(self, finding: Finding, after: Mapping[str, Any]) -> Any:
        names = names_of([str(finding.params.get("party", ""))])
        return described(finding, self.page, names, after.get(finding.field))

    def _uninvited(self) -> Iterator[Finding]:
        """What was sent although it is not, or no longer, asked for: nothing is lost in silence."""
        controls = self.controls
        for field in fields_of(self.portal_type):
            control = controls.get(field)
            if control is None and self._was_sent(f"form.widgets.{field}"):
                yield Finding("locked", field, {"aspect": "", "state": ""})
            if isinstance(control, Table):
                yield from self._uninvited_cells(control)

    def _uninvited_cells(self, table: Table) -> Iterator[Finding]:
        field = table.field.__name__
        if table.miscounted:
            yield Finding("locked", field, {"aspect": "", "state": ""})
        for row in table.rows:
            for column in table.locked:
                if f"{table.name}.{row.position}.{column}" in self.request.form:
                    params = {"aspect": "", "state": ""}
                    yield Finding("locked", field, params, row.position, column)

    def _was_sent(self, name: str) -> bool:
        return any(key == name or key.startswith(f"{name}.") for key in self.request.form)

    @staticmethod
    def is_ours(control: Any) -> bool:
        return isinstance(control, Control)


def _calls_for(answers: Answers, answer: Any) -> bool:
    """Whether an answer is one for which a question is asked."""
    return answer in answers if answers else answer is not None

"""Taking a step: what it lacks, all at once, or its confirmation."""

from collective.conventions import _
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.forms.offer import offer_of
from collective.conventions.browser.forms.places import place_of
from collective.conventions.browser.forms.problems import attach
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.states import STEPS as TITLES
from collective.conventions.browser.step.asked import controls_of
from collective.conventions.browser.step.summary import Fact
from collective.conventions.browser.step.summary import summary
from collective.conventions.browser.step.wording import DONE
from collective.conventions.browser.step.wording import EFFECTS
from collective.conventions.browser.step.wording import EFFECTS_OF_AMENDMENTS
from collective.conventions.browser.widgets.control import Control
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.steps import foreseen
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import possible
from collective.conventions.lifecycle.steps import STEPS
from collective.conventions.lifecycle.steps import steps_of
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.i18nmessageid import Message
import transaction


@dataclass(frozen=True)
class Lack:
    """Something missing; ``url`` leads to where it is filled in, if the reader may."""

    place: str
    text: str
    url: str


class StepPage(Page):
    """``@@step?step=approve``"""

    index = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        if self.step not in steps_of(self.context):
            raise NotFound(self.step)
        self._refuse_impossible()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._taken()
        return str(self.index())

    @cached_property
    def step(self) -> str:
        return str(self.request.form.get("step", ""))

    @cached_property
    def title(self) -> str:
        return self.t(TITLES[self.step])

    @cached_property
    def effect(self) -> str:
        amendment = self.context.portal_type == "Amendment"
        return self.t((EFFECTS_OF_AMENDMENTS if amendment else EFFECTS)[self.step])

    @cached_property
    def controls(self) -> dict[str, Control]:
        return controls_of(self.step, self.context, self.request)

    @cached_property
    def facts(self) -> list[Fact]:
        return summary(self.step, self, self._values, self._names)

    @cached_property
    def lacks(self) -> list[Lack]:
        """What must be filled in elsewhere before the step can be taken."""
        found = missing(self.context, self.step, self.today)
        return [self._lack(finding) for finding in found if finding.field not in self.controls]

    @cached_property
    def warnings(self) -> list[Lack]:
        """What this step would close although it is not ready for the next one."""
        return [self._lack(finding) for finding in foreseen(self.context, self.step, self.today)]

    def _refuse_impossible(self) -> None:
        if self.step in possible(self.context):
            return
        _source, permission, _names = STEPS[self.step]
        if not self.may(permission):
            raise Forbidden(self.t(_("You may not take this step.")))
        raise Conflict(_("This step does not lead out of the present state."))

    def _taken(self) -> str:
        given = {name: control.read() for name, control in self.controls.items()}
        try:
            reason = given.pop("withdrawal_reason", "") or ""
            take(self.context, self.step, self.today, reason=reason, facts=given)
        except UnprocessableEntity as error:
            # Nothing may be left of a step that was refused half-way.
            transaction.doom()
            for finding in error.findings:
                attach(finding, self._described(finding).text, self.controls)
            return str(self.index())
        done = Message(DONE[self.step], mapping={"title": self.context.title})
        api.portal.show_message(done, request=self.request)
        # Who takes a step may lose sight of the convention by it.
        seen = self.may("View")
        self.request.response.redirect(self.context.absolute_url() if seen else self.portal_url)
        return ""

    @cached_property
    def _values(self) -> dict[str, Any]:
        return snapshot(self.context)

    @cached_property
    def _names(self) -> Any:
        return names_of(referred(self._values))

    def _described(self, finding: Finding) -> Described:
        return described(finding, self, self._names, self._values.get(finding.field))

    def _lack(self, finding: Finding) -> Lack:
        said = self._described(finding)
        if finding.field == "text":
            return Lack(said.place, said.text, f"{self.context.absolute_url()}/@@check")
        place = place_of(finding, offer_of(self.context), self._values)
        may_edit = place and self.may("Modify portal content")
        url = f"{self.context.absolute_url()}/edit#{place}" if may_edit else ""
        return Lack(said.place, said.text, url)

"""``@@incident?id=`` on the root: what has happened, and the steps that can be taken now."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.incidents.cards import Card
from collective.conventions.browser.incidents.cards import card
from collective.conventions.browser.incidents.cards import Post
from collective.conventions.browser.incidents.cards import post
from collective.conventions.browser.incidents.fields import step_fields
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.incident import Incident
from collective.conventions.server.incident_steps import possible
from collective.conventions.server.incident_steps import STEPS
from collective.conventions.server.incidents import incident
from collective.conventions.server.incidents import suspension_of
from collective.conventions.server.incidents import take
from collective.conventions.server.journal import present_actor
from collective.conventions.server.letters import notices
from collective.conventions.server.suspension import Suspension
from functools import cached_property
from functools import partial
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: What ends somebody's access is not a button like the others.
DANGEROUS = ("suspended",)


class IncidentView(ServerPage):
    """One form for each step; what is typed into a refused one is kept."""

    index = ViewPageTemplateFile("view.pt")
    steps = ViewPageTemplateFile("steps.pt")
    title = _("Incident")
    kinds = STEPS
    dangerous = DANGEROUS
    problems: tuple[Problem, ...] = ()
    refusal = ""
    sent = ""
    sent_form: SmallForm | None = None

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {kind: partial(self._take, kind) for kind in STEPS}

    @cached_property
    def incident(self) -> Incident:
        return incident(self.root, self.value("id"))

    @cached_property
    def card(self) -> Card:
        return card(self, self.incident)

    @cached_property
    def posts(self) -> list[Post]:
        """What became of the letters about it, the latest first."""
        found = notices(self.root, self.incident.space_id, self.incident.id)
        return [post(self, one) for one in found]

    @cached_property
    def address(self) -> str:
        return f"{self.url}?id={self.incident.id}"

    @cached_property
    def suspension(self) -> Suspension | None:
        found: Suspension | None = suspension_of(self.root, self.incident.space_id)
        return found

    @cached_property
    def possible(self) -> tuple[str, ...]:
        return possible(self.incident, self.suspension is not None)

    def form(self, kind: str) -> SmallForm:
        """The form of a step."""
        if self.sent == kind and self.sent_form is not None:
            return self.sent_form
        return self._form(kind, typed=False)

    def _form(self, kind: str, *, typed: bool) -> SmallForm:
        values = {"told": STEPS[kind].told}
        return SmallForm(self, step_fields(kind), values, typed=typed, prefix=f"{kind}-")

    def _take(self, kind: str) -> str:
        form = self._form(kind, typed=True)
        typed = form.read()
        try:
            take(
                self.root,
                self.incident.id,
                kind,
                reason=typed.pop("reason") or "",
                actor=present_actor(),
                told=bool(typed.pop("told")) if "told" in typed else None,
                detail=_detail(typed),
            )
        except ConventionsError as error:
            form.refuse(error.findings)
            self.sent, self.sent_form, self.problems = kind, form, form.problems
            self.refusal = self.t(error.message)
            return str(self.index())
        self.say(_("The step is on record."))
        return self.go(self.address)


def _detail(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, the accounts as a list."""
    names = str(typed.get("accounts") or "").replace(",", " ").split()
    return {**typed, "accounts": names}

"""``@@incidents`` on the root: all of them, one more, and whom members call."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.incidents.cards import Card
from collective.conventions.browser.incidents.cards import card
from collective.conventions.browser.incidents.cards import STATES
from collective.conventions.browser.incidents.fields import report_fields
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import contact
from collective.conventions.server.contact import set_contact
from collective.conventions.server.incident import Incident
from collective.conventions.server.incidents import incidents
from collective.conventions.server.incidents import report
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import spaces
from dataclasses import asdict
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema
from zope.i18nmessageid import Message


SIZE = 25
CONTACT = {
    "desk": schema.TextLine(__name__="desk", title=_("Name of the desk"), required=False),
    "phone": schema.TextLine(__name__="phone", title=_("Telephone"), required=False),
    "email": schema.TextLine(__name__="email", title=_("E-mail"), required=False),
}
FILTERS: dict[str, Message] = {"": _("not closed"), **STATES, "all": _("all")}


class IncidentsView(ServerPage):
    """Those that are not closed first; the latest on top."""

    index = ViewPageTemplateFile("list.pt")
    steps = ViewPageTemplateFile("steps.pt")
    title = _("Incidents")
    filters = FILTERS
    problems: tuple[Problem, ...] = ()
    refusal = ""
    sent_form: SmallForm | None = None

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"report": self._report, "contact": self._contact}

    @cached_property
    def filter(self) -> str:
        asked = self.value("state")
        return asked if asked in FILTERS else ""

    @cached_property
    def found(self) -> list[Incident]:
        return [one for one in incidents(self.root) if self._fits(one)]

    def _fits(self, one: Incident) -> bool:
        wanted = self.value("space") in ("", one.space_id)
        if self.filter == "":
            return wanted and one.state != "closed"
        return wanted and self.filter in ("all", one.state)

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, len(self.found))

    @cached_property
    def cards(self) -> list[Card]:
        return [card(self, one) for one in self.found[self.batch.start : self.batch.start + SIZE]]

    @property
    def form(self) -> SmallForm:
        """The report of the operator himself."""
        return self.sent_form or self._form(typed=False)

    def _form(self, *, typed: bool) -> SmallForm:
        names = {space.id: f"{space.title} ({space.id})" for space in spaces(self.root)}
        return SmallForm(self, report_fields(names), {}, typed=typed)

    @property
    def contact_form(self) -> SmallForm:
        known = asdict(contact(self.root))
        values = {**known, "desk": known["name"]}
        return SmallForm(self, CONTACT, values, typed=False, prefix="contact-")

    def _report(self) -> str:
        form = self._form(typed=True)
        typed = {name: value or "" for name, value in form.read().items()}
        try:
            made = report(self.root, typed.pop("space"), actor=present_actor(), own=False, **typed)
        except ConventionsError as error:
            form.refuse(error.findings)
            self.sent_form, self.problems = form, form.problems
            self.refusal = self.t(error.message)
            return str(self.index())
        self.say(_("The incident is on record."))
        return self.go(f"{self.root_url}/@@incident?id={made.id}")

    def _contact(self) -> str:
        set_contact(
            self.root, Contact(self.value("desk"), self.value("phone"), self.value("email"))
        )
        self.say(_("Who stands before a suspended space reads this from now on."))
        return self.go(self.url)

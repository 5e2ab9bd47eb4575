"""``@@report-incident``: say what you have seen, and read what came of it."""

from collective.conventions import _
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.incidents.cards import Card
from collective.conventions.browser.incidents.cards import card
from collective.conventions.browser.incidents.fields import ANSWER
from collective.conventions.browser.incidents.fields import REPORT
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import Forbidden
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import contact
from collective.conventions.server.own_incidents import answer_here
from collective.conventions.server.own_incidents import own_incidents
from collective.conventions.server.own_incidents import report_here
from collective.conventions.server.spaces import root_of
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class ReportIncidentView(Page):
    """Every member reports; each reads his own, who looks after the space reads all."""

    index = ViewPageTemplateFile("view.pt")
    steps = ViewPageTemplateFile("../incidents/steps.pt")
    problems: tuple[Problem, ...] = ()
    refusal = ""
    #: What a refused form was about: the number of an incident, or "-" for a report.
    refused = ""
    refused_form: SmallForm | None = None

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if api.user.is_anonymous():
                raise Forbidden(_("Please log in first."))
            if "do.report" in self.request.form:
                return self._report()
            if "do.answer" in self.request.form:
                return self._answer()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@report-incident"

    @cached_property
    def contact(self) -> Contact:
        return contact(root_of(self.context))

    @cached_property
    def cards(self) -> list[Card]:
        return [card(self, one) for one in own_incidents(self.context)]

    @property
    def form(self) -> SmallForm:
        if self.refused == "-" and self.refused_form is not None:
            return self.refused_form
        return SmallForm(self, REPORT, {}, typed=False)

    def answer_form(self, incident_id: str) -> SmallForm:
        """The form with which the maintenance team is answered."""
        if self.refused == incident_id and self.refused_form is not None:
            return self.refused_form
        return self._answer_form(incident_id, typed=False)

    def _answer_form(self, incident_id: str, *, typed: bool) -> SmallForm:
        return SmallForm(self, {"reason": ANSWER}, {}, typed=typed, prefix=f"answer-{incident_id}-")

    def _report(self) -> str:
        form = SmallForm(self, REPORT, {}, typed=True)
        typed = {name: value or "" for name, value in form.read().items()}
        try:
            report_here(self.context, **typed)
        except ConventionsError as error:
            return self._refuse("-", form, error)
        return self._done(_("Thank you. The maintenance team has been told."))

    def _answer(self) -> str:
        incident_id = str(self.request.form.get("id", ""))
        form = self._answer_form(incident_id, typed=True)
        try:
            answer_here(self.context, incident_id, form.read()["reason"] or "")
        except ConventionsError as error:
            return self._refuse(incident_id, form, error)
        return self._done(_("Your answer is on record."))

    def _refuse(self, about: str, form: SmallForm, error: ConventionsError) -> str:
        form.refuse(error.findings)
        self.refused, self.refused_form = about, form
        self.problems, self.refusal = form.problems, self.t(error.message)
        return super().__call__()

    def _done(self, message: Message) -> str:
        api.portal.show_message(message, self.request)
        self.request.response.redirect(self.url)
        return ""

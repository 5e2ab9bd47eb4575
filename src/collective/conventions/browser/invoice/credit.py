"""``@@credit``: take an issued invoice back, in whole or part."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.credit import row_of
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.invoice.fields import credit_fields
from collective.conventions.browser.invoice.fields import quantity_name
from collective.conventions.browser.invoice.view import ADD
from collective.conventions.browser.invoice.view import InvoicePage
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class CreditPage(InvoicePage):
    """How much of each line is taken back; what comes of it is a draft."""

    index = ViewPageTemplateFile("credit.pt")
    steps = ViewPageTemplateFile("../incidents/steps.pt")
    problems: tuple[Problem, ...] = ()
    refusal = ""

    def __call__(self) -> str:
        if self.balance is None:
            raise Conflict(_("Only an issued invoice can be credited."))
        if not self.balance.owed:
            raise Conflict(_("This invoice has been credited in whole."))
        if not self.may(ADD, self.convention):
            raise Forbidden(_("You may not make a credit note."))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._draft()
        return super().__call__()

    @cached_property
    def form(self) -> SmallForm:
        lines = self.document.lines
        values = {quantity_name(row): line.quantity for row, line in enumerate(lines)}
        fields = credit_fields(self, lines)
        typed = self.request.method == "POST"
        return SmallForm(self, fields, values, typed=typed, prefix="credit-")

    def _draft(self) -> str:
        typed = self.form.read()
        self.problems = self.form.problems
        rows = self._rows(typed)
        if not rows and not self.problems:
            self.refusal = self.t(_("Nothing is taken back. Please enter how much of what."))
        if self.problems or self.refusal:
            return super().__call__()
        note = draft_credit_note(self.context, rows, typed["remarks"] or "")
        message = _("This is the draft of the credit note. Please look at it, and then issue it.")
        api.portal.show_message(message, self.request)
        self.request.response.redirect(note.absolute_url())
        return ""

    def _rows(self, typed: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The lines with the quantities that are taken back."""
        found = ((line, typed[quantity_name(n)]) for n, line in enumerate(self.document.lines))
        return [{**row_of(line), "quantity": quantity} for line, quantity in found if quantity]

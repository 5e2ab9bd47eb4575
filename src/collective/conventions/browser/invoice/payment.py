"""``@@payment``: record by hand what was paid of an invoice, or given back."""

from collective.conventions import _
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.invoice.fields import PAYMENT
from collective.conventions.browser.invoice.view import InvoicePage
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from uuid import uuid4
import re


#: A payment by hand has no reference of a bank: its form has one, so sent twice it counts once.
REFERENCE = re.compile(r"[0-9a-f]{32}")


class PaymentPage(InvoicePage):
    """The form, and what was typed into a refused one."""

    index = ViewPageTemplateFile("payment.pt")
    steps = ViewPageTemplateFile("../incidents/steps.pt")
    problems: tuple[Problem, ...] = ()
    refusal = ""

    def __call__(self) -> str:
        if self.balance is None:
            raise Conflict(_("Only an issued invoice is paid."))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._record()
        return super().__call__()

    @cached_property
    def form(self) -> SmallForm:
        open = self.balance.open if self.balance is not None else None
        values = {
            "day": self.today,
            "amount": open or None,
            "means": "transfer",
            "payer": self.document.customer.name,
        }
        typed = self.request.method == "POST"
        return SmallForm(self, PAYMENT, values, typed=typed, prefix="payment-")

    @cached_property
    def reference(self) -> str:
        sent = str(self.request.form.get("reference", ""))
        return sent if REFERENCE.fullmatch(sent) else uuid4().hex

    def _record(self) -> str:
        typed = self.form.read()
        if not self.form.problems:
            texts = {name: typed.pop(name) or "" for name in ("payer", "note")}
            payment = Payment(reference=self.reference, **typed, **texts)
            try:
                record(self.context, payment, self.today)
            except UnprocessableEntity as error:
                self.form.refuse(error.findings)
                self.refusal = self.t(error.message)
        self.problems = self.form.problems
        if self.problems or self.refusal:
            return super().__call__()
        api.portal.show_message(_("The payment is recorded."), self.request)
        self.request.response.redirect(self.url)
        return ""

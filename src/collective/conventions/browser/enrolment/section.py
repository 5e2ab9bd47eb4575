"""The section of a convention's page on its enrolment."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.enrolling import Confirmation
from collective.conventions.billing.enrolling import confirmation_of
from collective.conventions.billing.enrolling import form_lacks
from collective.conventions.billing.enrolling import invoices_of
from collective.conventions.billing.enrolling import is_enrolment
from collective.conventions.billing.enrolments import Enrolled
from collective.conventions.billing.enrolments import enrolled
from collective.conventions.billing.issue import ISSUE
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.content.convention import IConvention
from collective.conventions.terms.amounts import total
from collective.conventions.terms.enrolment import CONDITIONS
from collective.conventions.terms.enrolment import Enrolment
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


TITLES: dict[str, Message] = {
    "form": _("Form filled in"),
    "signed": _("Signed"),
    "paid": _("Paid"),
}


@dataclass(frozen=True)
class Condition:
    """One of the three: its day, or what is missing of it."""

    title: str
    day: str
    lacks: str = ""


class EnrolmentSection(Page):
    """How far the enrolment of one convention has come; for who sees the billing."""

    section = ViewPageTemplateFile("section.pt")

    @cached_property
    def shown(self) -> bool:
        return is_enrolment(self.context) and self.may("collective.conventions: View Billing")

    @cached_property
    def found(self) -> Enrolled:
        return enrolled(self.context)

    @cached_property
    def enrolment(self) -> Enrolment:
        return self.found.enrolment

    @cached_property
    def conditions(self) -> list[Condition]:
        """All three; of what was cancelled nothing is missing any more."""
        return [one for one in map(self._condition, CONDITIONS) if one.day or one.lacks]

    @cached_property
    def overdue(self) -> bool:
        return self.found.is_overdue(self.today)

    @cached_property
    def preview(self) -> Confirmation | None:
        """The mail that can be sent now."""
        return confirmation_of(self.context) if self.found.state == "to_confirm" else None

    @cached_property
    def may_confirm(self) -> bool:
        return self.may(ISSUE)

    def _condition(self, name: str) -> Condition:
        title, day = self.t(TITLES[name]), getattr(self.enrolment, name)
        if day is not None or self.enrolment.cancelled is not None:
            return Condition(title, self.day(day))
        lacks: dict[str, Callable[[], Iterable[str]]] = {
            "form": self._form_lacks,
            "signed": self._unsigned,
            "paid": self._unpaid,
        }
        return Condition(title, "", self.listed(lacks[name]()))

    def _form_lacks(self) -> Iterable[str]:
        for name in form_lacks(self.context):
            if name == "participants":
                yield self.t(IConvention[name].title)
            else:
                yield self.t(_("A contact person of the customer"))

    def _unsigned(self) -> Iterable[str]:
        rows = self.context.signatories or ()
        left = dict.fromkeys(row["partner"] for row in rows if not row.get("date_signed"))
        names = names_of(left)
        parties = (names[uid].title for uid in left)
        awaited = [self.t(_("Signature of ${party}", mapping={"party": one})) for one in parties]
        return awaited or [self.t(_("Nobody is named who signs"))]

    def _unpaid(self) -> Iterable[str]:
        asked = invoices_of(self.context)
        if not asked:
            yield self.t(_("Nothing has been invoiced yet"))
            return
        owed = self.money(total(*(balance_of(invoice).open for invoice in asked)))
        yield self.t(_("${amount} still to pay", mapping={"amount": owed}))

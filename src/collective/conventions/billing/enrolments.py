"""All enrolments of a space: which are to be confirmed, and what is to be paid back until when."""

from collective.conventions.billing.confirming import confirmed
from collective.conventions.billing.enrolling import enrolment_of
from collective.conventions.billing.enrolling import is_enrolment
from collective.conventions.billing.enrolling import to_refund
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.sendings import Sending
from collective.conventions.terms.enrolment import Enrolment
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


#: How far an enrolment has come, from the first to the last.
STATES = ("incomplete", "to_confirm", "confirmed", "to_refund", "cancelled")


@dataclass(frozen=True)
class Enrolled:
    """The enrolment of the convention ``title`` at ``path``; ``refund`` in euro with VAT."""

    title: str
    path: str
    enrolment: Enrolment
    refund: Decimal
    confirmed: Sending | None = None

    @property
    def state(self) -> str:
        """One of ``STATES``; "cancelled" when nothing is to be paid back."""
        if self.enrolment.cancelled is not None:
            return "to_refund" if self.refund else "cancelled"
        if self.confirmed is not None:
            return "confirmed"
        return "to_confirm" if self.enrolment.registered is not None else "incomplete"

    def is_overdue(self, today: date) -> bool:
        """Whether the last day to pay it back has passed."""
        last = self.enrolment.refund_by
        return bool(self.refund) and last is not None and last < today


def enrolled(convention: Any) -> Enrolled:
    """How the enrolment of a convention stands."""
    return Enrolled(
        convention.title,
        "/".join(convention.getPhysicalPath()),
        enrolment_of(convention),
        to_refund(convention),
        confirmed(convention),
    )


def enrolments() -> tuple[Enrolled, ...]:
    """The enrolments by signed conventions of the present space, by their paths."""
    found = (record._unrestrictedGetObject() for record in candidates())
    return tuple(enrolled(convention) for convention in found if is_enrolment(convention))

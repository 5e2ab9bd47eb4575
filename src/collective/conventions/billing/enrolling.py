"""An enrolment as it follows from the facts of a convention and its invoices (O4, O5).

The form is filled in when the convention says how many take part and names a contact person of the
customer; it was so from the day on which the journal first tells both. It is signed on the day of
the last signature. It is paid on the day from which nothing was open any more of all that was
invoiced. It is cancelled on the day on which credit notes had taken back all of it; what had been
paid by then is to be paid back.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import credit_notes
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.billing.parties import customer_of
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.clock import BRUSSELS
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import Reading
from collective.conventions.journal.storage import find
from collective.conventions.terms.amounts import total
from collective.conventions.terms.dates import latest
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.enrolment import Enrolment
from collective.conventions.terms.paying import received_on
from collective.conventions.terms.paying import settled_on
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from plone import api
from typing import Any
from zope.i18nmessageid import Message


#: What the form asks for.
FORM = ("participants", "contacts")


@dataclass(frozen=True)
class Confirmation:
    """A mail that tells a customer its enrolment; ``addresses`` are those of its contacts."""

    addresses: tuple[str, ...]
    subject: str
    text: str


def is_enrolment(convention: Any) -> bool:
    """Whether a convention is paid for by the participant (O3)."""
    return any(row["basis"] == "per_participant" for row in convention.prices or ())


def enrolment_of(convention: Any) -> Enrolment:
    """How far the enrolment of a convention has come."""
    form, signed = _form_on(convention), _signed_on(convention)
    asked = invoices_of(convention)
    standing = [invoice for invoice in asked if balance_of(invoice).owed]
    cancelled = None if standing or not asked else latest(_taken_back_on(one) for one in asked)
    if cancelled is None:
        return Enrolment(form, signed, latest(_paid_on(invoice) for invoice in standing))
    paid = max(filter(None, (_to_give_back(one) for one in asked)), default=None)
    refunded = None if paid else max(_given_back(asked), default=None)
    return Enrolment(form, signed, paid, cancelled, refunded)


def invoices_of(convention: Any) -> list[Any]:
    """What was invoiced of a convention; no drafts, no credit notes."""
    return [part for part in parts_of(convention) if _is_invoice(part)]


def to_refund(convention: Any) -> Decimal:
    """What is to be paid back of an enrolment, in euro with VAT; 0 while it stands."""
    asked = [balance_of(invoice) for invoice in invoices_of(convention)]
    return total(*(one.overpaid for one in asked)) if not any(one.owed for one in asked) else ZERO


def form_lacks(convention: Any) -> tuple[str, ...]:
    """Those of ``FORM`` that say nothing of the customer yet."""
    values = {name: getattr(convention, name, None) for name in FORM}
    return _lacks(values, customer_of(convention))


def confirmation_of(convention: Any, language: str = "") -> Confirmation | None:
    """The mail that confirms an enrolment; None while it lacks something, or was cancelled.

    :param language: "fr", "nl", "de" or "en"; that of the space without any.
    """
    registered = enrolment_of(convention).registered
    if registered is None:
        return None
    say = Wording(language or api.portal.get_default_language())
    issuer, title = item_of(convention.issuer), convention.title
    told = {"title": title, "day": say.day(registered), "count": str(convention.participants)}
    paragraphs = (
        _("Good day,"),
        Message(_("Your enrolment is registered since ${day}: “${title}”."), mapping=told),
        Message(_("Number of participants: ${count}."), mapping=told),
        _("The form is filled in, the document is signed, and your payment has arrived."),
    )
    regards = (say.t(_("With kind regards,")), issuer.title if issuer is not None else "")
    text = "\n\n".join((*map(say.t, paragraphs), "\n".join(regards)))
    subject = say.t(Message(_("Your enrolment is confirmed: ${title}"), mapping=told))
    customer = customer_of(convention)
    contacts = (row for row in convention.contacts or () if row["partner"] == customer)
    addresses = tuple(dict.fromkeys(row["email"] for row in contacts if row.get("email")))
    return Confirmation(addresses, subject, f"{text}\n")


def _form_on(convention: Any) -> date | None:
    journal, customer = find(convention.UID()), customer_of(convention)
    if journal is None or form_lacks(convention):
        return None
    seen: dict[str, Any] = {}
    for entry in journal:
        if not entry.action.startswith("part_"):
            seen |= {name: entry.after[name] for name in FORM if name in entry.after}
            if not _lacks(seen, customer):
                return datetime.fromisoformat(entry.instant).astimezone(BRUSSELS).date()
    return None


def _lacks(values: dict[str, Any], customer: str | None) -> tuple[str, ...]:
    named = {row["partner"] for row in values.get("contacts") or () if row.get("name")}
    told = {"participants": bool(values.get("participants")), "contacts": customer in named}
    return tuple(name for name in FORM if not told[name])


def _signed_on(convention: Any) -> date | None:
    return latest(one.date_signed for one in facts_of(Reading(convention)).signatories)


def _is_invoice(part: Any) -> bool:
    return issued_of(part) is not None and part.document_kind == "invoice"


def _paid_on(invoice: Any) -> date | None:
    paid = ((payment.day, payment.amount) for payment in payments_of(invoice))
    return settled_on(balance_of(invoice).owed, paid)


def _taken_back_on(invoice: Any) -> date | None:
    return max((note.issued for note in credit_notes(invoice) if note.issued), default=None)


def _to_give_back(invoice: Any) -> date | None:
    """The day of the latest payment that is to be given back; None when none is."""
    if not balance_of(invoice).overpaid:
        return None
    return received_on((payment.day, payment.amount) for payment in payments_of(invoice))


def _given_back(invoices: list[Any]) -> Iterator[date]:
    for invoice in invoices:
        yield from (payment.day for payment in payments_of(invoice) if payment.amount < 0)

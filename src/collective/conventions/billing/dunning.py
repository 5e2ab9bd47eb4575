"""Letters about what is overdue: which are due, sent by mail, or posted by a person.

What is due is asked again in the very transaction that sends, so nobody is reminded of what was
paid meanwhile, and no letter goes twice.
"""

from Acquisition import aq_parent
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions import posting
from collective.conventions.billing import sendings
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.delivering import deliver
from collective.conventions.billing.delivering import refuse_others
from collective.conventions.billing.delivering import Report
from collective.conventions.billing.dunning_steps import steps
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.mail_text import pdf_name
from collective.conventions.billing.mailing import address_of
from collective.conventions.billing.mailing import to_customer
from collective.conventions.billing.paper.letter import Letter
from collective.conventions.billing.paper.letter import pdf
from collective.conventions.billing.papers import paper_of
from collective.conventions.billing.parties import item_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.progress import Progress
from collective.conventions.terms.dunning import letter_due
from collective.conventions.terms.dunning import Sent
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.paying import overdue
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import partial
from plone import api
from typing import Any


WORK = "letters"


@dataclass(frozen=True)
class LetterDue:
    """A letter that can go since a day; ``address`` is empty where only post reaches them."""

    uid: str
    address: str
    since: date
    letter: Letter

    @property
    def about(self) -> str:
        """The letter in a line of a report."""
        document = self.letter.document
        return f"{self.letter.title()} {document.number} {document.customer.name} <{self.address}>"


def letters_due(today: date) -> tuple[LetterDue, ...]:
    """The letters that can go today, by the numbers of their invoices."""
    return tuple(found for invoice in _overdue(today) if (found := letter_of(invoice, today)))


def letter_of(invoice: Any, today: date) -> LetterDue | None:
    """The letter that can go today about one invoice; ``None`` where none is due, or any more."""
    issued, balance = issued_of(invoice), balance_of(invoice)
    if issued is None or balance is None or issued.received or issued.document.kind != "invoice":
        return None
    document = issued.document
    if not overdue(balance, document.due, today):
        return None
    known = [step.letter for step in steps()]
    sent = [Sent(one.what, one.day) for one in sendings.sendings(invoice) if one.what in known]
    due = letter_due(steps(), document.due, sent, today)
    if due is None:
        return None
    before = max((one.day for one in sent), default=None)
    letter = Letter(due.letter, document, balance, today, before)
    return LetterDue(invoice.UID(), address_of(document), due.day, letter)


def letter_pdf(invoice: Any, today: date) -> bytes:
    """The letter that is due about an invoice, to be printed.

    :raises Conflict: none is due.
    """
    return pdf(_due(invoice, today).letter)


def send_letters(today: date, progress: Progress | None = None, only: Sequence[str] = ()) -> Report:
    """Send the letters that are due by mail, each in a transaction of its own.

    Who has no address is named among the failures: that letter waits to be posted.

    :param only: the UIDs of the invoices that are written about; all of them without any.
    :raises Forbidden: the current user may not.
    """
    refuse_others()
    due = [one for one in letters_due(today) if not only or one.uid in only]
    return deliver(WORK, ((one.about, partial(_send, one, today)) for one in due), progress)


def mark_posted(invoice: Any, name: str, day: date, today: date) -> sendings.Sending:
    """Remember that a person has posted a letter, and keep it as it was of that day.

    :param name: one of ``terms.dunning.LETTERS``.
    :raises Forbidden: the current user may not.
    :raises UnprocessableEntity: the day has not come yet.
    :raises Conflict: this letter is not the one that was due on that day.
    """
    refuse_others()
    if day > today:
        raise UnprocessableEntity(
            findings=(Finding("in_future", "day", {"date": day.isoformat()}),)
        )
    found = _due(invoice, day)
    if found.letter.name != name:
        raise Conflict(_("Another letter is due about this invoice."))
    return _remember(invoice, found.letter, sendings.POST, "", pdf(found.letter))


def _due(invoice: Any, day: date) -> LetterDue:
    found = letter_of(invoice, day)
    if found is None:
        raise Conflict(_("No letter is due about this invoice."))
    return found


def _overdue(today: date) -> Iterator[Any]:
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice",
        review_state="issued",
        invoice_kind="invoice",
        invoice_due={"query": today - timedelta(days=1), "range": "max"},
        sort_on="invoice_number",
    )
    for record in found:
        yield record._unrestrictedGetObject()


def _send(planned: LetterDue, today: date) -> bool:
    """Send a letter unless it is no longer due, or another one is."""
    invoice = item_of(planned.uid)
    found = letter_of(invoice, today)
    if found is None or found.letter.name != planned.letter.name:
        return False
    letter, document = found.letter, found.letter.document
    data = pdf(letter)
    files = (
        (f"{letter.file_name()}.pdf", data, "pdf"),
        (pdf_name(document), paper_of(invoice), "pdf"),
    )
    message = to_customer(document, letter.subject(), letter.plain(), files)
    _remember(invoice, letter, sendings.MAIL, found.address, data)
    posting.send(message)
    return True


def _remember(
    invoice: Any, letter: Letter, means: str, address: str, data: bytes
) -> sendings.Sending:
    sent = sendings.Sending(
        letter.name,
        letter.day,
        means,
        address,
        actor(),
        checksum(data),
        sendings.letter_file(letter.file_name(), data),
    )
    sendings.write_down(invoice, sent)
    journal_of(aq_parent(invoice).UID()).append(
        "dunned",
        actor=sent.actor,
        subject=letter.document.number,
        after={
            "letter": letter.name,
            "day": sent.day,
            "means": means,
            "address": address,
            "open": letter.balance.open,
            "checksum": sent.checksum,
        },
    )
    return sent

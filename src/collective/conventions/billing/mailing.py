"""Sending issued documents by mail; issuing itself sends nothing.

A document goes out once, with its paper and its e-invoice, to the address that its customer has
now. Mail and memory are one transaction: what the mail server refuses is due again.
"""

from Acquisition import aq_parent
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions import posting
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.delivering import deliver
from collective.conventions.billing.delivering import refuse_others
from collective.conventions.billing.delivering import Report
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.mail_text import MailText
from collective.conventions.billing.mail_text import pdf_name
from collective.conventions.billing.paper.pdf import attachment_name
from collective.conventions.billing.papers import keep_paper
from collective.conventions.billing.papers import paper_of
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.sendings import DOCUMENT
from collective.conventions.billing.sendings import MAIL
from collective.conventions.billing.sendings import Sending
from collective.conventions.billing.sendings import sendings
from collective.conventions.billing.sendings import write_down
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.progress import Progress
from collective.conventions.terms.document import Document
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from functools import partial
from plone import api
from typing import Any


WORK = "mails"
STATES = ("issued", "paid", "credited")
#: A file of a mail: its name, its bytes and its subtype of "application".
File = tuple[str, bytes, str]


@dataclass(frozen=True)
class Mail:
    """A document to be sent; ``address`` is empty where its customer has none."""

    uid: str
    number: str
    kind: str
    customer: str
    address: str
    subject: str
    body: str


def mails_due() -> tuple[Mail, ...]:
    """The documents of the present space that were never sent, the first one first."""
    return tuple(_mail_of(invoice) for invoice in _unsent())


def send(today: date, progress: Progress | None = None, only: Sequence[str] = ()) -> Report:
    """Send what was never sent, each document in a transaction of its own.

    :param only: the UIDs of the documents that are sent; all of them without any.
    :raises Forbidden: the current user may not.
    """
    refuse_others()
    due = [mail for mail in mails_due() if not only or mail.uid in only]
    return deliver(
        WORK, ((_about(mail), partial(_send, mail.uid, today)) for mail in due), progress
    )


def send_again(invoice: Any, today: date) -> Sending:
    """Send a document in the present transaction, whether or not it was sent before.

    :raises Forbidden: the current user may not.
    :raises Conflict: it has not been issued here, or the space can send no mail.
    :raises UnprocessableEntity: its customer has no address.
    """
    refuse_others()
    issued = issued_of(invoice)
    if issued is None or issued.received:
        raise Conflict(_("Only what has been issued here is sent."))
    if hindered := posting.obstacles():
        raise Conflict(hindered[0])
    return _post(invoice, today)


def address_of(document: Document) -> str:
    """Where the customer of a document gets mail: its address as it is now."""
    partner = item_of(document.customer.uid)
    found = document.customer.email if partner is None else partner.email
    return found or ""


def to_customer(document: Document, subject: str, body: str, files: Sequence[File]) -> EmailMessage:
    """A mail to the customer of a document, who answers to its issuer.

    :raises UnprocessableEntity: there is no address.
    """
    address = address_of(document)
    if not address:
        who = {"organisation": document.customer.name}
        raise UnprocessableEntity(_("${organisation} has no e-mail address.", mapping=who))
    message = posting.addressed(document.customer.name, address, subject)
    if document.issuer.email:
        message["Reply-To"] = document.issuer.email
    message.set_content(body)
    for name, data, kind in files:
        message.add_attachment(data, maintype="application", subtype=kind, filename=name)
    # What is set before speaks of the first part only.
    message["Content-Language"] = document.language
    return message


def _unsent() -> Iterator[Any]:
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", review_state=STATES, sort_on="invoice_number"
    )
    for record in found:
        invoice = record._unrestrictedGetObject()
        if _is_due(invoice):
            yield invoice


def _is_due(invoice: Any) -> bool:
    issued = issued_of(invoice)
    return issued is not None and not issued.received and not sendings(invoice, DOCUMENT)


def _mail_of(invoice: Any) -> Mail:
    document = issued_of(invoice).document
    text = MailText(document)
    return Mail(
        uid=invoice.UID(),
        number=document.number,
        kind=document.kind,
        customer=document.customer.name,
        address=address_of(document),
        subject=text.subject(),
        body=text.body(),
    )


def _about(mail: Mail) -> str:
    return f"{mail.number} {mail.customer} <{mail.address}>"


def _send(uid: str, today: date) -> bool:
    """Send a document unless another run has just done so."""
    invoice = item_of(uid)
    if not _is_due(invoice):
        return False
    _post(invoice, today)
    return True


def _post(invoice: Any, today: date) -> Sending:
    """Let the present transaction send a document, and remember it."""
    keep_paper(invoice)
    issued = issued_of(invoice)
    document, text = issued.document, MailText(issued.document)
    paper = paper_of(invoice)
    files = (
        (pdf_name(document), paper, "pdf"),
        (attachment_name(document), issued.files["xml"].data, "xml"),
    )
    message = to_customer(document, text.subject(), text.body(), files)
    sent = Sending(DOCUMENT, today, MAIL, address_of(document), actor(), checksum(paper))
    write_down(invoice, sent)
    journal_of(aq_parent(invoice).UID()).append(
        "part_sent",
        actor=sent.actor,
        subject=document.number,
        after={"address": sent.address, "day": today},
    )
    posting.send(message)
    return sent

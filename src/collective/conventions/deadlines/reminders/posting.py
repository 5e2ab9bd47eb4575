"""A mail as part of a transaction: it goes out if, and only if, the rest can be kept."""

from collective.conventions.deadlines.reminders.plan import Mail
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from email.utils import make_msgid
from plone import api
from typing import Any
import transaction


class Posting:
    """Sends a mail as the last vote of the transaction.

    The mail host's own way is to send once all is kept, when a failure can only be logged: the
    reminder would count as sent. Here the database has voted before, so nothing but a crash in
    this very moment can part the two, and what the mail server refuses is not kept either.
    """

    transaction_manager = transaction.manager

    def __init__(self, mail: Mail) -> None:
        self.message = message_of(mail)
        self.host = api.portal.get_tool("MailHost")

    def sortKey(self) -> str:
        """After every database."""
        return "~conventions-mail"

    def tpc_vote(self, txn: Any) -> None:
        self.host.send(self.message, immediate=True)

    def abort(self, txn: Any) -> None:
        """Nothing has gone out."""

    tpc_begin = commit = tpc_finish = tpc_abort = abort


def post(mail: Mail) -> None:
    """Let the present transaction send ``mail``.

    :raises ValueError: for an address that is none.
    """
    transaction.get().join(Posting(mail))


def message_of(mail: Mail) -> EmailMessage:
    """The mail as it travels."""
    sender = str(api.portal.get_registry_record("plone.email_from_address"))
    name = str(api.portal.get_registry_record("plone.email_from_name") or "")
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(_line(name), addr_spec=sender)
    message["To"] = Address(_line(mail.recipient.name), addr_spec=mail.recipient.email)
    message["Subject"] = mail.subject
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    message.add_alternative(mail.html, subtype="html")
    # What is set before speaks of the first part only.
    message["Content-Language"] = mail.recipient.language
    return message


def _line(text: str) -> str:
    """A name on one line, as a header must be."""
    return " ".join(text.split())

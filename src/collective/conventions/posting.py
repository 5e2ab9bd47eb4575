"""A mail as part of a transaction: it goes out if, and only if, the rest can be kept."""

from collective.conventions import _
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from email.utils import make_msgid
from plone import api
from typing import Any
from zope.i18nmessageid import Message
import transaction


class Posting:
    """Sends a mail as the last vote of the transaction.

    The mail host's own way is to send once all is kept, when a failure can only be logged: the
    mail would count as sent. Here the database has voted before, so nothing but a crash in
    this very moment can part the two, and what the mail server refuses is not kept either.
    """

    transaction_manager = transaction.manager

    def __init__(self, message: EmailMessage) -> None:
        self.message = message
        self.host = api.portal.get_tool("MailHost")

    def sortKey(self) -> str:
        """After every database."""
        return "~conventions-mail"

    def tpc_vote(self, txn: Any) -> None:
        self.host.send(self.message, immediate=True)

    def abort(self, txn: Any) -> None:
        """Nothing has gone out."""

    tpc_begin = commit = tpc_finish = tpc_abort = abort


def send(message: EmailMessage) -> None:
    """Let the present transaction send ``message``."""
    transaction.get().join(Posting(message))


def obstacles() -> tuple[Message, ...]:
    """Why the present space can send no mail, each in a sentence; empty when it can."""
    found = []
    if not _record("plone.smtp_host"):
        found.append(_("The space has no mail server: it is named in the mail settings."))
    if not _record("plone.email_from_address"):
        found.append(_("The space has no sender's address: it is named in the mail settings."))
    return tuple(found)


def addressed(name: str, email: str, subject: str) -> EmailMessage:
    """A mail of the present space to ``name``, without its text.

    :raises ValueError: for an address that is none.
    """
    sender = str(_record("plone.email_from_address"))
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(_line(_record("plone.email_from_name") or ""), addr_spec=sender)
    message["To"] = Address(_line(name), addr_spec=email)
    message["Subject"] = _line(subject)
    message["Date"] = localtime()
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    return message


def _line(text: object) -> str:
    """One line, as a header must be."""
    return " ".join(str(text).split())


def _record(name: str) -> object:
    return api.portal.get_registry_record(name, default=None)

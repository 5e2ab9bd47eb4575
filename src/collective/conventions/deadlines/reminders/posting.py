"""A mail as part of a transaction: it goes out if, and only if, the rest can be kept."""

from collective.conventions.deadlines.reminders.plan import Mail
from collective.conventions.mail import Letter
from collective.conventions.mail import message_of
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
        self.message = message_of(_letter(mail))
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


def _letter(mail: Mail) -> Letter:
    to = mail.recipient
    return Letter(to.name, to.email, to.language, mail.subject, mail.body, mail.html)

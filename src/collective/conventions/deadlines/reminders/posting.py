"""A reminder as it travels."""

from collective.conventions import posting
from collective.conventions.deadlines.reminders.plan import Mail
from email.message import EmailMessage


def post(mail: Mail) -> None:
    """Let the present transaction send ``mail``.

    :raises ValueError: for an address that is none.
    """
    posting.send(message_of(mail))


def message_of(mail: Mail) -> EmailMessage:
    """The mail as it travels."""
    message = posting.addressed(mail.recipient.name, mail.recipient.email, mail.subject)
    message.set_content(mail.body)
    message.add_alternative(mail.html, subtype="html")
    # What is set before speaks of the first part only.
    message["Content-Language"] = mail.recipient.language
    return message

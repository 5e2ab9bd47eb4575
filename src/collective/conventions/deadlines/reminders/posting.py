"""A reminder as it travels."""

from collective.conventions import posting
from collective.conventions.deadlines.reminders.plan import Mail
from collective.conventions.mail import Letter
from collective.conventions.mail import message_of


def post(mail: Mail) -> None:
    """Let the present transaction send ``mail``.

    :raises ValueError: for an address that is none.
    """
    to = mail.recipient
    letter = Letter(to.name, to.email, to.language, mail.subject, mail.body, mail.html)
    posting.send(message_of(letter))

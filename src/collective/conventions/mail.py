"""Mail of a space: how a letter travels, and how it follows an act without holding it up."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import logger
from collective.conventions.posting import addressed
from collective.conventions.posting import obstacles
from dataclasses import dataclass
from email.message import EmailMessage
from plone import api
from smtplib import SMTPException
from typing import Any
import transaction


#: Of what a mail server answers.
LONGEST = 200


@dataclass(frozen=True)
class Letter:
    """What one person is to read, in his language."""

    name: str
    email: str
    language: str
    subject: str
    body: str
    html: str = ""


#: What is done when the letters are on their way: asked with why some are not, by their address.
Then = Callable[[Mapping[str, str]], None]


def sends_mail() -> bool:
    """Whether the present space knows a mail server and a sender."""
    return not obstacles()


def message_of(letter: Letter) -> EmailMessage:
    """The letter as it travels, from the present space.

    :raises ValueError: for an address that is none.
    """
    message = addressed(letter.name, letter.email, letter.subject)
    message.set_content(letter.body)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    # What is set before speaks of the first part only.
    message["Content-Language"] = letter.language
    return message


def send_after(letters: Sequence[Letter], then: Then | None = None) -> None:
    """Send ``letters`` when the present act is kept; a mail server that fails holds nothing up.

    Stock Plone asks the mail server before the database keeps anything, and where it does not
    answer the act is lost. Here the act comes first; ``then`` is told what became of the letters.

    :param then: is called when all is over; it must not touch the connection of the act.
    """
    failed: dict[str, str] = {}
    messages: dict[str, EmailMessage] = {}
    for letter in letters:
        try:
            messages[letter.email] = message_of(letter)
        except ValueError as error:
            failed[letter.email] = _why(error)
    host = api.portal.get_tool("MailHost")
    transaction.get().addAfterCommitHook(_send, (host, messages, failed, then))


def _send(
    kept: bool,
    host: Any,
    messages: Mapping[str, EmailMessage],
    failed: dict[str, str],
    then: Then | None,
) -> None:
    if not kept:
        return
    silent = ""
    for address, message in messages.items():
        try:
            if not silent:
                host.send(message, immediate=True)
        except Exception as error:
            failed[address] = _why(error)
            # Who does not answer once is not waited for again.
            if isinstance(error, OSError) and not isinstance(error, SMTPException):
                silent = failed[address]
        if silent:
            failed[address] = silent
    for why in failed.values():
        logger.warning("A mail could not be sent: %s", why)
    if then is not None:
        then(failed)


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:LONGEST]

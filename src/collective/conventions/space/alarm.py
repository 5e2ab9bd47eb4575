"""Warnings: the managers of a space learn in time that it fills up."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions import logger
from collective.conventions.space.recording import warned
from collective.conventions.space.room import Room
from collective.conventions.terms.writing import size
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


MANAGERS = "space_managers"
SENDER = ("plone.smtp_host", "plone.email_from_address")


def ring(level: int, room: Room) -> None:
    """Warn in the log and the journal, and by mail where the space sends mail.

    The mail leaves when the transaction has succeeded, so nobody is warned twice of one write.
    """
    portal = api.portal.get()
    logger.warning(
        "%s: %s %% of the storage are used (%s of %s bytes).",
        "/".join(portal.getPhysicalPath()),
        level,
        room.used,
        room.limit,
    )
    warned(level, room.used, room.limit)
    if all(api.portal.get_registry_record(name, default=None) for name in SENDER):
        subject, body = letter(level, room)
        for address in addresses():
            api.portal.send_email(recipient=address, subject=subject, body=body)


def addresses() -> Iterator[str]:
    """The addresses of the managers of the space."""
    if api.group.get(groupname=MANAGERS) is not None:
        for user in api.user.get_users(groupname=MANAGERS):
            if address := user.getProperty("email"):
                yield address


def letter(level: int, room: Room) -> tuple[str, str]:
    """Subject and body of a warning, in the language of the space."""
    language = str(api.portal.get_default_language()).split("-")[0]
    portal = api.portal.get()
    facts = {
        "title": portal.title,
        "level": level,
        "used": size(room.used, language),
        "limit": size(room.limit, language),
        "url": f"{portal.absolute_url()}/@@storage",
    }

    def text(message: Message) -> str:
        return str(translate(Message(message, mapping=facts), target_language=language))

    subject = _("${title}: ${level} % of the storage are used")
    body = _(
        "The space “${title}” holds ${used} of ${limit}. When it is full, no more files can be "
        "added; deleting always works. What takes the room, and what can be cleaned up, is "
        "shown here: ${url}"
    )
    return text(subject), text(body)

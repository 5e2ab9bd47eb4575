"""Warnings: the managers of a space learn in time that it fills up."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions import logger
from collective.conventions.mail import Letter
from collective.conventions.mail import send_after
from collective.conventions.mail import sends_mail
from collective.conventions.space.recording import warned
from collective.conventions.space.room import Room
from collective.conventions.terms.writing import size
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


MANAGERS = "space_managers"


def ring(level: int, room: Room) -> None:
    """Warn in the log and the journal, and by mail where the space sends mail.

    The mail leaves when the write is kept: nobody is warned twice of it, and no write is lost
    because the mail server does not answer.
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
    if sends_mail():
        send_after([*letters(level, room)])


def letters(level: int, room: Room) -> Iterator[Letter]:
    """One to each manager of the space who has an address."""
    language = str(api.portal.get_default_language()).split("-")[0]
    subject, body = words(level, room, language)
    if api.group.get(groupname=MANAGERS) is not None:
        for user in api.user.get_users(groupname=MANAGERS):
            if address := user.getProperty("email"):
                name = str(user.getProperty("fullname") or user.getUserName())
                yield Letter(name, address, language, subject, body)


def words(level: int, room: Room, language: str) -> tuple[str, str]:
    """Subject and body of a warning."""
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

"""Letters about incidents (C10): to the managers of a space, and to the operators.

They leave when the act is kept, and no mail server holds an act up. What became of them is an
entry of its own in the journal of the server, so an operator sees whom he has to call.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.access.members import MANAGERS
from collective.conventions.mail import Letter
from collective.conventions.mail import send_after
from collective.conventions.mail import sends_mail
from collective.conventions.server.contact import contact
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import latest
from collective.conventions.server.journal import record
from collective.conventions.server.letter_words import TO_MANAGERS
from collective.conventions.server.letter_words import Words
from collective.conventions.server.spaces import root_of
from collective.conventions.server.team import members
from dataclasses import dataclass
from functools import partial
from plone import api
from transaction import TransactionManager
from typing import Any


#: Why nobody tried; whatever else is in the words of the mail server.
NO_SENDER, NO_ADDRESS = "no_sender", "no_address"
#: When two write into the journal at the same moment.
TRIES = 5
#: Of the last letters about a space, so many are looked through.
MOST = 200


@dataclass(frozen=True)
class Notice:
    """What became of the letters about one act."""

    instant: str
    about: str
    incident: str
    #: The logins of those to whom a letter went.
    told: tuple[str, ...]
    #: Those to whom none went, and why.
    missed: Mapping[str, str]


@dataclass(frozen=True)
class Person:
    """Somebody who is to be told."""

    login: str
    name: str
    email: str


def write(
    portal: Any, about: str, *, actor: str, reason: str, incident: str = "", accounts: str = ""
) -> None:
    """Tell by mail what is done to the space in which we are, or comes from it.

    :param about: one of ``letter_words.ABOUT``.
    """
    app, language = root_of(portal), str(api.portal.get_default_language()).split("-")[0]
    facts = {"reason": reason, "incident": incident, "accounts": accounts}
    words = Words(language, portal.title, facts, contact(app))
    letters, missed = {}, {}
    for one in _managers() if about in TO_MANAGERS else _operators(app):
        if not one.email or not sends_mail():
            missed[one.login] = NO_SENDER if one.email else NO_ADDRESS
            continue
        subject, body = words.subject(about), words.body(about, one.name)
        letters[one.login] = Letter(one.name, one.email, language, subject, body)
    entry = {"actor": actor, "subject": portal.getId()}
    known = {"about": about, "incident": incident}
    then = partial(_put_down, app._p_jar, entry, known, letters, missed)
    send_after([*letters.values()], then)


def notices(app: Any, space_id: str, incident: str = "") -> list[Notice]:
    """What became of the last letters about a space or an incident, the latest first."""
    found = (one for one in latest(app, MOST, space_id) if one.action == "mailed")
    told = [Notice(one.instant, **_read(one.after)) for one in found]
    return [one for one in told if incident in ("", one.incident)]


def _managers() -> Iterator[Person]:
    with as_system():
        users = api.user.get_users(groupname=MANAGERS) if api.group.get(MANAGERS) else []
    for user in sorted(users, key=lambda one: str(one.getUserName())):
        login = str(user.getUserName())
        yield Person(login, user.getProperty("fullname") or login, user.getProperty("email"))


def _operators(app: Any) -> Iterator[Person]:
    for one in members(app):
        if one.has_rights:
            yield Person(one.login, one.name, one.email)


def _put_down(
    act: Any,
    entry: Mapping[str, str],
    known: Mapping[str, str],
    letters: Mapping[str, Letter],
    missed: Mapping[str, str],
    failed: Mapping[str, str],
) -> None:
    """Write down what became of the letters: on a connection of its own, for the act is over.

    The connection of the act looks again, so whoever goes on with it writes below this entry.
    """
    lost = {login: failed[one.email] for login, one in letters.items() if one.email in failed}
    told, left = [login for login in letters if login not in lost], {**missed, **lost}
    after = {**known, "told": told, "missed": [*left], "why": [*left.values()]}
    manager = TransactionManager()
    connection = act.db().open(manager)
    try:
        for attempt in manager.attempts(TRIES):
            with attempt:
                app = connection.root()["Application"]
                record(app, "mailed", actor=entry["actor"], subject=entry["subject"], after=after)
    finally:
        connection.close()
    act.newTransaction(None)


def _read(after: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "about": after["about"],
        "incident": after["incident"],
        "told": tuple(after["told"]),
        "missed": dict(zip(after["missed"], after["why"], strict=True)),
    }

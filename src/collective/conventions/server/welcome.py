"""The code with which a member of the maintenance team chooses his password.

It works once and for a few days. Only its hash is kept, so nobody can read it off the database,
and it stands in no address and so in no log. No password is ever made, shown or mailed.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import operators
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.team import present
from datetime import date
from datetime import timedelta
from hashlib import sha256
from typing import Any
import secrets


NAME = "team_codes"
DAYS = 3
SHORTEST_PASSWORD = 12
#: No letter or digit that is read as another one; 16 of them hold 80 random bits.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH, GROUP = 16, 4


def new_code(app: Any, login: str, *, actor: str, today: date) -> str:
    """A code for a present member; the one before no longer works.

    :raises Conflict: the login is not that of a present member.
    """
    present(app, login)
    code = "".join(secrets.choice(LETTERS) for _position in range(LENGTH))
    shelf(app, NAME)[login] = {"hash": _hash(code), "until": today + timedelta(days=DAYS)}
    record(app, "team_code_given", actor=actor, subject=login)
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def choose_password(app: Any, login: str, code: str, password: str, *, today: date) -> None:
    """Set the password that a member has chosen; the code is used up.

    :raises Conflict: the code is wrong, was used or is too old, all said with one sentence.
    :raises UnprocessableEntity: the password is too short.
    """
    known = (kept(app, NAME) or {}).get(login)
    if known is None or not _works(known, code, today):
        raise Conflict(_("This code does not work. Please ask an operator for a new one."))
    present(app, login)
    if len(password) < SHORTEST_PASSWORD:
        raise UnprocessableEntity(
            _("A password has ${count} characters at least.", mapping={"count": SHORTEST_PASSWORD})
        )
    operators.set_password(app, login, password)
    del shelf(app, NAME)[login]
    record(app, "team_password_chosen", actor=login, subject=login)


def _works(known: Mapping[str, Any], code: str, today: date) -> bool:
    return secrets.compare_digest(known["hash"], _hash(code)) and bool(today <= known["until"])


def _hash(code: str) -> str:
    letters = "".join(one for one in code.upper() if one in LETTERS)
    return sha256(letters.encode("utf-8")).hexdigest()

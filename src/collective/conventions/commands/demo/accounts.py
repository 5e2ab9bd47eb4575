"""The accounts of the demo and their passwords, drawn by lot when they are made."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.model import Person
from collective.conventions.commands.demo.people import OPERATOR
from collective.conventions.server.operators import set_operator
from collective.conventions.server.spaces import entered
from typing import Any
import secrets


#: space ("" for the whole server), login
Key = tuple[str, str]


def everybody(demos: Iterable[Demo]) -> Iterator[tuple[str, Person]]:
    """All people with an account, each with the space of it."""
    yield "", OPERATOR
    for demo in demos:
        for person in demo.people:
            yield demo.id, person


def set_passwords(app: Any, demos: Iterable[Demo], known: Mapping[Key, str]) -> dict[Key, str]:
    """Give every account a new password, save those whose password is known."""
    passwords = {}
    for space, person in everybody(demos):
        key = (space, person.login)
        passwords[key] = known.get(key) or secrets.token_urlsafe(12)
        if key not in known:
            _set_password(app, space, person.login, passwords[key])
    return passwords


def _set_password(app: Any, space: str, login: str, password: str) -> None:
    if not space:
        set_operator(app, login, password)
        return
    with entered(app, space) as portal:
        portal.acl_users.userSetPassword(login, password)

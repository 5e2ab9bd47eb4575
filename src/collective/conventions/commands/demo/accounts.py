"""The accounts of the demo and their passwords, drawn by lot when they are made."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.clock import today
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.model import Person
from collective.conventions.commands.demo.people import OPERATOR
from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from collective.conventions.server.operators import set_password
from collective.conventions.server.spaces import entered
from plone.namedfile.file import NamedBlobFile
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
        _enrol(app, OPERATOR)
        set_password(app, login, password)
        return
    with entered(app, space) as portal:
        portal.acl_users.userSetPassword(login, password)


def _enrol(app: Any, person: Person) -> None:
    """Let the operator of the demo belong to the maintenance team, with what its members sign."""
    by: dict[str, Any] = {"actor": present_actor(), "today": today()}
    if team.member(app, person.login) is not None:
        return
    team.admit(app, person.login, person.name, **by)
    for document in team.DOCUMENTS:
        text = f"Demo: the {document} as {person.name} has signed it."
        file = NamedBlobFile(data=text.encode(), filename=f"{document}.txt")
        version: dict[str, Any] = {"version": "demo", "signed": by["today"]}
        team.sign(app, person.login, document, file=file, **version, **by)

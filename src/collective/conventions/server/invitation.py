"""The one-time link under which a manager of a space chooses his password."""

from collective.conventions import _
from collective.conventions.access.members import HARMLESS
from collective.conventions.access.members import MANAGERS
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from plone import api
from typing import Any
from urllib.parse import quote


@dataclass(frozen=True)
class Link:
    """Valid once, and until the end of the day ``until``. Kept out of every log by its repr."""

    space: str
    login: str
    email: str
    until: date
    #: What follows the address of the space.
    path: str = field(repr=False)


@dataclass(frozen=True)
class Account:
    """A manager of a space, as the operator may see him."""

    login: str
    name: str
    email: str


def managers(app: Any, space_id: str) -> list[Account]:
    """The managers of a space: those who carry no role that a space does not give."""
    with as_system(), entered(app, space_id):
        users = api.user.get_users(groupname=MANAGERS) if api.group.get(MANAGERS) else []
        found = [_account(user) for user in users if set(user.getRoles()) <= HARMLESS]
    return sorted(found, key=lambda one: one.name.lower())


def new_link(app: Any, space_id: str, login: str, *, reason: str) -> Link:
    """A new link for a manager of a space who has lost his, or forgotten his password.

    :param reason: who asked for it and how; it stays in the journal of the server.
    :raises UnprocessableEntity: there is no reason, or no such manager.
    """
    if not reason.strip():
        raise UnprocessableEntity(_("Please enter the reason."))
    if login not in [one.login for one in managers(app, space_id)]:
        raise UnprocessableEntity(_("There is no such manager in this space."))
    record(
        app,
        "link_given",
        actor=present_actor(),
        subject=space_id,
        reason=reason.strip(),
        after={"login": login},
    )
    with as_system(), entered(app, space_id):
        return link_for(space_id, login)


def link_for(space_id: str, login: str) -> Link:
    """A link for a member of the present space. Nobody learns a password, not even a first one."""
    user = api.user.get(username=login)
    asked = api.portal.get_tool("portal_password_reset").requestReset(user.getId())
    path = f"passwordreset/{asked['randomstring']}?userid={quote(login)}"
    return Link(space_id, login, user.getProperty("email"), asked["expires"].date(), path)


def _account(user: Any) -> Account:
    login = str(user.getUserName())
    return Account(login, str(user.getProperty("fullname") or login), user.getProperty("email"))

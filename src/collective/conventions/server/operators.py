"""Accounts of the maintenance team: known to the whole server and to no space.

Who gets one and when its rights begin and end is a matter of ``team``.
"""

from Acquisition import aq_base
from collective.conventions.access.roles import OPERATOR
from typing import Any
import secrets


def has_account(app: Any, login: str) -> bool:
    """Whether the server knows this login."""
    return login in app.acl_users.users.listUserIds()


def can_hold_accounts(app: Any) -> bool:
    """Whether the root has the user folder that Plone puts there with the first space."""
    return hasattr(aq_base(app.acl_users), "users")


def open_account(app: Any, login: str) -> None:
    """Open an account without any right, under a password that nobody knows."""
    app.acl_users.users.addUser(login, login, secrets.token_urlsafe(32))


def set_password(app: Any, login: str, password: str) -> None:
    """Give an account another password."""
    app.acl_users.users.updateUserPassword(login, password)


def lock_account(app: Any, login: str) -> None:
    """Let nobody know the password of an account any more; its name stays taken."""
    set_password(app, login, secrets.token_urlsafe(32))


def give_rights(app: Any, login: str) -> None:
    """Make ``login`` an operator of the whole server."""
    roles = app.acl_users.roles
    if OPERATOR not in roles.listRoleIds():
        roles.addRole(OPERATOR)
    roles.assignRoleToPrincipal(OPERATOR, login)


def end_rights(app: Any, login: str) -> None:
    """Take every role of the server from ``login``; whoever is logged in loses them too.

    What a session or a token tells is only who asks: his roles are read anew for each request.
    """
    roles = app.acl_users.roles
    for role in roles.listRoleIds():
        if login in dict(roles.listAssignedPrincipals(role)):
            roles.removeRoleFromPrincipal(role, login)


def holders(app: Any) -> tuple[str, ...]:
    """The logins that have the rights of an operator, by whatever road."""
    roles = app.acl_users.roles
    if OPERATOR not in roles.listRoleIds():
        return ()
    return tuple(sorted(login for login, _title in roles.listAssignedPrincipals(OPERATOR)))

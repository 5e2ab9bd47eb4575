"""Operators: members of the maintenance team, known to the whole server and to no space."""

from collective.conventions.access.roles import OPERATOR
from typing import Any


def set_operator(app: Any, login: str, password: str) -> None:
    """Make ``login`` an operator of the whole server, or give him a new password.

    The user folder of the root can hold roles of the spaces from the first space on: Plone
    replaces Zope's simple one when it makes a site.
    """
    users, roles = app.acl_users.users, app.acl_users.roles
    if login in users.listUserIds():
        users.updateUserPassword(login, password)
    else:
        users.addUser(login, login, password)
    if OPERATOR not in roles.listRoleIds():
        roles.addRole(OPERATOR)
    roles.assignRoleToPrincipal(OPERATOR, login)

"""Who belongs to the groups of a space: looked after by its manager, who is no manager of Plone.

Plone's own control panels would let him give any role to anybody, himself included. Here are the
accounts and the groups of the space, and nothing that carries another role.
"""

from collective.conventions import _
from collective.conventions.access.roles import ROLES
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from dataclasses import dataclass
from plone import api
from typing import Any


PERMISSION = "collective.conventions: Manage Members"
MANAGERS = "space_managers"
#: What everybody has; a group or account with any other role is none of the space's own.
HARMLESS = frozenset({"Member", "Authenticated", *ROLES})


@dataclass(frozen=True)
class Member:
    """An account of the space."""

    id: str
    name: str
    email: str


@dataclass(frozen=True)
class Group:
    """A group of the space, of a partner or of a service, with its members by name."""

    id: str
    title: str
    members: tuple[Member, ...]


def accounts() -> tuple[Member, ...]:
    """All accounts of the space, by name."""
    _refuse_others()
    found = (_member(name) for name in _users().source_users.listUserIds())
    return tuple(sorted((one for one in found if one), key=lambda one: one.name.lower()))


def groups() -> tuple[Group, ...]:
    """The groups that carry no role but those of a space, by title."""
    _refuse_others()
    found = [_group(name) for name in _users().source_groups.listGroupIds() if _is_ours(name)]
    return tuple(sorted(found, key=lambda group: group.title.lower()))


def open_account(email: str, name: str) -> str:
    """Open an account that has no right yet. Its password is whatever the person will choose.

    :returns: the id of the new member.
    :raises UnprocessableEntity: the name is empty, or the address is none.
    :raises Conflict: there is an account of that address.
    """
    _refuse_others()
    try:
        address = normalise_email(email).lower()
    except InvalidIdentifier:
        raise UnprocessableEntity(_("This is not an e-mail address, as in name@example.be."))
    if not name.strip():
        raise UnprocessableEntity(_("Please enter the name of the person."))
    if api.user.get(username=address) is not None:
        raise Conflict(_("“${email}” has an account already.", mapping={"email": address}))
    made = api.user.create(email=address, username=address, properties={"fullname": name.strip()})
    return str(made.getId())


def invite(member_id: str) -> bool:
    """Mail a member the link under which he chooses his password; never a password.

    :returns: whether it was mailed; the space may have no mail server.
    """
    _refuse_others()
    _known(member_id)
    settings = ("plone.smtp_host", "plone.email_from_address")
    if not all(api.portal.get_registry_record(name, default=None) for name in settings):
        return False
    api.portal.get_tool("portal_registration").registeredNotify(member_id)
    return True


def close_account(member_id: str) -> None:
    """Close an account for good; what the person did stays in the journals under his id.

    :raises Conflict: nobody closes his own: the last manager would lock everybody out.
    """
    _refuse_others()
    _known(member_id)
    _refuse_oneself(member_id)
    _users().userFolderDelUsers([member_id])


def join(member_id: str, group_id: str) -> None:
    """Let a member belong to a group."""
    _refuse_others()
    _known(member_id, group_id)
    api.group.add_user(groupname=group_id, username=_login(member_id))


def leave(member_id: str, group_id: str) -> None:
    """Let a member no longer belong to a group.

    :raises Conflict: a manager of the space cannot leave its managers by himself.
    """
    _refuse_others()
    _known(member_id, group_id)
    if group_id == MANAGERS:
        _refuse_oneself(member_id)
    api.group.remove_user(groupname=group_id, username=_login(member_id))


def _users() -> Any:
    return api.portal.get_tool("acl_users")


def _refuse_others() -> None:
    if not api.user.has_permission(PERMISSION, obj=api.portal.get()):
        raise Forbidden(_("You do not look after the members of this space."))


def _refuse_oneself(member_id: str) -> None:
    if member_id == api.user.get_current().getId():
        raise Conflict(_("You cannot do this to yourself. Please ask another manager."))


def _known(member_id: str, group_id: str | None = None) -> None:
    """Refuse accounts and groups that are not the space's own."""
    if member_id not in _users().source_users.listUserIds() or not _is_harmless(member_id):
        raise UnprocessableEntity(_("There is no such member in this space."))
    if group_id is not None and not _is_ours(group_id):
        raise UnprocessableEntity(_("There is no such group in this space."))


def _is_ours(group_id: str) -> bool:
    group = api.group.get(groupname=group_id)
    if group is None or group_id not in _users().source_groups.listGroupIds():
        return False
    return set(group.getRoles()) <= HARMLESS


def _is_harmless(member_id: str) -> bool:
    return set(api.user.get(userid=member_id).getRoles()) <= HARMLESS


def _login(member_id: str) -> str:
    return str(api.user.get(userid=member_id).getUserName())


def _member(member_id: str) -> Member | None:
    user = api.user.get(userid=member_id)
    if user is None or not _is_harmless(member_id):
        return None
    name = user.getProperty("fullname") or user.getUserName()
    return Member(member_id, str(name), str(user.getProperty("email") or ""))


def _group(group_id: str) -> Group:
    title = api.group.get(groupname=group_id).getProperty("title") or group_id
    ids = [name for name, _title in _users().source_groups.listAssignedPrincipals(group_id)]
    found = (_member(name) for name in ids if name in _users().source_users.listUserIds())
    members = sorted((one for one in found if one), key=lambda one: one.name.lower())
    return Group(group_id, str(title), tuple(members))

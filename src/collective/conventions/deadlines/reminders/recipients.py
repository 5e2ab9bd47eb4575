"""Whom the words of a rule stand for: members with an address, and the contacts of the parties."""

from collections.abc import Iterator
from collective.conventions.deadlines.preferences import language_of
from collective.conventions.deadlines.preferences import preferences_of
from dataclasses import dataclass
from functools import cache
from functools import cached_property
from plone import api
from typing import Any


#: Who is told in the place of responsible members where a convention has none.
DEPUTIES = "council_secretaries"
CONTACT_PREFIX = "contact:"


@dataclass(frozen=True)
class Recipient:
    """A person who is told. ``key`` is the member's id, or names a contact by his address."""

    key: str
    name: str
    email: str
    language: str

    @property
    def is_member(self) -> bool:
        """Whether it is a member of the space, and not a contact of a party."""
        return not self.key.startswith(CONTACT_PREFIX)

    @property
    def mails(self) -> str:
        """How he wants to be told; a contact is spared many mails."""
        return preferences_of(self.key).mails if self.is_member else "digest"


class Recipients:
    """Looks up who is told, each member and group once; for one plan only."""

    def __init__(self) -> None:
        self.member = cache(_member)
        self.members_of = cache(_members_of)

    def of(self, convention: Any, who: str) -> tuple[Recipient, ...]:
        """Who ``who`` of a rule stands for; a member who may not see the convention never is."""
        if who == "contacts":
            return tuple(self._contacts(convention))
        groups = (who,) if who != "responsible" else tuple(convention.responsible or ())
        found = tuple(self._members(convention, groups))
        if not found and who == "responsible":
            return tuple(self._members(convention, (DEPUTIES,)))
        return found

    def _members(self, convention: Any, principals: tuple[str, ...]) -> Iterator[Recipient]:
        ids = dict.fromkeys(one for name in principals for one in self.members_of(name))
        for found in map(self.member, ids):
            if found is not None and found.may_see(convention):
                yield found.recipient

    def _contacts(self, convention: Any) -> Iterator[Recipient]:
        for row in convention.contacts or ():
            if email := (row.get("email") or "").strip():
                key = f"{CONTACT_PREFIX}{email.lower()}"
                yield Recipient(key, row.get("name") or email, email, self.language)

    @cached_property
    def language(self) -> str:
        """The language of those who have chosen none."""
        return str(api.portal.get_default_language())


@dataclass(frozen=True)
class Member:
    """A member with an address."""

    recipient: Recipient
    user: Any

    def may_see(self, convention: Any) -> bool:
        """Whether the convention is open to him."""
        return bool(self.user.has_permission("View", convention))


def unique(found: Iterator[Recipient]) -> Iterator[Recipient]:
    """One recipient for each address; a member goes before a contact."""
    seen: set[str] = set()
    for one in sorted(found, key=lambda one: (not one.is_member, one.key)):
        if one.email.lower() not in seen:
            seen.add(one.email.lower())
            yield one


def _member(user_id: str) -> Member | None:
    found = api.user.get(userid=user_id)
    email = str(found.getProperty("email") or "").strip() if found is not None else ""
    if not email:
        return None
    name = str(found.getProperty("fullname") or found.getUserName())
    recipient = Recipient(user_id, name, email, language_of(found))
    # As the space's own user folder knows him: his roles hold in the space of that folder only.
    return Member(recipient, api.portal.get_tool("acl_users").getUserById(user_id))


def _members_of(principal: str) -> tuple[str, ...]:
    """The ids of the users a member or group stands for, those of groups within it too."""
    found, waiting, seen = [], [principal], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        group = api.group.get(groupname=name)
        if group is None:
            found.append(name)
        else:
            waiting.extend(group.getGroupMemberIds())
    return tuple(sorted(found))

"""Who should be reminded and cannot be: people without an address, groups without anybody."""

from collections.abc import Iterator
from collective.conventions.deadlines.reminders.candidates import candidates
from collective.conventions.deadlines.reminders.recipients import DEPUTIES
from collective.conventions.deadlines.reminders.recipients import Recipients
from collective.conventions.deadlines.reminders.rules import rules_of
from collective.conventions.deadlines.reminders.rules import space_rules
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


@dataclass(frozen=True, order=True)
class Contact:
    """A contact person of a convention who has no address."""

    name: str
    convention: str
    url: str


@dataclass(frozen=True)
class Unreachable:
    """Members without an address by name, groups without members by id, and contacts."""

    members: tuple[str, ...]
    groups: tuple[str, ...]
    contacts: tuple[Contact, ...]

    def __bool__(self) -> bool:
        return bool(self.members or self.groups or self.contacts)


def unreachable(today: date) -> Unreachable:
    """Who the rules of the present space speak of in vain.

    Members and groups are those that any convention may name; contacts are those of the
    conventions that a run of ``today`` would look at, for only these are read.
    """
    recipients = Recipients()
    told = {rule.recipients for rule in space_rules()}
    groups = tuple(sorted(told - {"responsible", "contacts"}))
    empty = tuple(name for name in groups if not recipients.members_of(name))
    principals = {*groups, *(_in_charge() if "responsible" in told else ())}
    ids = {one for name in principals for one in recipients.members_of(name)}
    silent = (_silent(one) for one in ids if recipients.member(one) is None)
    members = tuple(sorted(name for name in silent if name))
    return Unreachable(members, empty, tuple(sorted(set(_contacts(today)))))


def _in_charge() -> tuple[str, ...]:
    """The members and groups that look after conventions, and who does in their place."""
    catalog = api.portal.get_tool("portal_catalog")
    return (*catalog.uniqueValuesFor("convention_responsible"), DEPUTIES)


def _silent(user_id: str) -> str:
    """The name of a member; empty for one who has gone."""
    found = api.user.get(userid=user_id)
    return str(found.getProperty("fullname") or found.getUserName()) if found is not None else ""


def _contacts(today: date) -> Iterator[Contact]:
    for record in candidates(today):
        convention: Any = record._unrestrictedGetObject()
        if any(rule.recipients == "contacts" for rule in rules_of(convention)):
            for row in convention.contacts or ():
                if not (row.get("email") or "").strip():
                    yield Contact(row["name"], record.Title, record.getURL())

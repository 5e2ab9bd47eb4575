"""What is counted in a space before it leaves and after it has come: the same, or it is refused.

Only stored attributes are read, so a space can be counted where no Zope is running.
"""

from collective.conventions.journal.storage import KEY
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Facts:
    """A space in numbers."""

    #: Entries of the catalog.
    catalogued: int
    users: int
    groups: int
    journals: int
    journal_entries: int
    #: Entries of journals that do not hold: none, unless somebody tampered with them.
    broken_entries: int


def facts(space: Any) -> Facts:
    """Count a space."""
    accounts = space._getOb("acl_users")
    journals = list((getattr(space, "__annotations__", None) or {}).get(KEY, {}).values())
    return Facts(
        catalogued=len(space._getOb("portal_catalog")._catalog.uids),
        users=len(accounts._getOb("source_users")._user_passwords),
        groups=len(accounts._getOb("source_groups")._groups),
        journals=len(journals),
        journal_entries=sum(journal.length for journal in journals),
        broken_entries=sum(len(journal.breaks()) for journal in journals),
    )


def versions(space: Any) -> dict[str, str]:
    """The versions of what is installed in a space, profile by profile."""
    installed = space._getOb("portal_setup")._profile_upgrade_versions
    return {name: ".".join(version) for name, version in sorted(installed.items())}

"""Which version of what a space has, which one the software has, and what lies between (C5)."""

from collections.abc import Iterator
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.profiles import release
from collective.conventions.server.tools.profiles import Software
from collective.conventions.server.tools.profiles import software
from dataclasses import dataclass
from Products.GenericSetup.tool import UNKNOWN
from typing import Any


@dataclass(frozen=True)
class Version:
    """A profile in one space: Plone's own, or that of an add-on."""

    profile: str
    title: str
    #: The package and its release, as in "collective.conventions 1.0".
    package: str
    installed: str
    available: str
    #: How many upgrade steps lie between the two.
    pending: int


def versions(portal: Any, server: Software | None = None) -> tuple[Version, ...]:
    """Plone, the add-ons of a space that one may choose, and whatever else waits to be upgraded.

    Is asked inside of the space.

    :param server: what there is to choose from, where many spaces are asked: the same for all.
    """
    setup, server = portal.portal_setup, server or software()
    waiting = set(setup.listProfilesWithPendingUpgrades())
    known = server.registered
    shown = [name for name in known if name in server.installable or name in waiting]
    added = (_of(setup, known[name]) for name in shown)
    return (_of_plone(portal), *(one for one in added if one is not None))


def pending(portal: Any, server: Software | None = None) -> tuple[Version, ...]:
    """What waits to be upgraded in a space; asked inside of it."""
    return tuple(one for one in versions(portal, server) if one.pending)


def pending_of(app: Any, space_ids: Iterator[str] | list[str]) -> dict[str, tuple[Version, ...]]:
    """What waits in each of the spaces, by their ids."""
    found, server = {}, software()
    for space_id in space_ids:
        with entered(app, space_id) as portal:
            found[space_id] = pending(portal, server)
    return found


def has_profile(portal: Any, profile: str) -> bool:
    """Whether a profile has been applied to a space."""
    return bool(portal.portal_setup.getLastVersionForProfile(profile) != UNKNOWN)


def version_of(portal: Any, profile: str) -> str:
    """The version of a profile in a space, as people write it."""
    return ".".join(portal.portal_setup.getLastVersionForProfile(profile))


def _of(setup: Any, profile: Any) -> Version | None:
    installed = setup.getLastVersionForProfile(profile.id)
    if installed == UNKNOWN:
        return None
    return Version(
        profile.id,
        profile.title,
        f"{profile.package} {release(profile.package)}".strip(),
        ".".join(installed),
        profile.version,
        len(setup.listUpgrades(profile.id, simple=True)),
    )


def _of_plone(portal: Any) -> Version:
    """Plone's own profile; its migration tool knows which steps are not of a later Plone."""
    migration, setup = portal.portal_migration, portal.portal_setup
    profile = migration.get_profile()
    installed = setup.getLastVersionForProfile(profile)
    return Version(
        profile.removeprefix("profile-"),
        "Plone",
        f"Products.CMFPlone {release('Products.CMFPlone')}".strip(),
        installed if installed == UNKNOWN else ".".join(installed),
        str(migration.getFileSystemVersion() or ""),
        len(migration.list_steps()),
    )

"""The profiles of the add-ons that are installed on the server: what can be put into a space."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version
from plone.base.interfaces import INonInstallable
from plone.base.interfaces import IPloneSiteRoot
from Products.GenericSetup import EXTENSION
from Products.GenericSetup.registry import _profile_registry
from zope.component import getAllUtilitiesRegisteredFor


#: What a profile is called that takes things away again.
UNINSTALL = "uninstall"


@dataclass(frozen=True)
class Profile:
    """A profile as the software has it."""

    id: str
    title: str
    package: str
    version: str


@dataclass(frozen=True)
class Software:
    """What the server has, and every space on it: to be asked once for all of them."""

    registered: Mapping[str, Profile]
    installable: Mapping[str, Profile]


def software() -> Software:
    """The profiles of this server, by their ids."""
    return Software(registered(), installable())


def installable() -> Mapping[str, Profile]:
    """The profiles that an operator may choose, by their ids: those that Plone does not hide."""
    hidden = _hidden()
    return {
        one.id: one
        for one in sorted(registered().values(), key=lambda one: one.id)
        if one.id not in hidden
        and one.id.partition(":")[0] not in hidden
        and UNINSTALL not in one.id.partition(":")[2]
    }


def registered() -> Mapping[str, Profile]:
    """All profiles that extend a site, by their ids."""
    found = _profile_registry.listProfileInfo(IPloneSiteRoot)
    return {info["id"]: _profile(info) for info in found if info["type"] == EXTENSION}


@cache
def release(package: str) -> str:
    """The version of a package that is installed on the server; empty where nobody knows it.

    It stays what it is until the server starts anew.
    """
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _profile(info: Mapping[str, object]) -> Profile:
    known = str(info.get("version") or "")
    return Profile(str(info["id"]), str(info["title"]), str(info["product"]), known)


def _hidden() -> frozenset[str]:
    found: set[str] = set()
    for utility in getAllUtilitiesRegisteredFor(INonInstallable):
        for ask in ("getNonInstallableProfiles", "getNonInstallableProducts"):
            found.update(getattr(utility, ask, list)())
    return frozenset(found)

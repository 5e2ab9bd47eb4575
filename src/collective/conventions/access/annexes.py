"""The publication rule of an annex, and its freezing, as permissions that every channel obeys."""

from AccessControl.Permission import Permission
from collective.conventions.access.roles import SECRETARIAT
from operator import attrgetter
from plone import api
from typing import Any
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


VIEWING = ("View", "Access contents information")
CHANGING = ("Modify portal content", "Delete objects")


def added(annex: Any, event: IObjectAddedEvent) -> None:
    """A new annex, or the copy of a frozen one, can be changed; it obeys its rule at once."""
    _set(annex, CHANGING, None)
    apply_rule(annex)


def modified(annex: Any, event: IObjectModifiedEvent) -> None:
    """Follow a change of the rule; other changes cost nothing here."""
    if _is_closed(annex) != _must_be_closed(annex):
        apply_rule(annex)


def apply_rule(annex: Any) -> None:
    """Let those see an annex whom its publication rule allows (B3).

    ``secretariat`` closes it to all but the secretariat; otherwise who sees the convention sees
    the annex. A public annex is no exception: only the register publishes.
    """
    _set(annex, VIEWING, SECRETARIAT if _must_be_closed(annex) else None)
    annex.reindexObjectSecurity()


def freeze(convention: Any) -> None:
    """Close the annexes that are there: they belong to what was approved or signed."""
    for annex in annexes(convention):
        _set(annex, CHANGING, ())


def thaw(convention: Any) -> None:
    """Open the annexes again, when the convention is a draft once more."""
    for annex in annexes(convention):
        _set(annex, CHANGING, None)


def is_frozen(part: Any) -> bool:
    """Whether nobody at all may change it any more."""
    return Permission(CHANGING[0], (), part).getRoles() == ()


def annexes(convention: Any) -> list[Any]:
    """The annexes of a convention, whoever asks."""
    return [item for item in convention.objectValues() if item.portal_type == "Annex"]


def viewable(convention: Any) -> list[Any]:
    """The annexes that the current user may see, in the order of their titles."""
    found = [item for item in annexes(convention) if api.user.has_permission("View", obj=item)]
    return sorted(found, key=attrgetter("title"))


def _must_be_closed(annex: Any) -> bool:
    return bool(annex.publication == "secretariat")


def _is_closed(annex: Any) -> bool:
    return isinstance(Permission(VIEWING[0], (), annex).getRoles(), tuple)


def _set(annex: Any, permissions: tuple[str, ...], roles: tuple[str, ...] | None) -> None:
    """Give the permissions to these roles only; ``None``: to whom the convention gives them."""
    for permission in permissions:
        annex.manage_permission(permission, roles=list(roles or ()), acquire=roles is None)

"""The publication rule of an annex, and its freezing, as permissions that every channel obeys."""

from collective.conventions.access.roles import SECRETARIAT
from plone import api
from typing import Any
from zope.interface.interfaces import IObjectEvent


VIEWING = ("View", "Access contents information")
CHANGING = ("Modify portal content", "Delete objects")


def apply_rule(annex: Any, event: IObjectEvent | None = None) -> None:
    """Let those see an annex whom its publication rule allows (B3).

    ``secretariat`` closes it to all but the secretariat; otherwise who sees the convention sees
    the annex. A public annex is no exception: only the register publishes.
    """
    closed = annex.publication == "secretariat"
    for permission in VIEWING:
        roles = list(SECRETARIAT) if closed else []
        annex.manage_permission(permission, roles=roles, acquire=not closed)
    annex.reindexObjectSecurity()


def freeze(convention: Any) -> None:
    """Close the annexes that are there: they belong to what was approved or signed."""
    for annex in annexes(convention):
        for permission in CHANGING:
            annex.manage_permission(permission, roles=[], acquire=False)


def thaw(convention: Any) -> None:
    """Open the annexes again, when the convention is a draft once more."""
    for annex in annexes(convention):
        for permission in CHANGING:
            annex.manage_permission(permission, roles=[], acquire=True)


def annexes(convention: Any) -> list[Any]:
    """The annexes of a convention, whoever asks."""
    return [item for item in convention.objectValues() if item.portal_type == "Annex"]


def viewable(convention: Any) -> list[Any]:
    """The annexes of a convention that the current user may see, in the order of numbers."""
    seen = [a for a in annexes(convention) if api.user.has_permission("View", obj=a)]
    return sorted(seen, key=lambda annex: (annex.number or "", annex.title or ""))

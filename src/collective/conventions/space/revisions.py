"""Revisions: the hooks of their storage, for a saved or restored one is announced by no event."""

from collective.conventions.space.meter import note
from collective.conventions.space.meter import note_history
from plone import api
from Products.CMFEditions.interfaces.IModifier import ISaveRetrieveModifier
from Products.CMFEditions.Modifiers import ConditionalTalesModifier
from typing import Any
from zope.interface import implementer


MODIFIER = "collective.conventions.meter"
Saved = tuple[dict[str, Any], list[Any], list[Any]]
Retrieved = tuple[list[Any], list[Any], dict[str, Any]]


@implementer(ISaveRetrieveModifier)
class MeterRevisions:
    """Has no part in what a revision holds; it only notes whose history has changed."""

    def beforeSaveModifier(self, obj: Any, clone: Any) -> Saved:
        note(obj)
        # The number of today: a working copy is saved under one, and gets another afterwards.
        note_history(obj)
        return {}, [], []

    def afterRetrieveModifier(self, obj: Any, repo_clone: Any, preserve: Any = ()) -> Retrieved:
        note(obj)
        return [], [], {}


def watch_revisions() -> None:
    """Hang the hooks into the present space."""
    registry = api.portal.get_tool("portal_modifier")
    if MODIFIER not in registry.objectIds():
        hooks = ConditionalTalesModifier(MODIFIER, MeterRevisions(), "Storage meter")
        hooks.edit(enabled=True, condition="python:True")
        registry.register(MODIFIER, hooks)


def leave_revisions() -> None:
    """Take the hooks away again."""
    registry = api.portal.get_tool("portal_modifier")
    if MODIFIER in registry.objectIds():
        registry.unregister(MODIFIER)

"""Keeping a signed copy: the scan, or the PDF with its signatures, as an annex of its own kind."""

from collective.conventions import _
from collective.conventions.documents.signed.standing import KIND
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.i18n import translate


ADD = "collective.conventions: Add Annex"
#: From the moment of the approval on there is something to sign.
STATES = ("council_approved", "signed")


def may_keep(convention: Any) -> bool:
    """Whether the current user may add a signed copy now."""
    in_time = api.content.get_state(convention) in STATES
    return in_time and bool(api.user.has_permission(ADD, obj=convention))


def keep(
    convention: Any,
    file: Any,
    *,
    title: str = "",
    publication: str = "parties",
    language: str | None = None,
) -> Any:
    """Add a signed copy; returns the annex.

    :param file: a ``NamedBlobFile``.
    :raises Forbidden: the current user may not.
    :raises Conflict: nothing is to be signed yet, or any more.
    :raises InsufficientStorage: the space has no room for it.
    """
    if not api.user.has_permission(ADD, obj=convention):
        raise Forbidden(_("You may not add a signed copy."))
    if not may_keep(convention):
        raise Conflict(_("A signed copy is kept once the Council has approved, until the end."))
    default = translate(_("Signed copy"), target_language=api.portal.get_default_language())
    # Who adds what he himself may not read has it named at once: to rename it would be refused.
    return createContentInContainer(
        convention,
        "Annex",
        title=title or default,
        file=file,
        annex_kind=KIND,
        publication=publication,
        language=language or convention.text_language,
    )

"""Telling a person why something could not be done."""

from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from plone import api
from zope.component.hooks import getSite
from zope.i18n import translate


def why(error: Exception) -> str:
    """Everything that is missing, in the space's language; as it was written at the root."""
    language = api.portal.get_default_language() if getSite() is not None else None
    if not isinstance(error, ConventionsError):
        return str(error) or type(error).__name__
    said = [error.message, *map(sentence, error.findings)]
    return " ".join(translate(one, target_language=language) for one in said if one)

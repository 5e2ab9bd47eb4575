"""A choice of items or members in ``@types``: where to look them up, never the whole list."""

from collective.conventions.content import sources
from plone.restapi.types.adapters import ChoiceJsonSchemaProvider
from plone.restapi.types.utils import get_vocabulary_url
from typing import Any


#: The sources of schemas by the names under which ``@vocabularies`` answers for them.
NAMES = {
    sources.partners: "collective.conventions.Partners",
    sources.communes: "collective.conventions.Communes",
    sources.conventions: "collective.conventions.Conventions",
    sources.members: "collective.conventions.Members",
    sources.annexes: "collective.conventions.Annexes",
}


class Choice(ChoiceJsonSchemaProvider):
    """As Plone describes a choice, but for those of ``NAMES``."""

    def additional(self) -> dict[str, Any]:
        name = name_of(self.field.vocabulary)
        if name is None:
            described: dict[str, Any] = super().additional()
            return described
        return {"vocabulary": {"@id": get_vocabulary_url(name, self.context, self.request)}}


def name_of(vocabulary: Any) -> str | None:
    """The name of a source, or of what it gave to a field that is bound to its context."""
    for source, name in NAMES.items():
        given = source(None)
        alike = getattr(vocabulary, "query", None) == getattr(given, "query", None)
        if type(vocabulary) is type(given) and alike:
            return name
    return None

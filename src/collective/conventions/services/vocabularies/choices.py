"""A choice of items or members in ``@types``: where to look them up, never the whole list."""

from collective.conventions.content import vocabularies
from plone.restapi.types.adapters import ChoiceJsonSchemaProvider
from plone.restapi.types.utils import get_vocabulary_url
from typing import Any


#: The sources of schemas by the names under which ``@vocabularies`` answers for them.
NAMES = {
    vocabularies.partners: "collective.conventions.Partners",
    vocabularies.communes: "collective.conventions.Communes",
    vocabularies.conventions: "collective.conventions.Conventions",
    vocabularies.members: "collective.conventions.Members",
}


class Choice(ChoiceJsonSchemaProvider):
    """As Plone describes a choice, but for those of ``NAMES``."""

    def __init__(self, field: Any, context: Any, request: Any) -> None:
        super().__init__(field, context, request)
        self.source = field.vocabulary

    def additional(self) -> dict[str, Any]:
        if self.source not in NAMES:
            described: dict[str, Any] = super().additional()
            return described
        address = get_vocabulary_url(NAMES[self.source], self.context, self.request)
        return {"vocabulary": {"@id": address}}

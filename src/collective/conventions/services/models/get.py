"""GET @models and @models/{name}: the models at hand, and one of them with its text."""

from collective.conventions.content import vocabularies
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.library.models import resolved
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.below import Below
from collective.conventions.services.text.told import text_told
from plone import api
from plone.restapi.serializer.converters import json_compatible
from typing import Any


FILTERS = {
    "kind": vocabularies.MODEL_KINDS.by_token,
    "language": vocabularies.LANGUAGES.by_token,
    "purpose": vocabularies.LETTER_PURPOSES.by_token,
}


class Get(Below):
    """All models in their newest versions, or one in the version its name says."""

    def reply(self) -> dict[str, Any]:
        address = f"{api.portal.get().absolute_url()}/@models"
        if self.params:
            entry = find(self.params[0])
            told = {**model_told(entry, address), "text": text_told(entry.text)}
            return {**told, "with_clauses": text_told(resolved(entry.text))}
        form = self.request.form
        refuse_strange(form, FILTERS)
        found = models(**{name: form.get(name) or "" for name in FILTERS})
        return {
            "@id": address,
            "items_total": len(found),
            "items": [model_told(entry, address) for entry in found],
        }


def model_told(entry: Entry, address: str) -> dict[str, Any]:
    """A model as clients read it."""
    return {
        "@id": f"{address}/{entry.name}",
        "name": entry.name,
        "title": entry.title,
        "description": entry.description,
        "kind": entry.kind,
        "purpose": entry.purpose or None,
        "language": entry.language,
        "source": entry.source,
        "shipped": entry.is_shipped,
        "content": entry.url or None,
        "adapted_from": entry.adapted_from or None,
        "versions": [
            {
                "number": one.number,
                "day": json_compatible(one.day),
                "author": one.author or None,
            }
            for one in entry.versions
        ],
    }

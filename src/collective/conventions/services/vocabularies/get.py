"""The items of a vocabulary of partners, conventions or annexes, as far as the reader may see."""

from collective.conventions.services.batch import batch
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from typing import Any
from zope.interface import implementer


@implementer(ISerializeToJson)
class Items:
    """Answers from the catalog: by words of the title, by token, or all in the order of titles."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, address: str) -> dict[str, Any]:
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(sort_on="sortable_title", **self.context.searched, **self._wanted())
        return {
            "@id": address,
            "items_total": len(found),
            "items": [
                {"token": brain.UID, "title": brain.Title} for brain in batch(self.request, found)
            ],
        }

    def _wanted(self) -> dict[str, Any]:
        tokens = [self._text("token"), *_listed(self.request.form.get("tokens", []))]
        if any(tokens):
            return {"UID": [token for token in tokens if token]}
        words = "".join(c if c.isalnum() else " " for c in self._text("title")).split()
        return {"Title": " AND ".join(f"{word}*" for word in words)} if words else {}

    def _text(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found if isinstance(found, str) else ""


def _listed(tokens: Any) -> list[str]:
    given = tokens if isinstance(tokens, list | tuple) else [tokens]
    return [token for token in given if isinstance(token, str)]

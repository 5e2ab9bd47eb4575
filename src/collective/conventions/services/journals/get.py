"""GET @journals: the journals of the space; @journals/<uid>: the entries of one of them."""

from collective.conventions.journal.storage import all_journals
from collective.conventions.journal.storage import find
from collective.conventions.services.batch import batch
from collective.conventions.services.journal.get import entries
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Get(Service):
    """All journals, or the one whose UID the address names."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "Get":
        self.path.append(name)
        return self

    def reply(self) -> dict[str, Any]:
        address = "/".join([f"{self.context.absolute_url()}/@journals", *self.path])
        if not self.path:
            return {"@id": address, **self._all(address)}
        journal = find(self.path[0])
        if journal is None or len(self.path) > 1:
            raise NotFound(self.path[-1])
        return {"@id": address, "title": journal.title, **entries(journal, self.request)}

    def _all(self, address: str) -> dict[str, Any]:
        found = all_journals()
        return {
            "items_total": len(found),
            "items": [
                {
                    "@id": f"{address}/{journal.uid}",
                    "uid": journal.uid,
                    "title": journal.title,
                    "length": journal.length,
                    "deleted": journal.deleted,
                }
                for journal in batch(self.request, found)
            ],
        }

"""GET @journals: the journals of the space; @journals/<uid>: the entries of one of them."""

from collective.conventions.journal.storage import all_journals
from collective.conventions.journal.storage import find
from collective.conventions.services.batch import batch
from collective.conventions.services.below import Below
from collective.conventions.services.journal.get import entries
from typing import Any
from zExceptions import NotFound


class Get(Below):
    """All journals, or the one whose UID the address names."""

    def reply(self) -> dict[str, Any]:
        address = "/".join([f"{self.context.absolute_url()}/@journals", *self.params])
        if not self.params:
            return {"@id": address, **self._all(address)}
        journal = find(self.params[0])
        if journal is None:
            raise NotFound(self.params[0])
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

"""GET @check: what is wrong with the text of a convention, and what was accepted of it."""

from collective.conventions.clock import today
from collective.conventions.documents.texts.checking import checked_as
from collective.conventions.documents.texts.checking import Found
from collective.conventions.documents.texts.checking import Row
from collective.conventions.documents.texts.stages import stages
from collective.conventions.documents.texts.wording import reason
from collective.conventions.journal.plain import plain
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.visible import refuse_unseen
from dataclasses import asdict
from plone import api
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The findings in the order of the text."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        refuse_strange(self.request.form, {"text": None})
        key = str(self.request.form.get("text") or "present")
        found = checked_as(self.context, key, today())
        language = str(api.portal.get_current_language()).split("-")[0]
        return {
            "@id": f"{self.context.absolute_url()}/@check",
            "text": key,
            "texts": [stage.key for stage in stages(self.context, today())],
            "blocking": len(found.blocking),
            "findings": [_told(one, language) for one in found.found],
            "stale": [_exception(row) for row in found.stale],
        }


def _told(one: Found, language: str) -> dict[str, Any]:
    flaw = one.flaw
    return {
        "code": flaw.code,
        "severity": flaw.severity,
        "blocks": one.blocks,
        "message": reason(flaw, language),
        "params": {name: str(value) for name, value in flaw.params.items()},
        "place": flaw.key,
        "passage": asdict(flaw.place),
        "exception": None if one.accepted is None else _exception(one.accepted),
    }


def _exception(row: Row) -> dict[str, Any]:
    """An exception with the columns that a client would send."""
    names = ("code", "place", "reason", "author", "day")
    return {name: plain(row.get(name)) for name in names}

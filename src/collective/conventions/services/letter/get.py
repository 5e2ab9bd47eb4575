"""GET @letter: from which models a letter can be made, and the letter as a file."""

from collective.conventions.billing.unpaid import letter_between
from collective.conventions.billing.unpaid import unpaid
from collective.conventions.clock import today
from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.library.models import find
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.documents.rendering.modelled import file_from
from collective.conventions.documents.rendering.modelled import offered
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.document.file import File
from collective.conventions.services.document.file import send
from collective.conventions.services.visible import refuse_unseen
from plone.restapi.services import Service
from typing import Any


ASKED = {
    "model": None,
    "format": tuple(FORMATS),
    "sender": None,
    "recipient": None,
    "reason": None,
    "end": None,
}


class Get(Service):
    """The file that a ``model`` makes, or from what, by whom and to whom one can be made.

    ``sender`` and ``recipient`` are the UIDs of parties, ``end`` the last day in force.
    """

    def render(self) -> Any:
        if not self.request.form.get("model"):
            return super().render()
        self.check_permission()
        refuse_unseen(self.context)
        refuse_strange(self.request.form, ASKED)
        asked = {name: str(self.request.form.get(name) or "") for name in ASKED}
        entry, day = find(asked["model"]), today()
        letter = letter_between(
            self.context,
            day,
            asked["sender"],
            asked["recipient"],
            asked["reason"],
            day_asked(self.request.form, "end"),
        )
        made = file_from(self.context, entry, asked["format"] or "pdf", letter, day)
        return send(self.request, File(made.name, made.kind, made.data))

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        refuse_strange(self.request.form, {"model": None})
        address = f"{self.context.absolute_url()}/@letter"
        day = today()
        overdue = unpaid(self.context, day)
        return {
            "@id": address,
            "models": [
                {
                    "model": one.name,
                    "title": one.title,
                    "language": one.language,
                    "purpose": one.purpose or None,
                    "formats": [one.source] if one.source == "docx" else list(FORMATS),
                    "url": f"{address}?model={one.name}",
                }
                for one in offered(overdue)
            ],
            "parties": [
                {"uid": party.UID(), "title": party.title}
                for party in parties_of(self.context, day)
            ],
            "unpaid": [_told(one) for one in overdue],
        }


def _told(one: Unpaid) -> dict[str, Any]:
    return {
        "number": one.number,
        "day": one.day.isoformat(),
        "due": one.due and one.due.isoformat(),
        "amount": str(one.amount),
        "open": str(one.open),
    }

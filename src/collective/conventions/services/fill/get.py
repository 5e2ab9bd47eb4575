"""GET @fill: what a model says of a convention; nothing is written."""

from collective.conventions.clock import today
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.models import find
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.text.told import text_told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The parts of the text, with the model in its version."""

    def reply(self) -> dict[str, Any]:
        refuse_strange(self.request.form, {"model": None})
        name = self.request.form.get("model")
        if not name:
            refuse_faults([problem("required", "model")])
        entry = find(name)
        text = made(self.context, entry, today())
        address = f"{self.context.absolute_url()}/@fill?model={entry.name}"
        return {"@id": address, "model": entry.name, "text": text_told(text)}

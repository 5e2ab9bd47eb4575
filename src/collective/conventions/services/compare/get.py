"""GET @compare: what was added to and removed from a text, or the texts that can be compared."""

from collective.conventions.clock import today
from collective.conventions.documents.texts.comparing import Choice
from collective.conventions.documents.texts.comparing import compared
from collective.conventions.documents.texts.comparing import offered
from collective.conventions.documents.texts.comparing import side
from collective.conventions.documents.texts.wording import choice_title
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.visible import refuse_unseen
from collective.conventions.terms.texts.compare import Compared
from dataclasses import asdict
from plone import api
from plone.restapi.services import Service
from typing import Any
from urllib.parse import urlencode


#: The query string: the keys of the two texts.
ASKED = ("before", "after")


class Get(Service):
    """The parts of two texts; the choices alone when neither is named."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        form = {name: str(value) for name, value in self.request.form.items() if value}
        refuse_strange(self.request.form, dict.fromkeys(ASKED))
        address = f"{self.context.absolute_url()}/@compare"
        if not form:
            found = offered(self.context, today())
            return {"@id": address, "choices": [_choice(one) for one in found]}
        refuse_faults([problem("required", name) for name in ASKED if name not in form])
        before, after = (side(self.context, form[name], today()) for name in ASKED)
        return {
            "@id": f"{address}?{urlencode({name: form[name] for name in ASKED})}",
            "before": _choice(before.choice),
            "after": _choice(after.choice),
            "parts": [_part(one) for one in compared(before, after)],
        }


def _choice(one: Choice) -> dict[str, Any]:
    language = str(api.portal.get_current_language()).split("-")[0]
    return {
        "key": one.key,
        "kind": one.kind,
        "title": choice_title(one, language),
        "instant": one.instant or None,
    }


def _part(one: Compared) -> dict[str, Any]:
    """A part with its runs in order; joined without those removed they are the later text."""
    return {
        **asdict(one),
        "heading": [asdict(run) for run in one.heading],
        "body": [asdict(run) for run in one.body],
    }

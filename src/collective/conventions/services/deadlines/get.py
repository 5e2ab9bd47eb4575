"""GET @deadlines: the list of the page, for a client."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.deadlines.asking import asked
from collective.conventions.deadlines.asking import asked_of
from collective.conventions.deadlines.search import Deadline
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.interfaces import BadRequest
from collective.conventions.services.listed import links
from collective.conventions.services.timeline.told import told
from plone import api
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The deadlines that the query string asks for."""

    def reply(self) -> dict[str, Any]:
        question, findings = asked(self.request.form, today())
        if findings:
            raise BadRequest(_("The question cannot be understood."), findings)
        address = f"{self.context.absolute_url()}/@deadlines"
        found = find(asked_of(question), today())
        teller = Teller(str(api.portal.get_current_language()).split("-")[0])
        batch = found.batch(question.b_start, question.b_size)
        answer = {
            "@id": f"{address}{question.query()}",
            "items_total": found.total,
            "overdue_total": found.overdue,
            "items": [item(deadline, teller) for deadline in batch],
        }
        batching = links(address, question, found.total)
        return {**answer, "batching": batching} if batching else answer


def item(deadline: Deadline, teller: Teller) -> dict[str, Any]:
    """What the answer carries of each date."""
    convention = deadline.convention
    return {
        "convention": {
            "@id": convention.url,
            "UID": convention.uid,
            "title": convention.title,
            "reference": convention.reference,
        },
        "overdue": deadline.overdue,
        "fact": told(deadline.fact, teller),
    }

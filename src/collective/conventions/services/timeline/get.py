"""GET @timeline: every date of a convention with its reason; with ``what_if`` a second one."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.deadlines.agenda import next_of
from collective.conventions.deadlines.suppositions import Asked
from collective.conventions.deadlines.suppositions import day_of
from collective.conventions.deadlines.suppositions import PARAMETERS
from collective.conventions.deadlines.suppositions import read
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.deadlines.timelines import what_if_of
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.interfaces import BadRequest
from collective.conventions.services.timeline.told import told
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.findings import Finding
from datetime import date
from plone import api
from plone.restapi.services import Service
from typing import Any
from urllib.parse import urlencode


class Get(Service):
    """The timeline as it is on a day, and beside it the one that a change would make of it."""

    def reply(self) -> dict[str, Any]:
        day, asked = self._asked()
        teller = Teller(str(api.portal.get_current_language()).split("-")[0])
        facts = timeline_of(self.context, day)
        following = next_of(self.context, facts, day)
        answer = {
            "@id": self._address(),
            "today": day.isoformat(),
            "facts": [told(fact, teller) for fact in facts],
            "next": None if following is None else told(following, teller),
        }
        if asked.change is None:
            return answer
        found = what_if_of(self.context, day, asked.change)
        sides = {"gone": found.gone, "new": found.new, "after": found.after}
        comparison = {name: [told(fact, teller) for fact in side] for name, side in sides.items()}
        return {**answer, "comparison": comparison}

    def _asked(self) -> tuple[date, Asked]:
        """The day, and what is supposed.

        :raises BadRequest: something in the query string is wrong; it names all of it.
        """
        form = self.request.form
        text = str(form.get("today", "")).strip()
        day = day_of(text) if text else today()
        wrong = tuple(_faults(day))
        supposing = any(str(form.get(name, "")).strip() for name in PARAMETERS)
        asked = read(form, self.context, day or today()) if supposing else Asked(None)
        if day is None or wrong or asked.findings:
            raise BadRequest(_("The question cannot be understood."), (*wrong, *asked.findings))
        return day, asked

    def _address(self) -> str:
        form: Mapping[str, Any] = self.request.form
        asked = [(name, str(form[name])) for name in ("today", *PARAMETERS) if form.get(name)]
        address = f"{self.context.absolute_url()}/@timeline"
        return f"{address}?{urlencode(asked)}" if asked else address


def _faults(day: date | None) -> list[Finding]:
    if day is None:
        return [Finding("wrong_type", "today", {"expected": "2026-12-31"})]
    return [Finding(code, "today", params) for code, params in date_faults(day)]

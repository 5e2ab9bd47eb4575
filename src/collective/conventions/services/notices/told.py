"""Letters and ways as the answers carry them."""

from collective.conventions.access.annexes import viewable
from collective.conventions.content import vocabularies
from collective.conventions.deadlines.ways import Need
from collective.conventions.deadlines.ways import Way
from collective.conventions.deadlines.wording.letters import follows
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.deadlines.wording.ways import CLOSED
from collective.conventions.deadlines.wording.ways import MEANINGS
from collective.conventions.deadlines.wording.ways import NEEDS
from collective.conventions.deadlines.wording.ways import TITLES
from collective.conventions.terms.consequences import Consequence
from collective.conventions.terms.dated import Dated
from functools import cached_property
from plone import api
from plone.restapi.serializer.converters import json_compatible
from typing import Any


class Told:
    """Puts the letters and ways of one convention into JSON."""

    def __init__(self, convention: Any, request: Any) -> None:
        self.convention = convention
        self.request = request
        self.teller = Teller(str(api.portal.get_current_language()).split("-")[0])

    def letter(self, one: Consequence) -> dict[str, Any]:
        """A letter, and what follows from it."""
        stored = self.convention.notices[one.row]
        answer = {
            "@id": f"{self.convention.absolute_url()}/@notices/{one.row}",
            "row": one.row,
            "kind": self._choice(vocabularies.NOTICE_KINDS, one.letter.kind),
            "partner": self._party(one.letter.party),
            "sent": one.letter.sent,
            "presented": one.letter.presented,
            "received": one.letter.received,
            "means": self._choice(vocabularies.NOTICE_MEANS, stored.get("means")),
            "note": stored.get("note"),
            "file": self._file(stored.get("annex")),
            "standing": one.stands,
            "effective": one.given if one.works else None,
            "cure_until": self._dated(one.cure.until if one.cure else None),
            "right_from": self._dated(one.cure.right if one.cure else None),
            "end": self._dated(one.end),
            "follows": list(follows(one, self.teller)),
        }
        found: dict[str, Any] = json_compatible(answer)
        return found

    def way(self, way: Way) -> dict[str, Any]:
        """A way to the end: what it needs, and the day it leads to."""
        closed = way.route.closed
        answer = {
            "route": way.route.code,
            "title": self.teller.t(TITLES[way.route.code]),
            "description": self.teller.t(MEANINGS[way.route.code]),
            "letter": way.route.letter or None,
            "open": way.open,
            "closed_because": self.teller.t(CLOSED[closed]) if closed else None,
            "ready": way.ready,
            "needs": [self._need(need) for need in way.needs],
            "effective": self._dated(way.route.effective if way.open else None, way.clause),
            "supposed": way.open and way.supposed,
        }
        found: dict[str, Any] = json_compatible(answer)
        return found

    def _need(self, need: Need) -> dict[str, Any]:
        place = need.finding
        return {
            "code": need.code,
            "title": self.teller.said(NEEDS[need.code], need.params),
            "met": need.met,
            "optional": need.optional,
            "day": need.day,
            "field": place.field if place and not need.met else None,
            "row": place.row if place and not need.met else None,
            "column": place.column if place and not need.met else None,
        }

    def _dated(self, dated: Dated | None, clause: str = "") -> dict[str, Any] | None:
        if dated is None:
            return None
        return {"day": dated.day, "rule": dated.rule, "reason": self.teller.why(dated, clause)}

    def _party(self, uid: str) -> dict[str, str] | None:
        return {"token": uid, "title": self.teller.name(uid)} if uid else None

    def _choice(self, vocabulary: Any, token: str | None) -> dict[str, str] | None:
        if not token:
            return None
        known = token in vocabulary
        title = self.teller.t(vocabulary.getTerm(token).title) if known else token
        return {"token": token, "title": title}

    def _file(self, uid: str | None) -> dict[str, Any] | None:
        """The annex that holds the letter, as far as the reader may see it."""
        annex = self._annexes.get(uid or "")
        if annex is None:
            return None
        url = annex.absolute_url()
        name = annex.file.filename if annex.file else None
        return {
            "@id": url,
            "title": annex.title,
            "filename": name,
            "download": f"{url}/@@download/file",
        }

    @cached_property
    def _annexes(self) -> dict[str, Any]:
        return {annex.UID(): annex for annex in viewable(self.convention)}

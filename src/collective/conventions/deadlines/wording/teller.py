"""Dated facts in the words of one language: for pages, services, mails and calendars alike."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.records import record_of
from collective.conventions.deadlines.wording.facts import ACTORS
from collective.conventions.deadlines.wording.facts import AMENDED
from collective.conventions.deadlines.wording.facts import CERTAINTIES
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.deadlines.wording.reasons import AMENDMENT
from collective.conventions.deadlines.wording.reasons import BASES
from collective.conventions.deadlines.wording.reasons import CLAUSE
from collective.conventions.deadlines.wording.reasons import LENGTHS
from collective.conventions.deadlines.wording.reasons import MOVED
from collective.conventions.deadlines.wording.reasons import REASONS
from collective.conventions.deadlines.wording.reasons import SET_BY_HAND
from collective.conventions.deadlines.wording.reasons import SET_WITHOUT_RULE
from collective.conventions.terms import writing
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import Override
from collective.conventions.terms.dated import Params
from datetime import date
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


#: The parameters of a rule that are dates.
DAYS = {
    *("signed", "approved", "met", "start", "until", "renewal", "post_by", "end", "received"),
    *("moved_from", "suspended", "given", "annulled", "refused"),
}


class Teller:
    """Says what a dated fact is, in ``language`` ("fr", "nl", "de", "en")."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._names: dict[str, str] = {}

    def t(self, message: Message | str) -> str:
        """The text of a message."""
        return str(translate(message, target_language=self.language))

    def day(self, value: date) -> str:
        """A date in words."""
        return writing.day(value, self.language)

    def what(self, fact: DatedFact) -> str:
        """What happens: "Last day to refuse the renewal"; of a letter or an amendment, which."""
        if fact.what == "letter":
            return self._title(vocabularies.NOTICE_KINDS, fact.params["kind"])
        if fact.what == "amended":
            return self.said(AMENDED, fact.params)
        return self.t(FACTS[fact.what])

    def who(self, fact: DatedFact) -> str:
        """Who acts, or nothing."""
        if not fact.actor:
            return ""
        return self.t(ACTORS[fact.actor]) if fact.actor in ACTORS else self.name(fact.actor)

    def name(self, uid: str) -> str:
        """The name of a party."""
        if uid not in self._names:
            found = record_of(uid)
            self._names[uid] = found.Title if found is not None else self.t(_("(removed)"))
        return self._names[uid]

    def certainty(self, fact: DatedFact) -> str:
        """Whether the date is certain."""
        return self.t(CERTAINTIES[fact.certainty])

    def reason(self, fact: DatedFact) -> str:
        """Why it falls on that day, in one sentence or a few."""
        named = (self.said(AMENDMENT, {"number": number}) for number in fact.amendments)
        rests = ", ".join(text for text in (fact.clause, *named) if text)
        return self.why(Dated(fact.day, fact.rule, fact.params, fact.overridden), clause=rests)

    def why(self, dated: Dated, clause: str = "") -> str:
        """Why a date that is no line of a timeline falls on its day."""
        said = [self.said(REASONS[dated.rule], dated.params)]
        if dated.params.get("moved_from"):
            said.append(self.said(MOVED, dated.params))
        if dated.override is not None:
            said = [self.by_hand(dated.override), *said]
        if clause:
            said.append(self.t(Message(CLAUSE, mapping={"clause": clause})))
        return " ".join(said)

    def said(self, message: Message, params: Params) -> str:
        """A message with the parameters of a rule in words."""
        return self.t(Message(message, mapping=self._mapping(params)))

    def in_short(self, fact: DatedFact) -> str:
        """Day and fact in one sentence, with who acts: "28 February 2027: …"."""
        said = {"date": self.day(fact.day), "what": self.what(fact), "who": self.who(fact)}
        pattern = _("${date}: ${what} (${who})") if said["who"] else _("${date}: ${what}")
        return self.t(Message(pattern, mapping=said))

    def length(self, count: int, unit: str) -> str:
        """A length of time: "1 month", "8 days"."""
        return self.t(Message(LENGTHS[unit, count == 1], mapping={"n": count}))

    def _mapping(self, params: Params) -> dict[str, Any]:
        said: dict[str, Any] = {name: self._value(name, value) for name, value in params.items()}
        if "count" in params:
            said["length"] = self.length(int(params["count"]), str(params.get("unit", "days")))
        if "months" in params:
            said["period"] = self.length(int(params["months"]), "months")
        return said

    def _value(self, name: str, value: str | int) -> str | int:
        if name in DAYS and value:
            return self.day(date.fromisoformat(str(value)))
        if name == "basis":
            return self.t(BASES[str(value)])
        if name == "kind":
            return self._title(vocabularies.NOTICE_KINDS, value)
        if name == "outcome":
            return self._title(vocabularies.SUPERVISION_OUTCOMES, value)
        return value

    def by_hand(self, override: Override) -> str:
        """Who has set a date, in the place of which, and why."""
        said = {"author": override.author, "reason": override.reason}
        if override.computed is None:
            return self.t(Message(SET_WITHOUT_RULE, mapping=said))
        said["computed"] = self.day(override.computed)
        return self.t(Message(SET_BY_HAND, mapping=said))

    def _title(self, vocabulary: Any, token: Any) -> str:
        return self.t(vocabulary.getTerm(token).title) if token in vocabulary else str(token)

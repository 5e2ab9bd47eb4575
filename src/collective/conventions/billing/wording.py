"""Why a line is charged or given back, in words: one sentence for each reason of ``terms``."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.terms import writing
from collective.conventions.terms.charges import Reason
from datetime import date
from decimal import Decimal
from zope.i18n import translate
from zope.i18nmessageid import Message


SENTENCES: Mapping[str, Message] = {
    "months_in_force": _("${count} full month(s) in force, from ${first} to ${last}."),
    "months_open_again": _(
        "${count} full month(s), from ${first} to ${last}, credited before and charged again."
    ),
    "participants": _("The price from ${from_count} participant(s) on; there are ${count}."),
    "participants_before": _(
        "${count} participant(s) of ${document}, taken back to be charged anew."
    ),
    "one_off_due": _("Due once, on ${day}."),
    "reduction_ended": _(
        "From ${first} to ${last} the reduction of ${percent} % did not hold after all."
    ),
    "beyond_end": _("After the last day in force, ${end}."),
    "before_start": _("Before the first day in force, ${start}."),
    "reduction_began": _("From ${first} to ${last} a reduction of ${percent} % holds after all."),
    "given_back_before": _("Given back before, of ${document}."),
    "reduced": _("Less ${percent} %: ${condition}."),
    "index_unset": _("Not indexed: no index has been chosen."),
    "index_not_yet": _("Not indexed yet."),
    "index_missing": _("Not indexed further: no index of ${wanted} has been entered."),
    "index_applied": _("${p0} × (${a} + ${b} × ${i} / ${i0}) = ${amount}, index of ${month}."),
}
DAYS = ("first", "last", "day", "end", "start")
MONTHS = ("wanted", "month")
AMOUNTS = ("p0", "amount")
NUMBERS = ("percent", "a", "b", "i", "i0")


def explanation(reasons: Iterable[Reason], language: str) -> str:
    """All reasons of a line, one sentence after the other."""
    return " ".join(sentence(reason, language) for reason in reasons)


def sentence(reason: Reason, language: str) -> str:
    """One reason in a language ("fr", "nl", "de", "en")."""
    said = {name: _said(name, value, language) for name, value in reason.params.items()}
    return str(translate(Message(SENTENCES[reason.code], mapping=said), target_language=language))


def condition(code: str, language: str) -> str:
    """While what a reduction holds."""
    terms = vocabularies.REDUCTION_CONDITIONS
    found = terms.getTerm(code).title if code in terms else code
    return str(translate(found, target_language=language))


def _said(name: str, value: object, language: str) -> str:
    if name == "condition":
        return condition(str(value), language)
    if not value:
        return "–"
    if name in DAYS:
        return writing.day(date.fromisoformat(str(value)), language)
    if name in MONTHS:
        return writing.month(date.fromisoformat(str(value)), language)
    if name in AMOUNTS:
        return writing.money(Decimal(str(value)), language)
    if name in NUMBERS:
        return writing.number(Decimal(str(value)), language)
    return str(value)

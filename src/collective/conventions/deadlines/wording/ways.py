"""The ways to end a convention in plain words: what each is, what it needs, why it is closed."""

from collective.conventions import _
from collective.conventions.deadlines.ways import Way
from collective.conventions.deadlines.wording.teller import Teller
from zope.i18nmessageid import Message


#: route → what it is called.
TITLES: dict[str, Message] = {
    "breach": _("Termination for breach"),
    "mutual": _("Mutual agreement"),
    "expiry": _("End of the term"),
    "non_renewal": _("Refusal of the renewal"),
    "notice": _("Termination with notice"),
    "resolutory": _("Resolutory condition"),
    "refusal": _("Refusal by the supervisory authority"),
}

#: route → what happens on it.
MEANINGS: dict[str, Message] = {
    "breach": _(
        "A party does not do what it has promised. The other one gives it formal notice to make "
        "the breach good; if the time for that passes without effect, it may terminate."
    ),
    "mutual": _("All parties agree to end the convention on a day of their choice."),
    "expiry": _("The convention ends by itself on the last day of its term. No letter is needed."),
    "non_renewal": _(
        "A party writes in time that it does not want the next renewal. The convention then ends "
        "with the running period."
    ),
    "notice": _(
        "A party writes that it ends the convention. It ends when the time of notice has run."
    ),
    "resolutory": _(
        "The supervisory authority annuls the decision on which the convention rests. By its "
        "resolutory condition the convention ends with it."
    ),
    "refusal": _(
        "The supervisory authority refuses the approval that the law asks for, so the decision on "
        "which the convention rests falls away."
    ),
}

#: Why a route is not open, out of ``terms.termination.CLOSED``.
CLOSED: dict[str, Message] = {
    "no_breach_clause": _("No clause gives a time to make a breach good after a formal notice."),
    "no_end": _("The convention has no end of its own."),
    "no_tacit_renewal": _("The convention is not renewed by itself."),
    "no_notice_clause": _("No clause lets a party end the convention by giving notice."),
    "no_condition": _("The convention has no resolutory condition."),
    "no_supervision": _("Nothing was sent to a supervisory authority."),
}

#: What a way needs, out of ``ways.NEEDS``.
NEEDS: dict[str, Message] = {
    "letter": _("The letter: ${kind}"),
    "day": _("The day from which its time runs: ${basis}"),
    "proof": _("A proof of it on file"),
    "cure_over": _("The time to make the breach good has passed"),
    "agreed_day": _("The day agreed on"),
    "signatures": _("The signatures of all parties"),
    "event": _("The day of the event that ends it"),
    "end_reached": _("The last day has passed"),
    "outcome": _("The decision of the supervisory authority: ${outcome}"),
    "decision_day": _("The date of that decision"),
}

#: (whether it supposes a letter of today, whether somebody may choose a later one) → the day
DAYS: dict[tuple[bool, bool], Message] = {
    (False, False): _("Last day in force"),
    (False, True): _("Last day in force, at the earliest"),
    (True, False): _("Last day in force, if the letter were given today"),
    (True, True): _("Last day in force, at the earliest, if the letter were given today"),
}


def day_label(way: Way) -> Message:
    """What the last day is that a way leads to."""
    return DAYS[way.supposed, way.route.code == "breach"]


def reason_of(way: Way, teller: Teller) -> str:
    """Why the convention ends, as it is recorded: the way, and why its day is the last one."""
    title = teller.t(TITLES[way.route.code])
    if way.route.effective is None:
        return title
    said = {"label": title, "text": teller.why(way.route.effective, way.clause)}
    return teller.t(Message(_("${label}: ${text}"), mapping=said))

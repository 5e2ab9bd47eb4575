"""What the supervisory authority does to a convention: suspension pauses, annulment ends (W6)."""

from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.spans import Span
from collective.conventions.terms.supervision import decided_as


def pause(term: Term, facts: Facts) -> Span | None:
    """Return the days on which a suspension of the decision pauses the convention.

    They run from the day of the suspension to the day before it was lifted, or stay open. A pause
    moves no end: the duration of a convention is counted on the calendar.
    """
    suspended = decided_as(facts.supervision, "suspended")
    if not term.resolutory_condition or suspended is None or facts.supervision is None:
        return None
    lifted = facts.supervision.lifted
    if lifted is None:
        return Span(suspended, None)
    return Span(suspended, plus(lifted, days=-1)) if lifted > suspended else None


def end_by_authority(term: Term, facts: Facts) -> Dated | None:
    """Return the last day before the decision was annulled, or its approval refused.

    An annulment acts on the convention through its resolutory condition; without an approval that
    the law asks for there is no decision to rest on.
    """
    annulled = decided_as(facts.supervision, "annulled")
    if term.resolutory_condition and annulled is not None:
        return Dated(plus(annulled, days=-1), "end_annulled", {"annulled": annulled.isoformat()})
    refused = decided_as(facts.supervision, "refused")
    if refused is not None:
        return Dated(plus(refused, days=-1), "end_refused", {"refused": refused.isoformat()})
    return None

"""What a letter sets going, in sentences."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.breach import Cure
from collective.conventions.terms.consequences import Consequence
from collective.conventions.terms.letters import WITHDRAWABLE
from datetime import date
from zope.i18nmessageid import Message


WITHDRAWN = _("It was withdrawn.")
WITHOUT_EFFECT = _("No clause of the convention gives it an effect.")
RESERVED = _("It has no effect: the clause lets another party give notice.")
WAITING = _("Its time does not run yet: the day is not known (${basis}).")
ENDS = _("It ends the convention on ${date}.")
MADE_GOOD = _("The breach was made good in time.")
CURE = _("The breach can be made good until ${date}.")
RIGHT = _("The other party may terminate from ${date} on.")


def follows(one: Consequence, teller: Teller) -> Iterator[str]:
    """Yield what follows from a letter; nothing of one that no time runs from."""
    if one.letter.kind not in WITHDRAWABLE:
        return
    if not one.stands:
        yield teller.t(WITHDRAWN)
    elif not one.counts:
        yield teller.t(RESERVED if one.basis else WITHOUT_EFFECT)
    elif one.given is None:
        yield teller.said(WAITING, {"basis": one.basis})
    elif one.cure is not None:
        yield from _breach(one.cure, teller)
    elif one.end is not None:
        yield _on(ENDS, one.end.day, teller)
        yield teller.why(one.end)


def _breach(cure: Cure, teller: Teller) -> Iterator[str]:
    if cure.right is None:
        yield teller.t(MADE_GOOD)
        return
    yield _on(CURE, cure.until.day, teller)
    yield teller.why(cure.until)
    yield _on(RIGHT, cure.right.day, teller)


def _on(message: Message, day: date, teller: Teller) -> str:
    return teller.t(Message(message, mapping={"date": teller.day(day)}))

"""Dunning: which letter is due for an invoice that nobody has paid.

The steps come one after the other and none is left out. A letter that went late moves those after
it: whoever gets a reminder has as long to answer it as the steps leave between the two.
"""

from collections.abc import Sequence
from collective.conventions.terms.dates import plus
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from datetime import date


#: The letters there are, from the mildest on.
LETTERS = ("reminder", "second_reminder", "formal_notice")


@dataclass(frozen=True)
class Step:
    """A letter, ``days`` after the day on which the invoice was to be paid."""

    letter: str
    days: int


@dataclass(frozen=True)
class Sent:
    """A letter that went out."""

    letter: str
    day: date


@dataclass(frozen=True)
class Due:
    """A letter and the day from which it can go."""

    letter: str
    day: date


#: What a space begins with, until its manager says otherwise.
STEPS = (Step("reminder", 10), Step("second_reminder", 30), Step("formal_notice", 45))


def next_letter(steps: Sequence[Step], due: date, sent: Sequence[Sent]) -> Due | None:
    """Return the letter that follows those ``sent``, or None when all of them went.

    :param due: the last day on which the invoice could be paid in time.
    """
    went = {one.letter: one.day for one in sent}
    done = [number for number, step in enumerate(steps) if step.letter in went]
    following = done[-1] + 1 if done else 0
    if following >= len(steps):
        return None
    step = steps[following]
    day = plus(due, days=step.days)
    if done:
        last = steps[done[-1]]
        day = max(day, plus(went[last.letter], days=step.days - last.days))
    return Due(step.letter, day)


def letter_due(
    steps: Sequence[Step], due: date | None, sent: Sequence[Sent], today: date
) -> Due | None:
    """Return the letter that can go on ``today`` for an invoice with something open, or None."""
    following = None if due is None else next_letter(steps, due, sent)
    return following if following is not None and following.day <= today else None


def check_steps(steps: Sequence[Step]) -> tuple[Finding, ...]:
    """Return what is wrong with steps: no such letter, twice, not after the one before."""
    field = "dunning_steps"
    found: list[Finding] = []
    for row, step in enumerate(steps):
        earlier = [one.letter for one in steps[:row]]
        if step.letter not in LETTERS:
            value = {"value": step.letter}
            found.append(Finding("unknown_choice", field, value, row, "letter"))
        elif step.letter in earlier:
            first = {"first": earlier.index(step.letter) + 1}
            found.append(Finding("duplicate", field, first, row, "letter"))
        if step.days <= 0:
            found.append(Finding("not_positive", field, {}, row, "days"))
        elif row and step.days <= steps[row - 1].days:
            found.append(Finding("steps_not_ascending", field, {}, row, "days"))
    return tuple(found)

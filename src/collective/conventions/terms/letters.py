"""Letters between the parties: when each takes effect, and which still stand (C13, O9, D6)."""

from dataclasses import dataclass
from datetime import date


#: The letters that a later withdrawal by the same party takes back.
WITHDRAWABLE = ("non_renewal", "termination", "formal_notice")


@dataclass(frozen=True)
class Letter:
    """A letter: its ``kind`` out of ``choices.NOTICE_KINDS``, or "cure" for a breach made good.

    ``party`` is the UID of the partner who wrote it. ``presented`` is the first day on which it was
    presented; when only ``received`` is known, it was presented on that day at the latest.
    """

    kind: str
    party: str = ""
    sent: date | None = None
    received: date | None = None
    presented: date | None = None


def effective_day(letter: Letter, basis: str) -> date | None:
    """Return the day from which a delay runs by ``basis``; None when that day is not known."""
    if basis == "receipt":
        return letter.received
    if basis == "presentation":
        return letter.presented or letter.received
    return letter.sent


def column_of(basis: str) -> str:
    """Return the column of a letter that holds the day from which a delay runs by ``basis``."""
    return {"sending": "sent", "receipt": "received", "presentation": "presented"}[basis]


def known_day(letter: Letter) -> date | None:
    """Return the first day anything is known of the letter."""
    return letter.sent or letter.presented or letter.received


def standing(letters: tuple[Letter, ...], *kinds: str) -> tuple[Letter, ...]:
    """Return the letters of ``kinds`` that their party has not withdrawn since."""
    return tuple(
        letter for letter in letters if letter.kind in kinds and not _withdrawn(letter, letters)
    )


def earliest(letters: tuple[Letter, ...], basis: str) -> date | None:
    """Return the first day on which one of ``letters`` takes effect."""
    days = (effective_day(letter, basis) for letter in letters)
    return min((day for day in days if day is not None), default=None)


def _withdrawn(letter: Letter, letters: tuple[Letter, ...]) -> bool:
    written = known_day(letter)
    return letter.kind in WITHDRAWABLE and any(
        other.kind == "withdrawal"
        and other.party == letter.party
        and (day := known_day(other)) is not None
        and (written is None or day >= written)
        for other in letters
    )

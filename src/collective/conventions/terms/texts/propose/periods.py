"""Periods in a sentence: "un an", "48 mois", "trois (3) mois", "15 jours", "drie maanden"."""

from collections.abc import Iterator
from collective.conventions.terms.texts.propose.numbers import NUMBER
from collective.conventions.terms.texts.propose.numbers import number_of
from dataclasses import dataclass
import re


_UNITS = (
    ("days", 1, r"jours?|dag(?:en)?|tage?n?"),
    ("days", 7, r"semaines?|weken|week|wochen?"),
    ("months", 1, r"mois|maand(?:en)?|monate?n?s?"),
    ("months", 3, r"trimestres?|kwartaal|kwartalen|quartale?n?"),
    ("months", 6, r"semestres?|semesters?"),
    ("years", 1, r"ans?|annees?|jaar|jaren|jahre?n?s?"),
)
_UNIT = "|".join(pattern for _unit, _times, pattern in _UNITS)
_PERIOD = re.compile(
    rf"(?<![a-z\d])(?P<count>{NUMBER})\s*(?:\(\s*(?:{NUMBER})\s*\)\s*)?(?P<unit>{_UNIT})(?![a-z])"
)


@dataclass(frozen=True)
class Period:
    """So many ``unit`` ("days", "months", "years"), and the span of the words that say so."""

    count: int
    unit: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end

    @property
    def months(self) -> int | None:
        """How many months it is, or ``None`` for days."""
        return {"months": self.count, "years": 12 * self.count}.get(self.unit)


def periods_in(folded: str) -> tuple[Period, ...]:
    """Return the periods of a folded text in their order."""
    return tuple(_periods(folded))


def _periods(folded: str) -> Iterator[Period]:
    for found in _PERIOD.finditer(folded):
        count = number_of(found["count"])
        if count:
            unit, times = _unit(found["unit"])
            yield Period(count * times, unit, *found.span())


def _unit(written: str) -> tuple[str, int]:
    return next((unit, n) for unit, n, pattern in _UNITS if re.fullmatch(pattern, written))

"""The dates that stand in a text, as people and forms write them in French, Dutch and German."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
import re
import unicodedata


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier januari januar",
            "fevrier februari februar",
            "mars maart marz maerz",
            "avril april",
            "mai mei",
            "juin juni",
            "juillet juli",
            "aout augustus august",
            "septembre september",
            "octobre oktober",
            "novembre november",
            "decembre december dezember",
        ),
        start=1,
    )
    for name in names.split()
}
_IN_WORDS = re.compile(r"\b(\d{1,2})(?:er|re|e|\.|°)?\s+([^\W\d_]{3,10})\s+((?:19|20)\d{2})\b")
_IN_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-]|\.\d)")
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])")


@dataclass(frozen=True)
class WrittenDate:
    """A civil date and the span of its words."""

    day: date
    start: int
    end: int


def dates_in(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates of ``text`` in their order; without a year it is none."""
    return tuple(sorted(_found(text), key=lambda one: one.start))


def _found(text: str) -> Iterator[WrittenDate]:
    for match in _IN_WORDS.finditer(text):
        month = _MONTHS.get(_bare(match[2]), 0)
        yield from _dated(match, int(match[3]), month, int(match[1]))
    for match in _IN_FIGURES.finditer(text):
        yield from _dated(match, int(match[4]), int(match[3]), int(match[1]))
    for match in _ISO.finditer(text):
        yield from _dated(match, int(match[1]), int(match[2]), int(match[3]))


def _dated(match: re.Match[str], year: int, month: int, day: int) -> Iterator[WrittenDate]:
    try:
        yield WrittenDate(date(year, month, day), *match.span())
    except ValueError:
        return


def _bare(word: str) -> str:
    """A month without its accents, which scans lose."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))

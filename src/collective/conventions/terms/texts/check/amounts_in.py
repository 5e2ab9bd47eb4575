"""The amounts in euro that stand in a text: "82 euros", "€ 1.250,00", "800 k€"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
import re


_SPACES = " \u00a0\u202f"
_NUMBER = rf"\d{{1,3}}(?:[.{_SPACES}]\d{{3}})+(?:,\d{{1,2}})?(?!\d)|\d+(?:[.,]\d{{1,2}})?(?!\d)"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?!\d)|\d+(?:\.\d{1,2})?(?!\d)"
_TIMES = (
    r"(?:[ \u00a0]?"
    r"(?P<times>k|K|mille|millions?|miljoen|Million(?:en)?|Mio|M|duizend|tausend)\b\.?)"
)
_EURO = r"(?:€|EUR\b|[Ee]uros?\b|EUROS?\b|d['’]euros?\b)"
_FACTORS = {"k": 1000, "mille": 1000, "duizend": 1000, "tausend": 1000}


def _rules(number: str) -> tuple[re.Pattern[str], ...]:
    before = rf"(?:€|\bEUR\b)[{_SPACES}]?(?P<number>{number}){_TIMES}?"
    after = (
        rf"(?<![\d.,€])(?P<number>{number})(?:,-)?"
        rf"(?:{_TIMES}[ \u00a0]?|[{_SPACES}]?){_EURO}"
    )
    return re.compile(before), re.compile(after)


_BELGIAN, _OF_ENGLISH = _rules(_NUMBER), _rules(_ENGLISH)


@dataclass(frozen=True)
class WrittenAmount:
    """An amount in euro and the span of its words."""

    amount: Decimal
    start: int
    end: int


def amounts_in(text: str, language: str = "fr") -> tuple[WrittenAmount, ...]:
    """Return the amounts of ``text`` in their order; points part thousands but in English."""
    found: list[WrittenAmount] = []
    for one in sorted(_found(text, language), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def _found(text: str, language: str) -> Iterator[WrittenAmount]:
    for rule in _OF_ENGLISH if language == "en" else _BELGIAN:
        for match in rule.finditer(text):
            number = _value(match["number"], language)
            times = (match["times"] or "").casefold()
            factor = _FACTORS.get(times, 1_000_000) if times else 1
            yield WrittenAmount(number * factor, *match.span())


def _value(written: str, language: str) -> Decimal:
    text = re.sub(rf"[{_SPACES}]", "", written)
    if language == "en":
        return Decimal(text.replace(",", ""))
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))

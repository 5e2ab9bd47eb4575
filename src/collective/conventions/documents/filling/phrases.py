"""What a text says of the terms of a convention, in the languages of the country.

Whole phrases, not words put together: word order and inflection differ from one to the other. They
lie in ``wording/``, one file for each language, with the same names in each.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path


LANGUAGES = ("fr", "nl", "de", "en")
HERE = Path(__file__).parent


def _read(language: str) -> Mapping[str, str]:
    lines = (HERE / "wording" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines)
    return {name: phrase for name, _sign, phrase in pairs}


#: By language, then by name; ``{…}`` stands for what is told.
PHRASES: Mapping[str, Mapping[str, str]] = {language: _read(language) for language in LANGUAGES}


def said(language: str, name: str, **values: str) -> str:
    """The phrase ``name`` in a language, or in French where that is none of ``LANGUAGES``."""
    return PHRASES.get(language, PHRASES["fr"])[name].format(**values)


def period(language: str, count: int, unit: str) -> str:
    """A length of time: "3 mois", "1 jaar". ``unit`` is "days", "months" or "years"."""
    return said(language, unit if count > 1 else unit.removesuffix("s"), n=str(count))


def counted(language: str, count: int) -> str:
    """A small number as a word ("deux"), a large one in digits."""
    words = said(language, "counts").split()
    return words[count - 1] if 1 <= count <= len(words) else str(count)


def listed(language: str, items: Sequence[str]) -> str:
    """Several things in one phrase: "A, B et C"."""
    *others, last = items or ("",)
    return f"{', '.join(others)} {said(language, 'and')} {last}" if others else last

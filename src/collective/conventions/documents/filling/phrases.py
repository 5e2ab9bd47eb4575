"""What a text says of the terms of a convention, in the languages of the country.

Whole phrases, not words put together: word order and inflection differ from one to the other. They
lie in ``wording/``, one file for each language, with the same names in each.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
import re


LANGUAGES = ("fr", "nl", "de", "en")
HERE = Path(__file__).parent
#: Before what French says "d’": a vowel, but not that of "onze", nor the first one of an acronym.
_ELIDING = re.compile(r"(?!onz)(?:[aeiouàâéèêëîïôœ]|y(?![aeiou]))(?-i:[a-zà-ÿ])", re.IGNORECASE)
#: Words in the quotation marks of one of the languages.
_QUOTED = re.compile(r"«\s*(.*?)\s*»|„(.*?)[“”]|“(.*?)”|\"(.*?)\"")
#: One stop at the end; several are a blank that is still open.
_STOP = re.compile(r"(?<!\.) ?[.;]\Z")


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
    """A length of time: "trois mois", "één jaar". ``unit`` is "days", "months" or "years"."""
    named = unit if count > 1 else unit.removesuffix("s")
    return said(language, named, n=counted(language, count))


def of(language: str, words: str) -> str:
    """What belongs to something or lasts so long: "d’un an", "de trois mois", "van één jaar"."""
    if not words:
        return ""
    if language == "fr" and _ELIDING.match(words):
        return f"d’{words}"
    return f"{said(language, 'of')} {words}"


def stopped(words: str) -> str:
    """Words that somebody entered, as a sentence: with a stop at their end."""
    bare = unstopped(words)
    return f"{bare}." if bare and bare[-1] not in ".!?…" else bare


def unstopped(words: str) -> str:
    """Words that somebody entered, on one line and without a stop: the sentence goes on."""
    return _STOP.sub("", " ".join(words.split()))


def within(language: str, words: str) -> str:
    """Words that are to stand in quotation marks: those they hold become the inner ones."""
    opening, closing = said(language, "inner").split()
    return _QUOTED.sub(lambda found: opening + found[found.lastindex or 0] + closing, words)


def counted(language: str, count: int) -> str:
    """A small number as a word ("deux"), a large one in digits."""
    words = said(language, "counts").split()
    return words[count - 1] if 1 <= count <= len(words) else str(count)


def listed(language: str, items: Sequence[str]) -> str:
    """Several things in one phrase: "A, B et C"."""
    *others, last = items or ("",)
    return f"{', '.join(others)} {said(language, 'and')} {last}" if others else last

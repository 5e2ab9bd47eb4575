"""Text as the rules compare it: small letters without accents, one character for each other one.

Positions found in the folded text are positions of the text itself. Scans lose accents, and every
word processor has its own quotes, dashes and spaces: folded, they are all the same.
"""

from functools import lru_cache
import unicodedata


_SAME = {
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("“”„«»″‹›", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("·•▪◦●■‣⁃", "•"),
    "ı": "i",
    "œ": "o",
    "Œ": "o",
    "ß": "s",
}


def fold(text: str) -> str:
    """Return ``text`` in small plain letters, as long as it was."""
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if unicodedata.category(character) == "Zs":
        return " "
    return unicodedata.normalize("NFKD", character)[0].lower()[0]

"""The fingerprint of a text: the same for the same words, another for any other."""

from collective.conventions.terms.texts.text import Text
from collective.conventions.terms.texts.text import words
from hashlib import sha256
import unicodedata


#: How many characters people compare by eye.
SHORT = 16


def fingerprint(text: Text) -> str:
    """Return the SHA-256 of the words of a text, as 64 hexadecimal digits.

    Words, punctuation, capitals and their order count, and to which part they belong. Spaces, line
    breaks, emphasis, where a clause was taken from, and how a letter with an accent is encoded do
    not: they change nothing of what is agreed.
    """
    lines = (
        " ".join(line.split())
        for part in text
        for line in (part.part, part.number, part.title, " ".join(words(part.body)))
    )
    canonical = "\n".join(lines)
    return sha256(unicodedata.normalize("NFC", canonical).encode()).hexdigest()


def short(found: str) -> str:
    """Return the beginning of a fingerprint in groups of four, for people."""
    return " ".join(found[start : start + 4] for start in range(0, min(SHORT, len(found)), 4))

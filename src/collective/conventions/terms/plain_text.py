"""Text a person typed or pasted, brought to plain ASCII without guessing."""

from collective.conventions.terms.findings import known
import unicodedata


_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")


class InvalidIdentifier(ValueError):
    """Text that is not the identifier asked for; ``code`` is one of ``findings.CODES``."""

    def __init__(self, code: str) -> None:
        super().__init__(known(code))
        self.code = code


def plain(text: str) -> str:
    """Return ``text`` in ASCII: no invisible characters, no full-width forms, no odd dashes.

    :raises InvalidIdentifier: for nothing at all, or for what has no safe ASCII form.
    """
    if not isinstance(text, str):
        raise InvalidIdentifier("identifier_format")
    kept = "".join(_ascii(character) for character in text.translate(_DASHES)).strip()
    if not kept:
        raise InvalidIdentifier("identifier_empty")
    if not kept.isascii() or not kept.isprintable():
        raise InvalidIdentifier("identifier_characters")
    return kept


def _ascii(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    if unicodedata.category(character) == "Zs" or character in "\t\r\n":
        return " "
    if "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    return character

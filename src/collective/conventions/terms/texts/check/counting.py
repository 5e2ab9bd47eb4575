"""How articles and annexes are counted: "1", "1er", "IX", "9bis", "A"."""

from functools import cache
import re


#: What the first one is called in words.
_FIRST = frozenset({"premier", "première", "1er", "1ère", "1ste", "ier", "eerste", "first"})
_NUMBER = re.compile(r"(\d{1,3})\s*[°º]?\s*[-./]?\s*([a-z]*)\Z")
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})\s*(bis|ter|quater)?\Z")
_VALUES = {"I": 1, "V": 5, "X": 10}


@cache
def counted(number: str) -> tuple[int, str] | None:
    """Return a number as (count, suffix): "9bis" is (9, "bis"), "IX" (9, ""); None for no number.

    A number of several levels, as "2.1", counts nothing by itself.
    """
    text = number.strip().rstrip(".:)").strip()
    if text.casefold() in _FIRST:
        return 1, ""
    if found := _NUMBER.match(text.casefold()):
        suffix = found[2]
        return int(found[1]), "" if suffix in ("er", "ste", "e", "de") else suffix
    if found := _ROMAN.match(text):
        return _roman(found[1] + found[2]), found[3] or ""
    return None


def same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are the same, however they are written: "1er" and "I" are."""
    left, right = counted(one), counted(other)
    if left is None or right is None:
        return one.strip().casefold() == other.strip().casefold()
    return left == right


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))

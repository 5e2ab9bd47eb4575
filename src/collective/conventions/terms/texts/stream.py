"""Words as a stream of signs, so that texts compare whatever a paper does to their layout.

A paper breaks words at the end of a line, joins letters to ligatures and puts spaces where its
columns are. What it says is in the letters and digits, and in the signs that change a number.
"""

from dataclasses import dataclass
import unicodedata


#: Between two digits these belong to the number: 1,5 is not 15.
_INSIDE = frozenset(".,")


@dataclass(frozen=True)
class Stream:
    """The signs of a text that count, and from where in it each one comes."""

    text: str
    signs: str
    places: tuple[int, ...]

    def passage(self, start: int, end: int) -> str:
        """The words of the text from sign ``start`` to before sign ``end``."""
        if start >= end:
            return ""
        first, last = self.places[start], self.places[end - 1]
        return " ".join(self.text[first : last + 1].split())


def stream(text: str) -> Stream:
    """Return the stream of a text."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for one in unicodedata.normalize("NFKC", sign).casefold():
            if _counts(one) or (one in _INSIDE and _is_inside(text, place)):
                signs.append(one)
                places.append(place)
    return Stream(text, "".join(signs), tuple(places))


def _counts(sign: str) -> bool:
    return sign.isalnum() or sign == "%" or unicodedata.category(sign) == "Sc"


def _is_inside(text: str, place: int) -> bool:
    return text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()

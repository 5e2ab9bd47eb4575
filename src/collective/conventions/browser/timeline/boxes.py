"""Boxes of text: how wide a text is at most, where it is broken, what lies upon what."""

from dataclasses import dataclass


#: The size of the letters and the distance from one line to the next, in units of the picture.
SIZE = 14
LINE = 18

_NARROW = frozenset("ijltfrI.,:;'’!|()[] -·")
_WIDE = frozenset("mwMWQO@%&—…→")


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies in the other one."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )


def width_of(text: str) -> float:
    """How much room a text takes at most, bold, in the fonts a browser may choose."""
    return sum(map(_width, text)) * SIZE


def wrap(text: str, room: float, most: int) -> tuple[str, ...]:
    """The text broken into at most so many lines; what finds no room is left out."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return tuple(_cut(line, room) for line in lines)


def _cut(line: str, room: float) -> str:
    if width_of(line) <= room:
        return line
    kept = line.removesuffix(" …")
    while kept and width_of(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE or ord(letter) > 0x2FF:
        return 1.0
    return 0.74 if letter.isupper() else 0.6

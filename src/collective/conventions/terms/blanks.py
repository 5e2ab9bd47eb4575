"""Blanks somebody still has to fill in (W10), found in the text of a convention.

An ordinary ellipsis, an address of the web or a table of contents is no blank.
"""

from collections.abc import Iterator
from collective.conventions.terms.blank_patterns import EXEMPT
from collective.conventions.terms.blank_patterns import PATTERNS
from dataclasses import dataclass
import re


@dataclass(frozen=True)
class Blank:
    """A blank: ``text`` as it stands from position ``start`` up to, not including, ``end``."""

    start: int
    end: int
    text: str


def blanks(text: str) -> tuple[Blank, ...]:
    """Return the blanks of ``text`` in their order; those that touch or overlap are one."""
    covered: list[tuple[int, int]] = []
    for start, end in sorted(_found(text)):
        if covered and start <= covered[-1][1]:
            start, end = covered[-1][0], max(covered.pop()[1], end)
        covered.append((start, end))
    return tuple(Blank(start, end, text[start:end]) for start, end in covered)


def around(text: str, blank: Blank, width: int = 30) -> str:
    """Return a blank with up to ``width`` characters on each side, on one line, to find it by."""
    before = text[max(0, blank.start - width) : blank.start]
    after = text[blank.end : blank.end + width]
    return " ".join(f"{before}{blank.text[:width]}{after}".split())


def _found(text: str) -> Iterator[tuple[int, int]]:
    for exempt in EXEMPT:
        text = exempt.sub(_masked, text)
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()


def _masked(match: re.Match[str]) -> str:
    """Return what no pattern matches, of the same length, so that positions stay true."""
    return "\0" * len(match.group())

"""The picture for a phone: time runs down, one label under the other.

A long time between two days takes more room than a short one, but never so much that the next label
is out of sight.
"""

from bisect import bisect_right
from collective.conventions.browser.timeline.boxes import Box
from collective.conventions.browser.timeline.boxes import LINE
from collective.conventions.browser.timeline.boxes import wrap
from collective.conventions.browser.timeline.entry import Entry
from collective.conventions.browser.timeline.entry import Spell
from collective.conventions.browser.timeline.entry import Story
from dataclasses import dataclass
from datetime import date


WIDTH = 304.0
MARGIN = 10.0
#: Where the line of time and the texts stand.
RAIL = 14.0
TEXT = 36.0
#: Between two labels, and how much more for each day between them, up to a bound.
GAP = 12.0
PER_DAY = 0.08
MOST = 30.0


@dataclass(frozen=True)
class Row:
    """A label; its mark lies on the line of time at the height ``mark``."""

    entry: Entry
    lines: tuple[str, ...]
    mark: float
    box: Box

    @property
    def texts(self) -> list[tuple[float, str]]:
        """Each line of the text with the height of its feet."""
        return [(self.box.y + LINE * n - 4, text) for n, text in enumerate(self.lines, 1)]


@dataclass(frozen=True)
class Rail:
    """Days in force; ``open`` where they have no end."""

    y: float
    height: float
    look: str
    open: bool


@dataclass(frozen=True)
class Tall:
    """The picture."""

    height: float
    rows: tuple[Row, ...]
    rails: tuple[Rail, ...]
    width: float = WIDTH
    rail: float = RAIL
    text: float = TEXT

    @property
    def view(self) -> Box:
        """The whole picture."""
        return Box(0, 0, self.width, self.height)


def tall(story: Story) -> Tall:
    """Draw a story that holds at least one entry."""
    rows: list[Row] = []
    y = MARGIN
    for entry in story.all:
        if rows:
            days = (entry.day - rows[-1].entry.day).days
            y += GAP + min(days * PER_DAY, MOST)
        lines = tuple(line for text in entry.lines for line in wrap(text, WIDTH - TEXT, 3))
        box = Box(TEXT, y, WIDTH - TEXT, LINE * len(lines))
        rows.append(Row(entry, lines, y + LINE / 2, box))
        y += box.height
    height = y + MARGIN
    return Tall(height, tuple(rows), tuple(_rail(one, rows, height) for one in story.spells))


def _rail(spell: Spell, rows: list[Row], height: float) -> Rail:
    start = _mark(spell.first, rows)
    end = height if spell.last is None else _mark(spell.last, rows)
    return Rail(start, max(end - start, 2.0), spell.look, spell.last is None)


def _mark(day: date, rows: list[Row]) -> float:
    """The height of a day, in proportion between those that have a mark."""
    after = bisect_right([row.entry.day for row in rows], day)
    if after == 0:
        return rows[0].mark
    row = rows[after - 1]
    same = next(one for one in rows if one.entry.day == row.entry.day)
    if row.entry.day == day:
        return same.mark
    if after == len(rows):
        return row.mark
    following = rows[after]
    share = (day - row.entry.day).days / (following.entry.day - row.entry.day).days
    return row.mark + (following.mark - row.mark) * share

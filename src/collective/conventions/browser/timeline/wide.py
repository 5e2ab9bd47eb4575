"""The picture for a desk: time runs to the right, what happens above it, what is due below.

Each label hangs on a line at the left of its text. Labels are placed from the last to the first,
each beyond all those it would lie upon, so no label covers another and no line crosses a text.
"""

from collections.abc import Iterable
from collective.conventions.browser.timeline.boxes import Box
from collective.conventions.browser.timeline.boxes import LINE
from collective.conventions.browser.timeline.boxes import width_of
from collective.conventions.browser.timeline.boxes import wrap
from collective.conventions.browser.timeline.entry import Entry
from collective.conventions.browser.timeline.entry import Spell
from collective.conventions.browser.timeline.entry import Story
from collective.conventions.browser.timeline.scale import Scale
from dataclasses import dataclass
from datetime import timedelta


WIDTH = 960.0
MARGIN = 10.0
#: Half the height of the band in which time runs; its upper half is the bar, its lower the years.
BAND = 22.0
#: From the band to the nearest label, and from a label to the next.
GAP = 14.0
#: From the line of a label to its text.
INDENT = 7.0
#: The widest text of a label.
ROOM = 190.0


@dataclass(frozen=True)
class Label:
    """A text that hangs on a line at ``x``, from ``start`` at the band to the text at ``box``."""

    entry: Entry
    lines: tuple[str, ...]
    x: float
    start: float
    box: Box

    @property
    def end(self) -> float:
        """Where its line ends."""
        return self.box.y if self.box.y < self.start else self.box.y + self.box.height

    @property
    def texts(self) -> list[tuple[float, str]]:
        """Each line of the text with the height of its feet."""
        return [(self.box.y + LINE * n - 4, text) for n, text in enumerate(self.lines, 1)]


@dataclass(frozen=True)
class Tick:
    """A mark of the scale; ``box`` is the place of its text."""

    x: float
    text: str
    box: Box


@dataclass(frozen=True)
class Bar:
    """Days in force; ``open`` where they have no end."""

    x: float
    width: float
    look: str
    open: bool


@dataclass(frozen=True)
class Wide:
    """The picture; ``axis`` is the height at which time runs, ``now`` where today is on it."""

    height: float
    axis: float
    labels: tuple[Label, ...]
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    now: float | None
    width: float = WIDTH

    @property
    def view(self) -> Box:
        """The whole picture."""
        return Box(0, 0, self.width, self.height)


@dataclass(frozen=True)
class _Placed:
    """A label at its distance from the band, before it is known how high the picture is."""

    entry: Entry
    lines: tuple[str, ...]
    x: float
    width: float
    near: float

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + 4

    @property
    def far(self) -> float:
        return self.near + self.height


def wide(story: Story) -> Wide:
    """Draw a story that holds at least one entry."""
    scale = _scale(story)
    above = _placed([one for one in story.all if not one.duty], scale)
    below = _placed([one for one in story.all if one.duty], scale)
    axis = MARGIN + max((one.far for one in above), default=0.0) + BAND
    height = axis + BAND + max((one.far for one in below), default=0.0) + MARGIN
    labels = [
        *(_label(one, axis - BAND, axis - BAND - one.far) for one in above),
        *(_label(one, axis + BAND, axis + BAND + one.near) for one in below),
    ]
    # What is overdue is drawn last, so that no mark of the same day hides it.
    labels.sort(key=lambda label: label.entry.look == "overdue")
    ticks = tuple(_ticks(scale, axis))
    bars = tuple(_bar(spell, scale) for spell in story.spells)
    now = None if story.today is None else scale.place(story.today.day)
    return Wide(height, axis, tuple(labels), ticks, bars, now)


def _lines(entry: Entry) -> tuple[str, ...]:
    return tuple(line for text in entry.lines for line in wrap(text, ROOM, 2))


def _room(lines: tuple[str, ...]) -> float:
    return max(map(width_of, lines)) + INDENT


def _scale(story: Story) -> Scale:
    """From the first day to the last, so long that the label of every day has room."""
    days = [entry.day for entry in story.all]
    first, last = min(days), max(days)
    last = max(last, first + timedelta(days=60))
    line = Scale(first, last, MARGIN, WIDTH - 2 * MARGIN)
    ends = [
        MARGIN + (WIDTH - MARGIN - _room(_lines(entry)) - MARGIN) / share
        for entry in story.all
        if (share := line.share(entry.day))
    ]
    return Scale(first, last, MARGIN, min((line.right, *ends)))


def _placed(entries: list[Entry], scale: Scale) -> list[_Placed]:
    placed: list[_Placed] = []
    for entry in reversed(entries):
        lines, x = _lines(entry), scale.place(entry.day)
        room = _room(lines)
        near = max((one.far for one in placed if one.x <= x + room), default=0.0) + GAP
        placed.append(_Placed(entry, lines, x, room, near))
    return placed[::-1]


def _label(one: _Placed, start: float, top: float) -> Label:
    return Label(one.entry, one.lines, one.x, start, Box(one.x, top, one.width, one.height))


def _ticks(scale: Scale, axis: float) -> Iterable[Tick]:
    for day, text in scale.ticks():
        x = scale.place(day)
        box = Box(x + 3, axis + 3, width_of(text), LINE)
        if box.x + box.width <= WIDTH:
            yield Tick(x, text, box)


def _bar(spell: Spell, scale: Scale) -> Bar:
    start = scale.place(spell.first)
    end = WIDTH - MARGIN if spell.last is None else scale.place(spell.last)
    return Bar(start, max(end - start, 2.0), spell.look, spell.last is None)

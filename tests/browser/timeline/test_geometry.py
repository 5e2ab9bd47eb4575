"""The pictures of timelines: whatever is drawn can be read."""

from collective.conventions.browser.timeline.boxes import Box
from collective.conventions.browser.timeline.boxes import width_of
from collective.conventions.browser.timeline.boxes import wrap
from collective.conventions.browser.timeline.entry import Entry
from collective.conventions.browser.timeline.entry import Spell
from collective.conventions.browser.timeline.entry import Story
from collective.conventions.browser.timeline.scale import Scale
from collective.conventions.browser.timeline.tall import tall
from collective.conventions.browser.timeline.wide import INDENT
from collective.conventions.browser.timeline.wide import wide
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from itertools import combinations
import pytest


FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
days = st.dates(FIRST, LAST) | st.dates(date(2026, 1, 1), date(2026, 6, 30))
texts = st.text(st.characters(categories=("L", "N", "Zs", "P")), min_size=1, max_size=90).filter(
    str.strip
)
entries = st.builds(
    Entry,
    day=days,
    lines=st.lists(texts, min_size=1, max_size=3).map(tuple),
    look=st.sampled_from(("certain", "conditional", "overdue")),
    past=st.booleans(),
    duty=st.booleans(),
)
spells = st.builds(Spell, days, st.none() | days, st.sampled_from(("sure", "supposed", "paused")))
stories = st.builds(
    Story,
    st.lists(entries, min_size=1, max_size=14).map(
        lambda found: tuple(sorted(found, key=lambda entry: entry.day))
    ),
    st.lists(spells, max_size=3).map(tuple),
    st.none() | st.builds(Entry, day=days, lines=st.just(("Today",)), look=st.just("today")),
)


def clashes(boxes):
    return [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)]


@given(stories)
def test_no_label_of_the_wide_picture_covers_another(story):
    picture = wide(story)
    boxes = [label.box for label in picture.labels]
    assert len(boxes) == len(story.all)
    assert not clashes([*boxes, *(tick.box for tick in picture.ticks)])
    assert all(box.within(picture.view) for box in boxes)
    assert all(box.within(picture.view) for box in (tick.box for tick in picture.ticks))


@given(stories)
def test_no_line_of_the_wide_picture_crosses_a_text(story):
    for one, other in combinations(wide(story).labels, 2):
        for label, text in ((one, other), (other, one)):
            top, bottom = sorted((label.start, label.end))
            letters = Box(text.box.x + INDENT, text.box.y, text.box.width - INDENT, text.box.height)
            assert not Box(label.x - 0.5, top, 1, bottom - top).overlaps(letters)


@given(stories)
def test_no_label_of_the_tall_picture_covers_another(story):
    picture = tall(story)
    assert [row.entry for row in picture.rows] == list(story.all)
    assert not clashes([row.box for row in picture.rows])
    assert all(row.box.within(picture.view) for row in picture.rows)


@given(stories)
def test_the_days_in_force_lie_in_both_pictures(story):
    picture = wide(story)
    assert all(bar.x >= 0 and bar.x + bar.width <= picture.width for bar in picture.bars)
    picture = tall(story)
    assert all(one.y >= 0 and one.y + one.height <= picture.height + 2 for one in picture.rails)


@given(stories)
def test_a_later_day_is_never_drawn_before_an_earlier_one(story):
    places = [(label.entry.day, label.x) for label in wide(story).labels]
    assert all(x <= y for (one, x), (other, y) in combinations(sorted(places), 2) if one < other)
    marks = [row.mark for row in tall(story).rows]
    assert marks == sorted(marks)


@given(texts, st.floats(60, 300), st.integers(1, 3))
def test_a_broken_text_keeps_to_its_room(text, room, most):
    lines = wrap(text, room, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line) <= room for line in lines)


def test_a_text_that_has_room_is_kept_whole():
    text = "Last day to refuse the renewal"
    assert wrap(text, 190, 2) == ("Last day to refuse the", "renewal")
    assert wrap(text, 300, 2) == (text,)
    assert wrap("one two three four five", 60, 2)[-1].endswith("…")


def test_time_runs_evenly():
    scale = Scale(date(2026, 1, 1), date(2028, 1, 1), 0.0, 730.0)
    assert scale.place(date(2027, 1, 1)) == 365.0
    assert scale.place(date(2020, 1, 1)) == 0.0
    assert scale.place(date(2040, 1, 1)) == 730.0


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 3, 1), date(2030, 3, 31), ["2027", "2028", "2029", "2030"]),
        (date(2026, 1, 15), date(2026, 6, 30), ["02/2026", "03/2026", "04/2026", "05/2026"]),
        (date(1999, 5, 1), date(2098, 5, 1), ["2000", "2010", "2020"]),
    ],
)
def test_the_marks_of_the_scale(first, last, expected):
    marks = [text for _day, text in Scale(first, last, 10.0, 900.0).ticks()]
    assert marks[: len(expected)] == expected
    assert len(marks) <= 14


def test_a_suspension_lies_where_its_days_are():
    story = Story(
        tuple(Entry(date(2026, n, 1), ("x",), "certain") for n in (1, 3, 5, 7)),
        (
            Spell(date(2026, 1, 1), None, "sure"),
            Spell(date(2026, 3, 1), date(2026, 5, 1), "paused"),
        ),
    )
    picture = tall(story)
    marks = [row.mark for row in picture.rows]
    assert [(one.y, one.y + one.height, one.open) for one in picture.rails] == [
        (marks[0], picture.height, True),
        (marks[1], marks[2], False),
    ]

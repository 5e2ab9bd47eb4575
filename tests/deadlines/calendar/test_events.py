"""What an event says survives the way through a file, whatever it is."""

from collective.conventions.deadlines.calendar.events import event_of
from collective.conventions.deadlines.calendar.events import line
from collective.conventions.deadlines.calendar.file import written
from collective.conventions.deadlines.calendar.source import Source
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest
import vobject


MODIFIED = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)
TITLES = ('a, b; c\\n: "d"', "é" * 400, "Wépion 🍓 " * 30, "one\ntwo\r\nthree\u2028four\x0bfive")


def source(title="Orchard"):
    return Source("abc", title, "https://example.be/conventions/orchard", MODIFIED, 7)


def fact(day=date(2027, 6, 30), clause="", certainty="certain", actor="parties"):
    return DatedFact("ends", "ends", day, "end_on_date", clause, actor, certainty, False)


def read(title="Orchard", **values):
    """The event of a fact, after a file, as another library reads it; and the file."""
    text = written("Name", [event_of(fact(**values), source(title), Teller("en"))])
    return vobject.readOne(text.decode("utf-8")).vevent, text


@settings(deadline=None)
@given(st.text(max_size=300))
@example(TITLES[0])
@example(TITLES[1])
@example(TITLES[2])
@example(TITLES[3])
def test_any_title_survives(title):
    event, text = read(title)
    assert event.summary.value == f"Ends – {line(title)}"
    assert all(len(part) <= 75 for part in text.split(b"\r\n"))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_clause_survives(clause):
    event, _text = read(clause=clause)
    said = event.description.value
    assert said.endswith("To be done by: the parties\nhttps://example.be/conventions/orchard")
    for word in line(clause).split():
        assert word in said


@given(st.text())
def test_a_line_is_one_line_that_keeps_every_visible_character(text):
    assert len(line(text).splitlines()) <= 1
    assert line("Art. 5, §2 – « été »") == "Art. 5, §2 – « été »"
    assert line(line(text)) == line(text)


@pytest.mark.parametrize("day", [date(2024, 2, 28), date(2024, 2, 29), date(2200, 12, 31)])
def test_a_whole_day_ends_on_the_next(day):
    event, text = read(day=day)
    assert event.dtstart.value == day and event.dtend.value == day + timedelta(days=1)
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n".encode() in text


def test_what_else_an_event_says():
    event, _text = read()
    assert event.uid.value == "ends@abc"
    assert event.dtstamp.value == event.last_modified.value == MODIFIED
    assert event.sequence.value == "7"
    assert event.url.value == "https://example.be/conventions/orchard"
    assert event.transp.value == "TRANSPARENT"
    assert event.categories.value == ["Ends"]
    assert event.description.value.startswith("The parties have agreed on this last day.\n")


def test_a_date_that_depends_on_something_is_tentative():
    assert read()[0].status.value == "CONFIRMED"
    assert read(certainty="conditional")[0].status.value == "TENTATIVE"


def test_who_has_nothing_to_do_is_not_named():
    assert "To be done by" not in read(actor="")[0].description.value


def test_the_calendar_bears_its_name_and_says_when_to_look_again():
    text = written("Déadlines, mine", [])
    calendar = vobject.readOne(text.decode("utf-8"))
    assert calendar.version.value == "2.0" and calendar.prodid.value
    assert calendar.x_wr_calname.value == calendar.contents["name"][0].value == "Déadlines, mine"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in text
    assert b"X-PUBLISHED-TTL:PT12H\r\n" in text
    assert b"METHOD" not in text

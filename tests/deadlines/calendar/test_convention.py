"""The calendar of one convention."""

from collective.conventions.deadlines.calendar.convention import calendar_of
from collective.conventions.deadlines.timelines import timeline_of
from datetime import date
from datetime import timedelta
from factories import make_convention
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


TODAY = date(2026, 11, 2)
RENEWED = {
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 60,
    "notice_count": 1,
    "notice_unit": "months",
}


def events(parsed, convention, language="en", today=TODAY):
    return parsed(calendar_of(convention, language, today)).vevent_list


def test_it_holds_the_whole_timeline(convention, parsed):
    found = {event.uid.value: event.dtstart.value for event in events(parsed, convention)}
    facts = timeline_of(convention, TODAY)
    assert {"starts", "renews", "notice_by"} <= {fact.what for fact in facts}
    assert found == {f"{fact.key}@{convention.UID()}": fact.day for fact in facts}


def test_it_changes_only_with_the_convention(convention, parsed):
    before = calendar_of(convention, "en", TODAY)
    assert calendar_of(convention, "en", TODAY + timedelta(days=1)) == before
    stamps = {(e.dtstamp.value, e.sequence.value) for e in events(parsed, convention)}
    convention.remarks = "Something was done."
    notify(ObjectModifiedEvent(convention))
    assert calendar_of(convention, "en", TODAY) != before
    ((_stamp, was),) = stamps
    assert {int(e.sequence.value) for e in events(parsed, convention)} == {int(was) + 1}


def test_an_event_moves_with_its_day_and_keeps_its_uid(portal, partners, parsed):
    convention = make_convention(portal, partners, **RENEWED)
    before = {e.uid.value: e.dtstart.value for e in events(parsed, convention)}
    convention.duration_count = 2
    notify(ObjectModifiedEvent(convention))
    after = {e.uid.value: e.dtstart.value for e in events(parsed, convention)}
    moved = {uid for uid in before if uid in after and before[uid] != after[uid]}
    assert any(uid.startswith("renews") for uid in moved)
    assert any(uid.startswith("notice_by") for uid in moved)


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Entrée en vigueur"), ("nl", "Inwerkingtreding")]
)
def test_it_speaks_its_readers_language(convention, parsed, language, said):
    summaries = [event.summary.value for event in events(parsed, convention, language)]
    assert f"{said} – Orchard" in summaries

"""The calendar of a member: what he may see, and nothing else."""

from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.calendar import feed
from collective.conventions.deadlines.calendar.member import feed_of
from collective.conventions.terms import writing
from datetime import date
from factories import make_convention
from plone import api
from plone.app.testing import logout
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


TODAY = date(2026, 11, 2)


@pytest.fixture
def parsed(parsed):
    """Read a feed as a file of its own."""
    return lambda feed: parsed(feed.text())


@pytest.fixture
def summaries(portal, people, parsed):
    """What stands in the calendar of somebody, asked for by nobody who is logged in."""

    def summaries(name, today=TODAY):
        secret = addresses.make(name)
        logout()
        return titles(parsed(feed_of(secret, today)))

    return summaries


def titles(calendar):
    return [event.summary.value for event in calendar.contents.get("vevent", ())]


def test_a_reader_finds_everything_watched(summaries, convention, other):
    found = summaries("reader")
    assert sorted(found) == sorted(
        f"{what} – {title}"
        for what in ("Is renewed", "Last day to refuse the renewal")
        for title in ("Orchard", "Quarry")
    )


def test_a_contact_finds_the_conventions_of_his_partner_only(summaries, convention, other):
    assert {found.split(" – ")[1] for found in summaries("contact")} == {"Orchard"}


def test_who_may_see_nothing_finds_nothing(summaries, convention):
    assert summaries("member") == []


def test_drafts_are_not_there(summaries, portal, partners):
    make_convention(portal, partners, title="Draft", contacts_days=15)
    assert summaries("reader") == []


@pytest.mark.parametrize(
    ("today", "there"),
    [
        (date(2026, 6, 30), False),
        (date(2026, 7, 1), True),
        (date(2027, 9, 1), True),
        (date(2027, 9, 2), False),
    ],
)
def test_it_reaches_from_a_month_back_to_thirteen_months_ahead(
    portal, people, convention, parsed, today, there
):
    """The renewal is on 1 August 2027."""
    calendar = parsed(feed_of(addresses.make("reader"), today))
    days = {event.dtstart.value for event in calendar.contents.get("vevent", ())}
    assert (date(2027, 8, 1) in days) == there


def test_what_is_overdue_stays_and_stands_there_once(portal, people, partners, parsed):
    """Each of the two parties owes it."""
    make_convention(portal, partners[:2], "signed", title="Late", contacts_days=15)
    for today in (date(2024, 7, 17), TODAY):
        found = titles(parsed(feed_of(addresses.make("reader"), today)))
        assert found == ["Contact persons to be named – Late"] * 2


def test_whoever_is_logged_in_the_address_decides(portal, people, convention, parsed):
    secret = addresses.make("member")
    assert titles(parsed(feed_of(secret, TODAY))) == []


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_it_speaks_the_language_of_the_member(portal, people, convention, parsed, language):
    api.portal.set_registry_record("plone.available_languages", ["fr", "nl", "de", "en"])
    api.user.get(userid="reader").setMemberProperties({"language": language})
    calendar = parsed(feed_of(addresses.make("reader"), TODAY))
    said = " ".join(event.description.value for event in calendar.vevent_list)
    assert writing.day(date(2027, 8, 1), language) in said


def test_a_calendar_that_nothing_changed_is_the_same(portal, people, convention):
    secret = addresses.make("reader")
    assert feed_of(secret, TODAY).tag == feed_of(secret, TODAY).tag
    assert feed_of(secret, TODAY).text() == feed_of(secret, date(2026, 11, 3)).text()
    assert feed_of(secret, TODAY).tag != feed_of(secret, date(2026, 11, 3)).tag


def test_a_change_of_what_it_tells_is_seen_without_waking_a_convention(
    portal, people, partners, convention, other
):
    tags = [feed_of(addresses.make("reader"), TODAY).tag]

    def changed():
        tags.append(feed_of(addresses.make("reader"), TODAY).tag)
        return len(set(tags)) == len(tags)

    convention.remarks = "Something was done."
    notify(ObjectModifiedEvent(convention))
    assert changed()
    partners[0].title = "Town"
    partners[0].reindexObject()
    assert changed()
    portal.title = "Another name"
    assert changed()
    api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
    api.user.get(userid="reader").setMemberProperties({"language": "fr"})
    assert changed()
    assert not changed()


def test_of_too_many_those_that_come_next_are_there(
    portal, people, partners, convention, parsed, monkeypatch
):
    """The renewal is on 1 August 2027, the last day to refuse it a month before."""
    monkeypatch.setattr(feed, "MOST", 1)
    make_convention(portal, partners[:2], "signed", title="Late", contacts_days=15)
    secret = addresses.make("reader")
    assert titles(parsed(feed_of(secret, TODAY))) == ["Last day to refuse the renewal – Orchard"]
    assert titles(parsed(feed_of(secret, date(2027, 7, 15)))) == ["Is renewed – Orchard"]


def test_nothing_for_who_has_gone(portal, people, convention):
    secret = addresses.make("reader")
    # As the management screens delete, which tell nobody.
    portal.acl_users.source_users.removeUser("reader")
    assert addresses.member_of(secret) == "reader"
    assert feed_of(secret, TODAY) is None


def test_nothing_for_who_may_no_longer_use_the_space(portal, people, convention):
    secret = addresses.make("reader")
    portal.manage_permission("collective.conventions: Use Space", ["Manager"])
    assert feed_of(secret, TODAY) is None


def test_who_leaves_a_group_loses_what_it_showed(portal, people, convention, parsed):
    secret = addresses.make("reader")
    assert titles(parsed(feed_of(secret, TODAY)))
    api.group.remove_user(groupname="convention_readers", username="reader")
    assert titles(parsed(feed_of(secret, TODAY))) == []

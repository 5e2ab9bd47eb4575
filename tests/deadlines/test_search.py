"""The list of deadlines says what the timelines of all conventions say."""

from collective.conventions.access.groups import partner_group
from collective.conventions.deadlines import keys
from collective.conventions.deadlines.found import PORTION
from collective.conventions.deadlines.keys import key_of
from collective.conventions.deadlines.search import Asked
from collective.conventions.deadlines.search import find
from collective.conventions.terms.dates import plus
from collective.conventions.terms.watching import WATCHED
from datetime import date
from datetime import timedelta
from deadlines.many import any_convention
from deadlines.many import brute_force
from deadlines.many import some_day
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from random import Random
import pytest


TODAY = date(2026, 11, 20)


@pytest.fixture
def portal(integration, monkeypatch):
    monkeypatch.setattr(keys, "today", lambda: TODAY)
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def partners(portal):
    return [make_partner(portal, title) for title in ("City", "Centre", "Region")]


def told(found):
    return [(not one.overdue, key_of(one.fact), one.convention.uid) for one in found.all()]


def agrees(asked, today):
    """Hold an answer against all timelines; returns how many it holds."""
    last = asked.last or plus(asked.first or today, months=12)
    found = find(asked, today)
    answer = told(found)
    assert len(answer) == len(set(answer)) == found.total, asked
    assert set(answer) == brute_force(asked, today, last), (asked, today)
    order = [(upcoming, key.day) for upcoming, key, _uid in answer]
    assert order == sorted(order)
    assert found.overdue == sum(not upcoming for upcoming, _key, _uid in answer)
    assert sum(found.months(True).values()) == found.total - found.overdue
    assert sum(found.months(False).values()) == found.overdue
    return found.total


@pytest.mark.parametrize("seed", range(3))
def test_answers_are_those_of_the_timelines(portal, partners, seed):
    random = Random(seed)
    for number in range(16):
        any_convention(portal, partners, random, number)
    held = 0
    # Most days lie near the writing of the index; some so far after it that it is of little use.
    for years in (0, 0, 0, 1, 4, 5, 6, 8, 15):
        today = TODAY + timedelta(days=366 * years + random.randrange(100))
        first = random.choice([None, today, some_day(random)])
        last = random.choice([None, (first or today) + timedelta(days=random.randrange(4000))])
        asked = Asked(
            kinds=tuple(random.sample(WATCHED, random.choice([0, 0, 2, 5]))),
            partner=random.choice(["", "", partners[0].UID()]),
            service=random.choice(["", "", "council_secretaries"]),
            first=first,
            last=last,
            overdue=random.random() < 0.2,
        )
        held += agrees(Asked(), today)
        held += agrees(asked, today)
    assert held > 100


def endless(portal, partners, **values):
    return make_convention(
        portal,
        partners[:2],
        "signed",
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        notice_count=3,
        notice_unit="months",
        **values,
    )


def test_the_keys_do_not_depend_on_the_day_they_are_written(portal, partners, monkeypatch):
    random = Random(7)
    made = [any_convention(portal, partners, random, number) for number in range(12)]
    made.append(endless(portal, partners))
    horizon = keys.horizon(TODAY)

    def written(day):
        monkeypatch.setattr(keys, "today", lambda: day)
        found = [keys.Key.read(text) for one in made for text in keys.deadlines(one)()]
        return [key for key in found if key.what != keys.COMPLETE and key.day <= horizon]

    first = written(TODAY)
    assert len(first) > 40
    for days in (1, 40, 400, 2000, 6000):
        assert written(TODAY + timedelta(days=days)) == first


def test_an_endless_renewal_is_complete_up_to_its_mark(portal, partners):
    convention = endless(portal, partners)
    mark = keys.horizon(TODAY)
    assert f"complete|{mark}|" in keys.deadlines(convention)()
    for last in (mark, mark + timedelta(days=1), plus(mark, months=120)):
        agrees(Asked(first=TODAY, last=last), TODAY)


def test_what_lies_beyond_what_a_timeline_looks_at_is_conditional(portal, partners):
    endless(portal, partners)
    days = [
        (one.fact.day.year, one.fact.certainty, one.fact.past)
        for one in find(Asked(kinds=("notice_by",), last=date(2040, 1, 1)), TODAY).all()
    ]
    assert days == [
        (2027, "certain", False),
        *((year, "conditional", False) for year in range(2028, 2040)),
    ]


def test_a_batch_wakes_no_more_than_it_shows(portal, partners, monkeypatch):
    for number in range(5):
        endless(portal, partners, title=f"Number {number}")
    woken = []
    monkeypatch.setattr(
        "collective.conventions.deadlines.found.foreseen", lambda *args: woken.append(args) or ()
    )
    found = find(Asked(kinds=("renews",)), TODAY)
    assert found.total == 5
    assert [hit.key.what for hit in found.hits(0, 5)] == ["renews"] * 5
    assert woken == []
    # What the timeline does not know any more is left out.
    assert found.batch(1, 2) == []
    assert len(woken) == 2


def test_batches_tile(portal, partners):
    for number in range(7):
        endless(portal, partners, title=f"Number {number % 3}", contacts_days=30)
    found = find(Asked(), TODAY)
    whole = told(found)
    assert found.total == len(whole) == 7 * 4
    assert PORTION >= 7
    for size in (1, 3, 5, 100):
        parts = [found.batch(start, size) for start in range(0, found.total, size)]
        assert all(len(part) <= size for part in parts)
        assert [key_of(one.fact) for part in parts for one in part] == [
            key for _u, key, _c in whole
        ]
    assert [one.convention.title for one in find(Asked(kinds=("renews",)), TODAY).all()] == sorted(
        one.convention.title for one in find(Asked(kinds=("renews",)), TODAY).all()
    )


def test_what_is_done_leaves_the_list(portal, partners):
    row = {"partner": partners[0].UID(), "description": "A report", "due": date(2026, 11, 1)}
    convention = make_convention(portal, partners[:2], "signed", commitments=[row])
    (one,) = find(Asked(overdue=True), TODAY).all()
    assert (one.fact.what, one.overdue, one.fact.actor) == (
        "commitment_due",
        True,
        partners[0].UID(),
    )
    convention.commitments = [{**row, "done": date(2026, 11, 2)}]
    convention.reindexObject()
    assert find(Asked(), TODAY).total == 0


def test_only_what_was_signed_is_late_to_end(portal, partners):
    term = {"duration_unit": "until_date", "end_date": date(2026, 6, 30)}
    make_convention(portal, partners[:2], "signed", title="Signed", **term)
    make_convention(portal, partners[:2], "council_approved", title="Approved", **term)
    make_convention(portal, partners[:2], "terminated", title="Terminated", **term)
    titles = [one.convention.title for one in find(Asked(), TODAY).all()]
    assert titles == ["Signed"]
    past = find(Asked(first=date(2026, 1, 1), last=TODAY), TODAY)
    assert [(one.convention.title, one.overdue) for one in past.all()] == [
        ("Signed", True),
        ("Approved", False),
    ]


class TestWhoSees:
    @pytest.fixture
    def space(self, portal, partners):
        endless(portal, partners, title="Ours", responsible=["council_secretaries"])
        endless(portal, partners[1:] + partners[:1], title="Theirs")
        api.user.create(email="c@example.be", username="contact")
        api.group.add_user(groupname=partner_group(partners[0].UID()), username="contact")
        api.user.create(email="s@example.be", username="secretary")
        api.group.add_user(groupname="council_secretaries", username="secretary")
        return portal

    @staticmethod
    def titles(user, **asked):
        with api.env.adopt_user(username=user):
            return {one.convention.title for one in find(Asked(**asked), TODAY).all()}

    def test_a_contact_sees_his_own(self, space, partners):
        assert self.titles("contact") == {"Ours"}
        assert self.titles("contact", partner=partners[1].UID()) == {"Ours"}
        assert self.titles("contact", last=date(2050, 1, 1)) == {"Ours"}
        assert self.titles("secretary") == {"Ours", "Theirs"}

    def test_who_is_in_charge_is_told_to_insiders_only(self, space):
        assert self.titles("secretary", service="council_secretaries") == {"Ours"}
        assert self.titles("contact", service="council_secretaries") == set()
        assert self.titles("contact", service="space_managers") == set()

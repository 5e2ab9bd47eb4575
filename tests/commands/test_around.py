"""Whatever day the demo is made on, it shows what somebody has to deal with."""

from collective.conventions.commands.demo.around import around
from collective.conventions.content.checks import convention_findings
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import term_of
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.timeline import timeline
from datetime import date
from datetime import timedelta
import pytest


#: A leap day, the ends of months and years, a weekend, and days like any other.
DAYS = [
    date(2026, 1, 31),
    date(2026, 11, 21),
    date(2026, 12, 31),
    date(2027, 3, 1),
    date(2028, 1, 8),
    date(2028, 2, 29),
    date(2029, 7, 22),
]


def whole(agreement):
    """The fields as they are stored: every row with every column."""
    return {
        name: [{**dict.fromkeys(COLUMNS[name]), **row} for row in value]
        if name in COLUMNS
        else value
        for name, value in agreement.fields.items()
    }


@pytest.fixture(params=DAYS, ids=str)
def today(request):
    return request.param


@pytest.fixture
def shown(today):
    """A function that returns the days to ``today`` of each dated fact of a convention."""
    made = {agreement.id: whole(agreement) for agreement in around(today)}

    def days(name, what):
        values = made[name]
        facts = timeline(term_of(values), facts_of(values), today)
        return [(fact.day - today).days for fact in facts if fact.what == what and not fact.done]

    return days


def test_nothing_in_it_would_be_refused(today):
    for agreement in around(today):
        assert convention_findings(whole(agreement), today) == (), agreement.id


def test_a_commitment_is_overdue_and_another_is_to_come(shown):
    assert shown("bibliotheque", "commitment_due") == [-12, 40]


def test_the_last_day_for_a_notice_comes_in_three_weeks(shown):
    assert 18 <= min(day for day in shown("collecte-des-dechets", "notice_by") if day >= 0) <= 21


def test_one_ends_next_month(shown, today):
    (days,) = shown("cine-club", "ends")
    last = today + timedelta(days=days)
    assert (last.year * 12 + last.month) - (today.year * 12 + today.month) == 1


def test_one_is_over_and_still_signed(shown, today):
    assert shown("garderie-d-ete", "ends") == [-18]
    states = {agreement.id: agreement.state for agreement in around(today)}
    assert states["garderie-d-ete"] == "signed"


def test_a_breach_can_still_be_made_good(shown):
    (days,) = shown("primes-energie", "cure_until")
    assert 11 <= days <= 15


def test_a_renewal_is_to_be_agreed_on(shown):
    (days,) = shown("potager-partage", "agree_by")
    assert 40 <= days <= 43


def test_the_supervision_runs(shown):
    (days,) = shown("station-d-epuration", "supervision_until")
    assert 10 <= days <= 20


def test_a_renewal_was_refused_in_time(shown):
    (days,) = shown("distributeurs", "ends")
    assert 76 <= days <= 80
    assert not [day for day in shown("distributeurs", "renews") if day > 0]


def test_contact_persons_are_to_be_named(shown):
    (days,) = shown("repas-scolaires", "contacts_due")
    assert 10 <= days <= 14

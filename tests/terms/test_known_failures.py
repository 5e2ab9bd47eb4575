"""What other systems got wrong, held here for good."""

from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.spans import periods
from collective.conventions.terms.term import force
from collective.conventions.terms.timeline import timeline
from datetime import date
import pytest


YEARLY = Term("fixed_date", date(2024, 4, 1), "years", 1, None, "tacit", 12, 120, 1)
SIGNED = Facts((date(2024, 3, 1),))


def days(what, term, today):
    return [fact.day for fact in timeline(term, SIGNED, today) if fact.what == what]


def test_month_ends_are_not_chained():
    """Adding a month to the last result turns every 31st into a 28th for good."""
    monthly = Term("fixed_date", date(2024, 1, 31), "months", 1, None, "tacit", 1, 6)
    assert days("renews", monthly, date(2024, 1, 1)) == [
        date(2024, 2, 29),
        date(2024, 3, 31),
        date(2024, 4, 30),
        date(2024, 5, 31),
        date(2024, 6, 30),
    ]
    tiles = periods(date(2024, 1, 31), 1, date(2024, 5, 30))
    assert [tile.start.day for tile in tiles] == [31, 29, 31, 30]


def test_the_notice_follows_the_renewals():
    """Computed from the initial end, it lies in the past as soon as a renewal has happened."""
    today = date(2026, 6, 1)
    coming = [day for day in days("notice_by", YEARLY, today) if day >= today]
    assert coming[0] == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("unit", "count", "end"),
    [
        ("years", 1, date(2025, 3, 31)),
        ("months", 6, date(2024, 9, 30)),
        ("months", 1, date(2024, 4, 30)),
    ],
)
def test_an_inclusive_end_is_the_eve(unit, count, end):
    """One year from 1 April does not end on 1 April."""
    term = Term("fixed_date", date(2024, 4, 1), unit, count)
    assert force(term, SIGNED).end == end
    assert force(term, SIGNED).holds(end) and not force(term, SIGNED).holds(plus(end, days=1))


def test_29_february():
    """A year from 29 February exists, and each leap year finds the 29th again."""
    leap = Term("fixed_date", date(2024, 2, 29), "years", 1, None, "tacit", 12, 60, 1)
    assert days("renews", leap, date(2024, 3, 1)) == [
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
    assert days("notice_by", leap, date(2024, 3, 1)) == [
        date(2025, 1, 27),
        date(2026, 1, 27),
        date(2027, 1, 27),
        date(2028, 1, 28),
    ]
    assert force(leap, SIGNED).end == date(2029, 2, 27)


def test_a_cap_counts_from_the_start_not_from_the_first_renewal():
    """48 months in all are not 12 months and 48 more."""
    capped = Term("fixed_date", date(2024, 4, 1), "years", 1, None, "tacit", 12, 48)
    assert force(capped, SIGNED).end == date(2028, 3, 31)


def test_a_month_of_notice_before_a_day_in_march_is_not_four_weeks():
    """30 January is too late for a renewal on 28 February, whatever February lacks."""
    term = Term("fixed_date", date(2025, 2, 28), "years", 1, None, "tacit", 12, None, 1)
    late = Facts((date(2025, 1, 1),), non_renewal=date(2026, 1, 30))
    assert force(term, late).end == date(2027, 2, 27)

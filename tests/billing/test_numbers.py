"""Numbers without a gap, per issuer, series and year."""

from collective.conventions.billing import numbers
from collective.conventions.interfaces import Conflict
from datetime import date
import pytest


@pytest.fixture
def app(integration):
    return integration["app"]


def test_they_run_per_issuer_series_and_year(app):
    taken = [
        numbers.take(app, issuer, series, day)
        for issuer, series, day in (
            ("0451461655", "", date(2026, 1, 1)),
            ("0451461655", "", date(2026, 1, 1)),
            ("0451461655", "NC", date(2026, 1, 2)),
            ("0207362859", "", date(2026, 1, 2)),
            ("0451461655", "", date(2027, 1, 1)),
            ("0451461655", "", date(2026, 7, 1)),
        )
    ]
    assert taken == [
        "2026-0001",
        "2026-0002",
        "NC-2026-0001",
        "2026-0001",
        "2027-0001",
        "2026-0003",
    ]
    assert sorted((series.key, count) for series, count in numbers.counts(app)) == [
        ("0207362859||2026", 1),
        ("0451461655|NC|2026", 1),
        ("0451461655||2026", 3),
        ("0451461655||2027", 1),
    ]


def test_no_document_is_dated_before_the_one_ahead_of_it(app):
    numbers.take(app, "0451461655", "", date(2026, 7, 1))
    with pytest.raises(Conflict) as refused:
        numbers.take(app, "0451461655", "", date(2026, 6, 30))
    assert refused.value.message.mapping == {"day": "2026-07-01"}
    assert numbers.take(app, "0451461655", "", date(2026, 7, 1)) == "2026-0002"


def test_there_are_more_than_the_digits_hold(app):
    assert numbers.Series("0451461655", "A", 2026).number(12345) == "A-2026-12345"

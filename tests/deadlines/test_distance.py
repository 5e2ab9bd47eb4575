"""How far a day is away, as people say it."""

from collective.conventions.deadlines.wording.distance import distance
from datetime import date
from zope.i18n import translate
import pytest


TODAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 31), "today"),
        (date(2026, 2, 1), "tomorrow"),
        (date(2026, 1, 30), "yesterday"),
        (date(2026, 2, 2), "in 2 days"),
        (date(2026, 1, 19), "12 days ago"),
        (date(2026, 4, 1), "in 60 days"),
        (date(2026, 4, 2), "in 2 months"),
        (date(2026, 4, 30), "in 2 months"),
        (date(2026, 5, 1), "in 3 months"),
        (date(2025, 11, 30), "2 months ago"),
        (date(2028, 1, 30), "in 23 months"),
        (date(2028, 1, 31), "in 2 years"),
        (date(2022, 2, 1), "3 years ago"),
        (date(2022, 1, 31), "4 years ago"),
    ],
)
def test_distances(day, said):
    assert translate(distance(day, TODAY)) == said

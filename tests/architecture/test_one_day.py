"""Past midnight it stays the day on which the tests began."""

from collective.conventions import clock
from datetime import timedelta
import one_day


def test_after_midnight_it_waits(monkeypatch):
    end = one_day.END_OF_DAY - timedelta(days=1)
    monkeypatch.setattr(one_day, "END_OF_DAY", end)
    assert clock.today() == end.date()
    assert clock.now() == clock.now() == end

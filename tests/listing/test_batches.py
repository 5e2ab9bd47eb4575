"""Where batches begin and end."""

from collective.conventions.listing.batches import Batches
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("total", "start", "expected"),
    [
        (0, 0, (0, 0, None, None)),
        (25, 0, (25, 0, None, None)),
        (26, 0, (25, 25, None, 25)),
        (26, 25, (26, 25, 0, None)),
        (60, 10, (35, 50, 0, 35)),
        (60, 5000, (60, 50, 50, None)),
    ],
)
def test_end_last_previous_next(total, start, expected):
    batches = Batches(total, start, 25)
    assert (batches.end, batches.last, batches.previous, batches.next) == expected


def test_far_batches_are_left_out():
    numbers = [one and one[0] for one in Batches(20_000, 10_000, 25).around()]
    assert numbers == [1, None, 399, 400, 401, 402, 403, None, 800]
    assert [one and one[0] for one in Batches(100, 0, 25).around()] == [1, 2, 3, 4]
    assert list(Batches(3, 0, 25).around()) == [(1, 0)]


@given(st.integers(0, 3000), st.integers(0, 5000), st.sampled_from([1, 25, 100]))
def test_following_next_reaches_everything_once(total, start, size):
    seen, here = [], 0
    while here is not None:
        batches = Batches(total, here, size)
        seen += range(here, batches.end)
        here = batches.next
    assert seen == list(range(total))
    named = list(Batches(total, start, size).around())
    assert len(named) <= 9
    assert all(one is None or one[1] <= Batches(total, start, size).last for one in named)

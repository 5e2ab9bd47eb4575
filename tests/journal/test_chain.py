"""A chain shows what was done to it: where, and what."""

from collective.conventions.journal.chain import Break
from collective.conventions.journal.chain import genesis
from collective.conventions.journal.chain import seal
from collective.conventions.journal.chain import verify
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


LENGTH = 6


def chain(uid="one", length=LENGTH):
    """Entries by number, as a journal keeps them."""
    entries, previous = {}, genesis(uid)
    for number in range(1, length + 1):
        entries[number] = seal(
            number=number,
            instant=f"2026-01-{number:02}T10:00:00.000+00:00",
            actor="anna",
            action="modified",
            subject="Agreement",
            before={"title": f"v{number - 1}"},
            after={"title": f"v{number}"},
            reason="",
            previous=previous,
        )
        previous = entries[number].hash
    return entries


def breaks(entries, uid="one", length=LENGTH, last=None):
    last = chain()[LENGTH].hash if last is None else last
    return verify(sorted(entries.items()), genesis(uid), length, last)


def test_a_whole_chain_holds():
    assert breaks(chain()) == ()


def test_an_empty_chain_holds():
    assert verify([], genesis("one"), 0, genesis("one")) == ()


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("actor", "bert"),
        ("instant", "2020-01-01T00:00:00.000+00:00"),
        ("action", "sign"),
        ("subject", "Other"),
        ("before", {}),
        ("after", {"title": "forged"}),
        ("reason", "because"),
        ("number", 99),
    ],
)
def test_an_altered_entry_is_named(number, name, value):
    entries = chain()
    entries[number] = replace(entries[number], **{name: value})
    assert breaks(entries) == (Break(number, "altered"),)


@pytest.mark.parametrize("number", range(1, LENGTH))
def test_an_entry_sealed_anew_shows_at_the_next(number):
    entries = chain()
    values = {**vars(entries[number]), "actor": "bert"}
    del values["hash"]
    entries[number] = seal(**values)
    assert breaks(entries) == (Break(number + 1, "altered"),)


def test_the_last_entry_sealed_anew_shows():
    entries = chain()
    values = {**vars(entries[LENGTH]), "actor": "bert"}
    del values["hash"]
    entries[LENGTH] = seal(**values)
    assert breaks(entries) == (Break(LENGTH, "altered"),)


@given(st.sets(st.integers(1, LENGTH), min_size=1))
def test_every_removed_entry_is_named(numbers):
    entries = {number: entry for number, entry in chain().items() if number not in numbers}
    assert breaks(entries) == tuple(Break(number, "missing") for number in sorted(numbers))


def test_swapped_entries_are_named():
    entries = chain()
    entries[2], entries[3] = entries[3], entries[2]
    assert {Break(2, "altered"), Break(3, "altered")} <= set(breaks(entries))


@pytest.mark.parametrize("number", range(1, LENGTH + 1))
def test_a_foreign_entry_is_named(number):
    entries = chain()
    entries[number] = chain("other")[number]
    assert Break(number, "altered") in breaks(entries)


def test_a_foreign_chain_is_found_out():
    foreign = chain("other")
    assert breaks(foreign, last=foreign[LENGTH].hash) == (Break(1, "altered"),)


def test_an_added_tail_is_named():
    assert breaks(chain(length=LENGTH + 1)) == (Break(LENGTH + 1, "altered"),)

"""The communication of a payment (C12)."""

from collective.conventions.terms.communication import bare
from collective.conventions.terms.communication import names
from collective.conventions.terms.communication import structured
from collective.conventions.terms.communication import structured_in
from collective.conventions.terms.communication import written
from collective.conventions.terms.plain_text import InvalidIdentifier
from hypothesis import given
from hypothesis import strategies as st
import pytest


def test_the_last_two_digits_are_the_rest_by_97():
    digits = structured("2026-0001")
    assert digits[:10] == "0020260001"
    assert int(digits[10:]) == 20260001 % 97


def test_a_rest_of_nothing_is_97():
    assert structured("97") == "000000009797"


def test_it_is_written_between_plus_signs():
    assert written("010806817183") == "+++010/8068/17183+++"


@pytest.mark.parametrize("number", ["", "ABC", "12345678901"])
def test_a_number_needs_one_to_ten_digits(number):
    with pytest.raises(InvalidIdentifier):
        structured(number)


@pytest.mark.parametrize("text", ["2026-0001", "010806817180"])
def test_what_is_none_is_written_as_it_is(text):
    assert written(text) == text


@pytest.mark.parametrize(
    ("text", "bared"),
    [
        ("+++010/8068/17183+++", "010806817183"),
        ("RF18 5390 0754 7034", "RF18539007547034"),
        ("facture 12", ""),
    ],
)
def test_a_text_that_is_a_structured_one_is_bared_of_its_signs(text, bared):
    assert bare(text) == bared


@pytest.mark.parametrize(
    "text",
    ["+++010/8068/17183+++", "010806817183", "fact. 010 8068 17183 merci", "010.8068.17183"],
)
def test_it_is_found_however_it_was_typed(text):
    assert structured_in(text) == ("010806817183",)


@pytest.mark.parametrize("text", ["", "010/8068/17180", "1010806817183", "0108068171831"])
def test_what_is_none_is_not_found(text):
    assert structured_in(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2026-0012", True),
        ("facture 2026 12", True),
        ("FACTURE UVCW/2026/0012.", True),
        ("20260012", True),
        ("2026-00123", False),
        ("12026-0012", False),
        ("2026-0013", False),
        ("", False),
    ],
)
def test_a_number_is_found_however_it_was_typed(text, named):
    assert names(text, "2026-0012") is named


def test_no_number_is_named_by_nothing():
    assert not names("anything", "---")


@given(st.integers(1, 10**10 - 1))
def test_what_is_written_is_read_again(number):
    digits = structured(str(number))
    assert structured_in(written(digits)) == (digits,)

"""Structured communications are told from free text."""

from collective.conventions.terms import communication
import pytest


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("+++010/8068/17183+++", "010806817183"),
        ("010806817183", "010806817183"),
        ("RF18 5390 0754 7034", "RF18539007547034"),
        ("rf18539007547034", "RF18539007547034"),
        ("010806817180", ""),
        ("000000000000", ""),
        ("2027-000123", ""),
        ("", ""),
    ],
)
def test_only_what_its_check_digits_prove_is_structured(text, bare):
    assert communication.bare(text) == bare

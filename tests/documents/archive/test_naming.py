"""File names that every system can store, and that lead out of no folder."""

from collective.conventions.documents.archive.naming import file_name
from collective.conventions.documents.archive.naming import LONGEST
from collective.conventions.documents.archive.naming import one_of_a_kind
from collective.conventions.documents.archive.naming import safe
from hypothesis import given
from hypothesis import strategies as st
import pytest
import re


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Plan d'accès n° 3", "Plan-d-acces-n-3"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        (".hidden", "hidden"),
        ("a..b", "a.b"),
        ("CON", "CON-"),
        ("nul.txt", "nul.txt-"),
        ("日本", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_made_safe(name, expected):
    assert safe(name) == expected


@given(st.text())
def test_whatever_comes_in_what_comes_out_is_a_name(name):
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", safe(name))
    assert ".." not in safe(name)
    assert len(safe(name)) <= LONGEST + 1


def test_an_ending_is_kept():
    assert file_name("Plan", "PDF") == "Plan.pdf"
    assert file_name("Plan", "p/../df") == "Plan.pdf"
    assert file_name("Plan", "") == "Plan"


def test_the_second_of_a_name_bears_a_number():
    unique = one_of_a_kind()
    paths = ("a/Plan.pdf", "a/plan.PDF", "b/Plan.pdf", "a/x", "a/x")
    given_names = [unique(path) for path in paths]
    assert given_names == ["a/Plan.pdf", "a/plan-2.PDF", "b/Plan.pdf", "a/x", "a/x-2"]

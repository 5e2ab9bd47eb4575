"""Numbers as people type them."""

from collective.conventions.terms import writing
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.reading import number
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("12,5", "fr", "12.5"),
        ("12.5", "fr", "12.5"),
        ("12.50", "nl", "12.50"),
        ("1.234", "fr", "1234"),
        ("1.234,56", "de", "1234.56"),
        ("1 234,56", "fr", "1234.56"),
        ("1\u202f234,56 €", "fr", "1234.56"),
        ("EUR 940 000", "nl", "940000"),
        ("1'234", "de", "1234"),
        ("1,234", "en", "1234"),
        ("1,234.56", "en", "1234.56"),
        ("12,5", "en", "12.5"),
        ("1.234", "en", "1.234"),
        ("-3,20", "fr", "-3.20"),
        ("−3", "fr", "-3"),
        (",5", "fr", "0.5"),
    ],
)
def test_a_number_is_read_as_it_is_meant(typed, language, meant):
    assert number(typed, language) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "twelve", "1.23.45", "1,2,3", "1e5", "NaN", "١٢", "12,5x"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(InvalidAmount) as error:
        number(typed, "fr")
    assert error.value.code == "not_a_number"


@given(
    value=st.decimals(-(10**9), 10**9, places=2, allow_nan=False),
    language=st.sampled_from(["fr", "nl", "de", "en"]),
)
def test_an_amount_as_it_is_written_is_read_again(value, language):
    assert number(writing.money(value, language), language) == value

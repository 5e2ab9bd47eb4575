"""What can stand before the year in a number."""

from collective.conventions.terms.series import impossible_series
import pytest


@pytest.mark.parametrize(
    ("invoice", "credit_note"), [("", "NC"), ("A", ""), ("A", "B"), ("a", "nc")]
)
def test_two_different_series_of_letters(invoice, credit_note):
    assert impossible_series(invoice, credit_note) == ()


@pytest.mark.parametrize("series", ["A-1", "A1", "2026", "É", "A B", "A/", "A|B"])
def test_all_but_letters_is_refused_where_it_stands(series):
    for values, field in (((series, "NC"), "invoice_series"), (("", series), "credit_note_series")):
        (found,) = impossible_series(*values)
        assert (found.code, found.field) == ("series_malformed", field)


@pytest.mark.parametrize(("invoice", "credit_note"), [("", ""), ("NC", "NC"), ("nc", "NC")])
def test_the_same_series_is_refused_at_both(invoice, credit_note):
    found = impossible_series(invoice, credit_note)
    assert [(one.code, one.field) for one in found] == [
        ("series_equal", "invoice_series"),
        ("series_equal", "credit_note_series"),
    ]

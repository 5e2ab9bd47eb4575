"""What a document states about itself is held against its lines."""

from collective.conventions.terms.stated import differences
from collective.conventions.terms.stated import Stated
from dataclasses import replace
from decimal import Decimal
from documents import documents
from documents import INVOICE
from hypothesis import given
from hypothesis import strategies as st
import pytest


def truly(document) -> Stated:
    """What an honest sender states."""
    return Stated(
        lines=tuple(line.net for line in document.lines),
        shares=document.vat_shares,
        currencies=frozenset({"EUR"}),
        line_total=document.net,
        net=document.net,
        vat=document.vat,
        gross=document.gross,
        payable=document.gross,
    )


@given(documents())
def test_the_truth_differs_from_nothing(document):
    assert list(differences(document, truly(document))) == []


@given(
    documents(),
    st.sampled_from(["line_total", "net", "vat", "gross", "payable"]),
    st.decimals("-100", 100, places=2).filter(bool),
)
def test_one_wrong_total_is_the_one_that_is_named(document, name, error):
    true = truly(document)
    found = list(differences(document, replace(true, **{name: getattr(true, name) + error})))
    assert [(one.code, one.field) for one in found] == [("total_differs", name)]


def test_every_currency_but_euro_is_named_once():
    stated = replace(truly(INVOICE), currencies=frozenset({"EUR", "USD", "NOK"}))
    assert [dict(one.params) for one in differences(INVOICE, stated)] == [
        {"currency": "NOK"},
        {"currency": "USD"},
    ]


def test_what_was_paid_before_and_rounding_move_what_is_to_be_paid():
    paid, rounding = Decimal("97.00"), Decimal("0.04")
    stated = replace(truly(INVOICE), prepaid=paid, rounding=rounding)
    assert [one.field for one in differences(INVOICE, stated)] == ["payable"]
    settled = replace(stated, payable=INVOICE.gross - paid + rounding)
    assert list(differences(INVOICE, settled)) == []


def test_a_line_too_few_is_the_readers_fault():
    with pytest.raises(ValueError):
        list(differences(INVOICE, replace(truly(INVOICE), lines=())))

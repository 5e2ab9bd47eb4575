"""Money: half up, VAT once per rate on the document's total."""

from collective.conventions.terms.money import cents
from collective.conventions.terms.money import InvalidAmount
from collective.conventions.terms.money import Line
from collective.conventions.terms.money import line_amount
from collective.conventions.terms.money import totals
from collective.conventions.terms.money import VatShare
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hypothesis import given
from hypothesis import strategies as st
import pytest


def line(quantity, price, rate="21"):
    return Line("service", Decimal(quantity), Decimal(price), Decimal(rate))


numbers = st.decimals(-(10**6), 10**6, places=4)
rates = st.sampled_from(["0", "6", "12", "21", "21.00"]).map(Decimal)
documents = st.lists(st.builds(Line, st.just("x"), numbers, numbers, rates), max_size=8)


def test_c11_a_semester_of_access():
    result = totals([line(6, "82")])
    assert (result.net, result.vat, result.gross) == (
        Decimal("492.00"),
        Decimal("103.32"),
        Decimal("595.32"),
    )


def test_c11_a_cpas_pays_half():
    assert totals([line(6, "41")]).gross == Decimal("297.66")


def test_o3_one_participant_and_three():
    assert totals([line(1, "250")]).gross == Decimal("302.50")
    assert totals([line(3, "200")]).gross == Decimal("726.00")


def test_vat_is_rounded_once_per_rate_not_per_line():
    # 0.02 per line would be 0.00 three times; on the total it is 0.01.
    result = totals([line(1, "0.02")] * 3)
    assert result.vat == Decimal("0.01")


def test_rates_are_ordered_and_written_two_ways_are_one():
    result = totals([line(1, 10, "21"), line(1, 10, "6"), line(1, 10, "21.00")])
    assert result.vat_by_rate == (
        VatShare("S", Decimal("6.00"), Decimal("10.00"), Decimal("0.60")),
        VatShare("S", Decimal("21.00"), Decimal("20.00"), Decimal("4.20")),
    )


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.004999", "0.00"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("1E+3", "1000.00"),
        ("-0.001", "0.00"),
    ],
)
def test_half_up_and_no_negative_zero(amount, rounded):
    assert str(cents(Decimal(amount))) == rounded


def test_nothing_costs_nothing():
    assert str(totals([]).gross) == "0.00"


@pytest.mark.parametrize(
    ("quantity", "price", "rate", "code"),
    [
        ("NaN", 1, 21, "not_a_number"),
        (1, "Infinity", 21, "not_a_number"),
        (1, "sNaN", 21, "not_a_number"),
        (1, 1, "NaN", "vat_rate_invalid"),
        (1, 1, "-1", "vat_rate_invalid"),
        (1, 1, "100.01", "vat_rate_invalid"),
        (1, 1, "5.555", "vat_rate_invalid"),
        ("1E+12", 1, 21, "too_large"),
        (1, "1E+999999", 21, "too_large"),
        ("1E-11", 1, 21, "too_many_decimals"),
        ("1E-999999", 1, 21, "too_many_decimals"),
    ],
)
def test_useless_numbers_are_refused(quantity, price, rate, code):
    with pytest.raises(InvalidAmount) as caught:
        totals([line(quantity, price, rate)])
    assert caught.value.code == code


def test_the_outermost_rates_are_rates():
    assert totals([line(1, 10, "100")]).vat == Decimal("10.00")
    assert totals([line(1, 10, "0")]).vat == Decimal("0.00")


def test_cents_refuses_what_is_no_amount():
    for value in ("NaN", "-Infinity", "1E+30"):
        with pytest.raises(InvalidAmount):
            cents(Decimal(value))


@given(documents, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(lines, random):
    shuffled = random.sample(lines, len(lines))
    assert totals(shuffled) == totals(lines)


@given(documents)
def test_everything_adds_up(lines):
    result = totals(lines)
    assert result.gross == result.net + result.vat
    assert result.net == sum(map(line_amount, lines), Decimal(0))
    assert result.net == sum(share.base for share in result.vat_by_rate)
    assert result.vat == sum(share.vat for share in result.vat_by_rate)
    for amount in (result.net, result.vat, result.gross):
        assert amount.as_tuple().exponent == -2


@given(documents)
def test_a_credit_note_mirrors_its_invoice(lines):
    credit = totals([replace(one, quantity=-one.quantity) for one in lines])
    invoice = totals(lines)
    assert (credit.net, credit.vat, credit.gross) == (-invoice.net, -invoice.vat, -invoice.gross)


@given(documents)
def test_vat_is_within_half_a_cent_of_the_exact_one(lines):
    for share in totals(lines).vat_by_rate:
        exact = Fraction(share.base) * Fraction(share.rate) / 100
        assert abs(Fraction(share.vat) - exact) <= Fraction(1, 200)


@given(numbers)
def test_rounding_is_half_up_away_from_zero(amount):
    exact = Fraction(amount) * 100
    expected = int(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    assert cents(amount) * 100 == expected

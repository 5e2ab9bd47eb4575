"""What is open and overdue, by partner and by year."""

from collective.conventions.terms.paying import Balance
from collective.conventions.terms.standing import Issued
from collective.conventions.terms.standing import per_partner
from collective.conventions.terms.standing import per_partner_and_year
from collective.conventions.terms.standing import per_year
from collective.conventions.terms.standing import Standing
from collective.conventions.terms.standing import standing
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st


TODAY = date(2026, 7, 1)
INVOICES = (
    Issued("a", date(2025, 7, 1), date(2025, 7, 31), Balance(Decimal("595.32"))),
    Issued("a", date(2026, 7, 1), date(2026, 7, 31), Balance(Decimal("595.32"))),
    Issued("b", date(2026, 1, 1), None, Balance(Decimal(100), Decimal(20), Decimal(90))),
)

amounts = st.decimals(0, 1000, places=2)
invoices = st.lists(
    st.builds(
        Issued,
        st.sampled_from("abc"),
        st.dates(date(2024, 1, 1), date(2026, 12, 31)),
        st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)),
        st.builds(Balance, amounts, amounts, amounts),
    ),
    max_size=8,
)


def test_what_is_open_and_what_of_it_is_overdue():
    found = standing(INVOICES, TODAY)
    assert (found.count, found.open, found.overdue) == (3, Decimal("1190.64"), Decimal("595.32"))
    assert (found.credited, found.paid, found.overpaid) == (20, 90, 10)


def test_of_nothing_everything_is_nothing():
    assert standing((), TODAY) == Standing()


def test_by_partner_and_by_year():
    assert {name: one.open for name, one in per_partner(INVOICES, TODAY).items()} == {
        "a": Decimal("1190.64"),
        "b": Decimal("0.00"),
    }
    assert [(year, one.count) for year, one in per_year(INVOICES, TODAY).items()] == [
        (2025, 1),
        (2026, 2),
    ]
    assert list(per_partner_and_year(INVOICES, TODAY)) == [("a", 2025), ("a", 2026), ("b", 2026)]


@given(invoices)
def test_the_parts_add_up_to_the_whole(known):
    whole = standing(known, TODAY)
    for parts in (per_partner(known, TODAY), per_year(known, TODAY)):
        assert sum(one.count for one in parts.values()) == whole.count
        assert sum(one.open for one in parts.values()) == whole.open
        assert sum(one.overdue for one in parts.values()) == whole.overdue
    assert whole.overdue <= whole.open

"""What each party owes, added up."""

from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.commitments import PartyTotal
from collective.conventions.terms.commitments import totals_per_party
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st


TODAY = date(2026, 3, 31)
W2 = (
    Commitment("city", "documentation of the processes", "citizen relations"),
    Commitment("region", "internal profiles", "FIDUS", Decimal(2), "profile"),
    Commitment("region", "links with the CRM", "NOVA", Decimal(700), "man-day"),
    Commitment("region", "new categories", "Fix My Street", Decimal(50), "man-day "),
    Commitment("region", "estimated value", amount=Decimal("940000"), budget="WePulse"),
    Commitment("region", "contribution", "OSIRIS", amount=Decimal("800000"), budget="OSIRIS"),
)


def test_w2_totals_per_party():
    assert totals_per_party(W2, TODAY) == (
        PartyTotal("city", 1, 0, 0, Decimal("0.00"), ()),
        PartyTotal(
            "region",
            5,
            0,
            0,
            Decimal("1740000.00"),
            (("profile", Decimal(2)), ("man-day", Decimal(750))),
        ),
    )


def test_o8_due_done_and_overdue_by_the_day():
    dataset = Commitment("city", "one open dataset", due=date(2026, 3, 30), done=date(2026, 4, 2))

    def counted(today):
        (total,) = totals_per_party([dataset], today)
        return total.done, total.overdue

    assert counted(date(2026, 3, 30)) == (0, 0)
    assert counted(date(2026, 3, 31)) == (0, 1)
    assert counted(date(2026, 4, 1)) == (0, 1)
    assert counted(date(2026, 4, 2)) == (1, 0)


def test_nothing_owed_has_no_totals():
    assert totals_per_party((), TODAY) == ()


quantities = st.none() | st.decimals(0, 10**6, places=2)
owed = st.lists(
    st.builds(
        Commitment,
        st.sampled_from(["city", "region"]),
        quantity=quantities,
        unit=st.sampled_from(["day", "profile", ""]),
        amount=quantities,
        due=st.none() | st.dates(),
        done=st.none() | st.dates(),
    )
)


@given(owed, st.dates())
def test_nothing_is_lost_in_the_totals(commitments, today):
    totals = totals_per_party(commitments, today)
    assert sum(total.count for total in totals) == len(commitments)
    assert sum(total.amount for total in totals) == sum(one.amount or 0 for one in commitments)
    assert sum(quantity for total in totals for _, quantity in total.quantities) == sum(
        one.quantity or 0 for one in commitments
    )
    assert all(total.done + total.overdue <= total.count for total in totals)
    assert len({total.party for total in totals}) == len(totals)

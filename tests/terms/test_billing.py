"""What is billed on a day: in advance, in full months, once (C11, C12)."""

from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.account import billed_by
from collective.conventions.terms.billed_months import months_billed
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.crediting import to_credit
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.money import totals
from collective.conventions.terms.semesters import full_months
from collective.conventions.terms.semesters import is_full
from collective.conventions.terms.semesters import semester_of
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


ACCESS = Tariff((Price("Access", "monthly", Decimal(82)),))
HALF = Reduction(Decimal(50), "commune_in_force", "Commune")
CPAS = replace(ACCESS, reduction=HALF)
START = date(2026, 1, 1)

days = st.dates(date(2023, 1, 1), date(2025, 12, 31))
amounts = st.decimals(1, 500, places=2)


def account(tariff=ACCESS, start=START, end=None, **others):
    return Account(tariff, Span(start, end), **others)


def billed(charges, document="1"):
    return tuple(Billed(document, charge.line) for charge in charges)


def then(known, on, document="1"):
    """The account after a run on a day."""
    return replace(known, billed=(*known.billed, *billed(to_bill(known, on), document)))


def credited(known):
    """The account after the credit notes that are due."""
    lines = [
        Billed(credit.document, charge.line, credit=True)
        for credit in to_credit(known)
        for charge in credit.charges
    ]
    return replace(known, billed=(*known.billed, *lines))


def periods(charges):
    return [(c.line.period_start, c.line.period_end, c.line.net) for c in charges]


def codes(charge):
    return [reason.code for reason in charge.reasons]


def test_c12_a_semester_of_access():
    (charge,) = to_bill(account(), START)
    line = charge.line
    assert (line.quantity, line.unit_price, line.unit) == (Decimal(6), Decimal("82.00"), "month")
    assert (line.period_start, line.period_end) == (START, date(2026, 6, 30))
    assert totals([line]).gross == Decimal("595.32")
    (reason,) = charge.reasons
    assert reason.params == {"first": "2026-01-01", "last": "2026-06-30", "count": 6}


def test_c12_the_first_invoice_covers_the_full_months_left_of_the_semester():
    charges = to_bill(account(start=date(2026, 4, 1)), date(2026, 3, 10))
    assert periods(charges) == [(date(2026, 4, 1), date(2026, 6, 30), Decimal("246.00"))]


def test_c12_a_start_on_the_15th_is_charged_from_the_next_month_on():
    charges = to_bill(account(start=date(2026, 3, 15)), date(2026, 3, 15))
    assert periods(charges) == [(date(2026, 4, 1), date(2026, 6, 30), Decimal("246.00"))]


def test_c12_what_was_billed_is_never_billed_again():
    known = then(account(), START)
    assert to_bill(known, date(2026, 6, 30)) == ()
    assert periods(to_bill(known, date(2026, 7, 1))) == [
        (date(2026, 7, 1), date(2026, 12, 31), Decimal("492.00"))
    ]


def test_c12_months_that_were_left_out_are_billed_with_the_next_semester():
    assert periods(to_bill(account(), date(2027, 2, 1))) == [
        (START, date(2027, 6, 30), Decimal("1476.00"))
    ]


def test_c12_nothing_is_billed_beyond_a_known_end():
    assert periods(to_bill(account(end=date(2026, 2, 28)), START)) == [
        (START, date(2026, 2, 28), Decimal("164.00"))
    ]


def test_what_has_not_started_and_has_no_price_is_not_billed():
    assert to_bill(Account(ACCESS, NEVER), START) == ()
    assert to_bill(account(Tariff()), START) == ()


def test_c11_a_cpas_pays_half_in_exactly_the_months_in_which_the_commune_is_in_force():
    held = (Span(date(2026, 3, 1), date(2026, 4, 30)),)
    charges = to_bill(account(CPAS, held=held), START)
    assert periods(charges) == [
        (START, date(2026, 2, 28), Decimal("164.00")),
        (date(2026, 3, 1), date(2026, 4, 30), Decimal("82.00")),
        (date(2026, 5, 1), date(2026, 6, 30), Decimal("164.00")),
    ]
    half = charges[1]
    assert (half.line.reduction, half.line.reduction_percent) == (Decimal("82.00"), Decimal(50))
    assert codes(half) == ["months_in_force", "reduced"]
    assert half.reasons[1].params == {"percent": "50", "condition": "commune_in_force"}


def test_c11_a_month_that_the_commune_has_in_part_only_is_not_reduced():
    held = (Span(date(2026, 3, 15), None),)
    charges = to_bill(account(CPAS, held=held), START)
    assert [net for _, _, net in periods(charges)] == [Decimal("246.00"), Decimal("123.00")]


def test_a_reduction_that_always_holds_needs_no_condition():
    tariff = replace(ACCESS, reduction=Reduction(Decimal(10), "always"))
    (charge,) = to_bill(account(tariff), START)
    assert (charge.line.net, charge.line.reduction_reason) == (Decimal("442.80"), "always")


def test_what_comes_to_nothing_is_not_billed():
    tariff = replace(ACCESS, reduction=Reduction(Decimal(100), "always"))
    assert to_bill(account(tariff), START) == ()


def test_c11_months_in_which_the_indexed_price_changes_are_split():
    indexation = Indexation("health_index", date(2025, 9, 1), rule="anniversary")
    table = {
        ("health_index", date(2025, 9, 1)): Decimal(100),
        ("health_index", date(2026, 9, 1)): Decimal(110),
    }
    tariff = Tariff((replace(ACCESS.prices[0], indexed=True),), indexation)
    known = account(tariff, start=date(2025, 10, 1), table=table)
    known = then(known, date(2026, 6, 30))
    charges = to_bill(known, date(2026, 7, 1))
    assert [(c.line.quantity, c.line.unit_price) for c in charges] == [
        (Decimal(3), Decimal("82.00")),
        (Decimal(3), Decimal("90.20")),
    ]
    assert [codes(c)[1] for c in charges] == ["index_not_yet", "index_applied"]
    assert charges[1].reasons[1].params == {
        "p0": "82",
        "a": "0",
        "b": "1",
        "i0": "100",
        "i": "110",
        "month": "2026-09-01",
        "amount": "90.20",
    }


def test_c11_a_missing_index_is_told():
    indexation = Indexation("health_index", date(2024, 12, 1))
    tariff = Tariff((replace(ACCESS.prices[0], indexed=True),), indexation)
    (charge,) = to_bill(account(tariff, start=date(2025, 1, 1)), date(2025, 1, 1))
    assert codes(charge)[1] == "index_not_yet"
    charge = to_bill(account(tariff, start=date(2025, 1, 1)), START)[-1]
    assert charge.reasons[1].params == {"wanted": "2025-12-01", "month": ""}


def test_a_price_that_is_added_or_renamed_begins_with_the_first_open_month():
    known = then(account(), START)
    renamed = Tariff(
        (Price("Hosting", "monthly", Decimal(90)), Price("Help", "monthly", Decimal(10)))
    )
    charges = to_bill(replace(known, tariff=renamed), date(2026, 7, 1))
    assert [(c.line.description, c.line.period_start) for c in charges] == [
        ("Hosting", date(2026, 7, 1)),
        ("Help", date(2026, 7, 1)),
    ]


def test_months_that_were_taken_back_in_whole_are_open_again():
    known = then(account(), START)
    back = Billed("1", known.billed[0].line, credit=True)
    (charge,) = to_bill(replace(known, billed=(*known.billed, back)), START)
    assert (codes(charge), charge.line.quantity) == (["months_open_again"], Decimal(6))


def test_a_favour_without_months_opens_none():
    known = then(account(), START)
    favour = Billed("1", DocumentLine("Favour", Decimal(1), Decimal(492)), credit=True)
    assert to_bill(replace(known, billed=(*known.billed, favour)), START) == ()


def test_c11_a_reduction_that_ended_after_it_was_billed_is_charged_afterwards():
    known = then(account(CPAS, held=(Span(START, None),)), START)
    ended = replace(known, held=(Span(START, date(2026, 3, 31)),))
    (charge,) = to_bill(ended, date(2026, 4, 10))
    assert periods([charge]) == [(date(2026, 4, 1), date(2026, 6, 30), Decimal("123.00"))]
    assert (charge.line.unit_price, charge.line.settles) == (Decimal("41.00"), True)
    assert codes(charge) == ["reduction_ended"]
    assert to_bill(then(ended, date(2026, 4, 10), "2"), date(2026, 4, 11)) == ()


def test_a_favour_of_half_is_no_reduction_that_ended():
    known = then(account(CPAS), START)
    half = replace(known.billed[0].line, unit_price=Decimal(41))
    known = replace(known, billed=(*known.billed, Billed("1", half, credit=True)))
    assert to_bill(known, START) == ()


def test_what_is_billed_is_read_from_the_documents():
    side = Organisation("uid", "Side")
    line = to_bill(account(), START)[0].line
    invoice = Document("invoice", side, side, (line,), number="7")
    credit = Document("credit_note", side, side, (line,), credits=Credited("7", START))
    assert billed_by([invoice, credit]) == (Billed("7", line), Billed("7", line, credit=True))
    assert billed_by([replace(credit, credits=None)])[0].document == ""


def test_a_monthly_line_without_its_period_bills_no_month():
    line = DocumentLine("Access", Decimal(6), Decimal(82), unit="month")
    assert months_billed([Billed("1", line)]) == {}


@given(days, st.none() | st.integers(0, 900), st.lists(days, max_size=6))
def test_the_periods_of_all_runs_tile_the_full_months(start, length, runs):
    end = None if length is None else start + timedelta(length)
    known = account(start=start, end=end)
    for number, on in enumerate(runs):
        known = then(known, on, str(number))
    last = max((semester_of(on).end for on in runs), default=date(2000, 1, 1))
    found = sorted(
        month for each in months_billed(known.billed).values() for month in each_month(each)
    )
    assert found == list(full_months(known.span, last))
    assert sum(one.line.quantity for one in known.billed) == len(found)


def each_month(entries):
    return [entry.month for entry in entries]


@pytest.mark.parametrize("percent", [Decimal(50), Decimal("33.33"), Decimal("12.5")])
@given(
    st.lists(st.tuples(days, days, st.none() | days, st.none() | days), min_size=1, max_size=5),
    amounts,
)
def test_whatever_changes_the_net_of_each_month_is_what_the_clause_says(percent, history, price):
    """After a run and its credit notes each month costs its price, half of it, or nothing.

    A month that was taken back and is in force again is billed with its own semester.
    """
    reduction = Reduction(percent, "commune_in_force", "Commune")
    tariff = Tariff((Price("Access", "monthly", price),), reduction=reduction)
    known = Account(tariff)
    for number, (on, first, held, end) in enumerate(history):
        known = replace(
            known,
            span=Span(date(2023, 1, 1), None if end is None else max(end, date(2023, 1, 1))),
            held=() if held is None else (Span(min(first, held), held),),
        )
        known = credited(then(known, on, str(number)))
    entries = [entry for each in months_billed(known.billed).values() for entry in each]
    net = {}
    for entry in entries:
        net[entry.month] = net.get(entry.month, Decimal(0)) + entry.net
    for month, amount in net.items():
        taken_back = not amount and month > semester_of(on).end
        assert taken_back or amount == due(known, month, price, percent)
    assert to_credit(known) == ()
    assert to_bill(known, on) == ()


def due(known, month, price, percent):
    if not is_full(known.span, month):
        return 0
    held = any(is_full(span, month) for span in known.held)
    return price * (100 - percent) / 100 if held else price

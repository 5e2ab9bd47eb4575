"""What is given back: months beyond the end, a reduction that came late, never too much."""

from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.crediting import rest
from collective.conventions.terms.crediting import to_credit
from collective.conventions.terms.crediting import too_much
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal
import pytest


START, JUNE = date(2026, 1, 1), date(2026, 6, 30)
ACCESS = Tariff((Price("Access", "monthly", Decimal(82)),))
CPAS = replace(ACCESS, reduction=Reduction(Decimal(50), "commune_in_force", "Commune"))
SEMESTER = DocumentLine(
    "Access", Decimal(6), Decimal(82), unit="month", period_start=START, period_end=JUNE
)
HALVED = replace(
    SEMESTER,
    reduction=Decimal("246.00"),
    reduction_percent=Decimal(50),
    reduction_reason="Commune",
)
SIDE = Organisation("uid", "Side")


def account(line=SEMESTER, end=None, tariff=ACCESS, **others):
    return Account(tariff, Span(START, end), (Billed("1", line),), **others)


def document(*lines, kind="credit_note"):
    return Document(kind, SIDE, SIDE, lines)


def test_c12_months_beyond_the_end_are_given_back_at_the_price_billed():
    dearer = Tariff((Price("Access", "monthly", Decimal(99)),))
    (credit,) = to_credit(account(end=date(2026, 3, 31), tariff=dearer))
    (charge,) = credit.charges
    assert (credit.document, charge.line.quantity, charge.line.net) == (
        "1",
        Decimal(3),
        Decimal("246.00"),
    )
    assert (charge.line.period_start, charge.line.period_end) == (date(2026, 4, 1), JUNE)
    assert charge.reasons[0].params == {"end": "2026-03-31"}


def test_a_month_in_which_it_ends_on_the_way_is_given_back_in_whole():
    (credit,) = to_credit(account(end=date(2026, 3, 30)))
    assert credit.charges[0].line.quantity == Decimal(4)


def test_c11_what_was_halved_is_given_back_halved():
    (credit,) = to_credit(account(HALVED, date(2026, 3, 31), CPAS, held=(Span(START, None),)))
    (charge,) = credit.charges
    assert (charge.line.net, charge.line.reduction_percent) == (Decimal("123.00"), Decimal(50))


def test_c11_a_commune_that_signs_later_halves_the_months_from_then_on():
    known = account(tariff=CPAS, held=(Span(date(2026, 5, 1), None),))
    (credit,) = to_credit(known)
    (charge,) = credit.charges
    assert (charge.line.unit_price, charge.line.net) == (Decimal("41.00"), Decimal("82.00"))
    assert (charge.line.period_start, charge.line.settles) == (date(2026, 5, 1), True)
    assert charge.reasons[0].code == "reduction_began"
    done = Billed("1", charge.line, credit=True)
    assert to_credit(replace(known, billed=(*known.billed, done))) == ()


def test_the_whole_of_a_reduction_that_was_settled_is_given_back_once():
    late = replace(SEMESTER, unit_price=Decimal(41), reduction_reason="Commune")
    known = account(HALVED, date(2025, 12, 31), CPAS)
    known = replace(known, span=Span(date(2025, 1, 1), known.span.end))
    known = replace(known, billed=(*known.billed, Billed("2", late)))
    credits = to_credit(known)
    nets = {one.document: sum(c.line.net for c in one.charges) for one in credits}
    assert nets == {"1": Decimal("246.00"), "2": Decimal("246.00")}


def test_a_reduction_that_always_held_gives_nothing_back():
    always = replace(ACCESS, reduction=Reduction(Decimal(50), "always"))
    assert to_credit(account(tariff=always)) == ()


def test_a_later_start_gives_back_the_months_before_it():
    known = replace(account(), span=Span(date(2026, 2, 1), None))
    (credit,) = to_credit(known)
    assert credit.charges[0].reasons[0].code == "before_start"
    assert credit.charges[0].line.quantity == Decimal(1)


def test_what_was_given_back_before_without_its_months_is_not_given_back_twice():
    known = account(end=date(2026, 1, 31))
    favour = Billed("1", DocumentLine("Favour", Decimal(1), Decimal(100)), credit=True)
    (credit,) = to_credit(replace(known, billed=(*known.billed, favour)))
    assert sum(charge.line.net for charge in credit.charges) == Decimal("392.00")
    assert credit.charges[-1].reasons[0].params == {"document": "1"}
    whole = replace(favour, line=replace(favour.line, unit_price=Decimal(492)))
    assert to_credit(replace(known, billed=(*known.billed, whole))) == ()


def test_part_of_a_month_was_billed_by_a_person_who_gives_it_back_too():
    part = replace(SEMESTER, quantity=Decimal("0.5"), period_end=date(2026, 1, 16))
    assert to_credit(account(part, end=date(2026, 1, 16))) == ()


def test_what_never_entered_into_force_is_credited_by_nobody_but_a_person():
    assert to_credit(replace(account(), span=NEVER)) == ()


def test_the_rest_of_an_invoice_is_never_below_zero():
    assert rest(Decimal("595.32"), [Decimal("297.66")]) == Decimal("297.66")
    assert rest(Decimal("605.27"), [Decimal("605.28")]) == Decimal("0.00")


@pytest.mark.parametrize(("months", "codes"), [(3, []), (4, ["credit_too_large"])])
def test_a_credit_note_gives_back_no_more_than_the_rest(months, codes):
    invoice = document(SEMESTER, kind="invoice")
    before = document(replace(SEMESTER, quantity=Decimal(3)))
    credit = document(replace(SEMESTER, quantity=Decimal(months)))
    found = too_much(invoice, [before], credit)
    assert [one.code for one in found] == codes
    assert [one.params for one in found] == [{"rest": "297.66"}] * len(codes)


def test_another_rate_than_that_of_the_invoice_has_nothing_to_give_back():
    credit = document(replace(SEMESTER, quantity=Decimal(1), vat_rate=Decimal(6)))
    found = too_much(document(SEMESTER, kind="invoice"), [], credit)
    assert [one.code for one in found] == ["credit_too_large"]


def test_a_credit_note_of_nothing_is_none():
    found = too_much(document(SEMESTER), [], document(replace(SEMESTER, quantity=Decimal(0))))
    assert [one.code for one in found] == ["not_positive"]


def test_vat_rounded_in_six_parts_is_no_reason_to_refuse_the_last():
    invoice = document(replace(SEMESTER, unit_price=Decimal("83.37")), kind="invoice")
    month = document(replace(SEMESTER, quantity=Decimal(1), unit_price=Decimal("83.37")))
    assert month.gross * 6 > invoice.gross
    assert too_much(invoice, [month] * 5, month) == ()

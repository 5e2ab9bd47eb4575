"""The price on the page of a convention, what is to be billed for it, and its invoices."""

from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.credit import row_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from datetime import date
from decimal import Decimal
import pytest
import transaction


INDEXED = {
    "index_series": "health_index",
    "index_base_month": date(2024, 6, 1),
    "index_fixed_part": Decimal("0.1"),
    "index_moving_part": Decimal("0.9"),
}
PRICE = {
    "description": "Accès",
    "basis": "monthly",
    "amount": Decimal("82.00"),
    "vat_rate": Decimal(21),
    "vat_category": "S",
    "indexed": True,
}


def test_the_price_is_told_with_its_formula_and_its_warning(space, agree, commune):
    page = html(agree(commune, prices=[PRICE], **INDEXED), user="accountant")
    for said in (
        "82.00 €",
        "Each month",
        "first price × (0.1 + 0.9 × index / index of June 2024)",
        "More than 0.8 of the price follows the index",
        "Union",
        "Within 30 days",
    ):
        assert said in page, said


def test_tiers_and_a_reduction_are_told(space, agree, cpas):
    tier = {**PRICE, "basis": "per_participant", "from_count": 2, "indexed": False}
    once = {**PRICE, "description": "Fee", "basis": "one_off", "day": date(2026, 3, 1)}
    convention = agree(
        cpas,
        prices=[tier, once],
        participants=3,
        reduction_percent=Decimal(50),
        reduction_condition="commune_in_force",
    )
    page = html(convention, user="accountant")
    for said in (
        "For each participant, from 2 on",
        "Once, on 1 March 2026",
        "50 %: While the commune",
    ):
        assert said in page, said


@pytest.mark.parametrize(("user", "told"), [("accountant", True), ("author", False)])
def test_what_is_to_be_billed_is_for_who_sees_the_billing(space, agree, commune, user, told):
    page = html(agree(commune), user=user)
    assert ("To be billed:" in page) == told
    assert "82.00 €" in page


@pytest.mark.parametrize("values", [{"monetary": False}, {"free_of_charge": True}])
def test_what_costs_nothing_has_no_invoice(space, agree, commune, values):
    page = html(agree(commune, prices=[], issuer=None, **values), user="accountant")
    assert "Add an invoice" not in page and 'id="cv-price"' not in page


def test_its_invoices_stand_with_number_state_and_what_is_open(
    space, convention, draft, log_in, axe, viewport, fits
):
    issue(draft(convention), today())
    draft(convention, title="Next one")
    transaction.commit()
    page = log_in("accountant")
    page.goto(convention.absolute_url())
    axe(page)
    fits(page)
    rows = page.locator("section[aria-labelledby=cv-invoices] tbody tr").all_inner_texts()
    assert "Next one" in rows[0] and "Draft" in rows[0]
    assert f"{today().year}-0001" in rows[1] and "To be paid" in rows[1]
    total = page.locator("section[aria-labelledby=cv-invoices] tfoot").inner_text()
    assert "595.32" in total


def test_what_was_credited_is_deducted(space, issued, convention):
    (line,) = issued_of(issued).document.lines
    issue(draft_credit_note(issued, [{**row_of(line), "quantity": Decimal(2)}]), today())
    found, _page = view(convention, user="accountant")
    assert found.invoiced == "396.88\u00a0€"
    assert [one.gross for one in found.invoices] == [Decimal("-198.44"), Decimal("595.32")]

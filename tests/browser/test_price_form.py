"""The price in the form of a convention: what cannot be is named beside what it concerns."""

from browser.test_forms import add_row
from browser.test_forms import problems_of
from browser.test_forms import save
from decimal import Decimal
from factories import make_convention
from factories import make_partner
from plone import api
import pytest
import transaction


@pytest.fixture
def convention(functional, people):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(portal, title) for title in ("Union", "Hauteville")]
        made = make_convention(portal, partners)
    transaction.commit()
    return made


def test_a_price_that_cannot_be_is_named_and_mended(convention, log_in, axe):
    page = log_in("author")
    page.goto(f"{convention.absolute_url()}/edit")
    price = {"description": "Access", "basis": "Each month", "amount": "82.005"}
    place = add_row(page, "prices", **price)
    page.fill("#form-widgets-reduction_percent", "50")
    page.select_option("#form-widgets-index_series", "health_index")
    page.fill("#form-widgets-index_fixed_part", "0.5")
    page.fill("#form-widgets-index_base_month", "2025-12-02")
    save(page)
    assert problems_of(page) == [
        "Price 1, Price (EUR) This has too many decimals. Please round it.",
        "The reduction holds This is missing. Please fill it in.",
        "Month of the first index Please enter the first day of the month.",
        "Part that follows the index (b) The two parts of the price make 1.5 together. "
        "They must make 1.",
    ]
    axe(page)
    transaction.begin()
    assert convention.prices == [] and convention.reduction_percent is None
    page.fill(f"#form-widgets-prices-{place}-amount", "82")
    page.select_option("#form-widgets-reduction_condition", "always")
    page.fill("#form-widgets-index_base_month", "2025-12-01")
    page.fill("#form-widgets-index_moving_part", "0.5")
    save(page)
    transaction.begin()
    assert [row["amount"] for row in convention.prices] == [Decimal(82)]
    assert convention.index_moving_part == Decimal("0.5")


def test_what_is_free_has_no_price(convention, log_in):
    page = log_in("author")
    page.goto(f"{convention.absolute_url()}/edit")
    add_row(page, "prices", description="Access", basis="Each month", amount="82")
    page.get_by_label("Free of charge").check()
    save(page)
    assert problems_of(page) == [
        "Prices What is free of charge has no price. Please remove one or the other."
    ]

"""A partner's identity as it stands on paper: address and numbers the way people write them."""

from collections.abc import Callable
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.terms.identifiers import format_enterprise_number
from collective.conventions.terms.identifiers import format_iban
from collective.conventions.terms.identifiers import InvalidIdentifier
from typing import Any


def address(page: Page, partner: Any) -> list[str]:
    """The lines of the address; the country only where it is abroad."""
    town = " ".join(part for part in (partner.postal_code, partner.city) if part)
    abroad = partner.country not in (None, "BE", "OTHER")
    country = page.choice(vocabularies.COUNTRIES, partner.country) if abroad else ""
    return [line for line in (partner.street, town, country) if line]


def enterprise_number(partner: Any) -> str:
    """As in 0403.019.261."""
    return _written(format_enterprise_number, partner.enterprise_number)


def vat_number(partner: Any) -> str:
    """As in BE 0403.019.261."""
    number = partner.vat_number or ""
    if number.startswith("BE"):
        return f"BE {_written(format_enterprise_number, number)}"
    return str(number)


def iban(partner: Any) -> str:
    """In groups of four."""
    return _written(format_iban, partner.iban)


def _written(write: Callable[[str], str], number: str | None) -> str:
    try:
        return write(number) if number else ""
    except InvalidIdentifier:
        return str(number)

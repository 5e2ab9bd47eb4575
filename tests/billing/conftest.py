"""The union that invoices, a commune and its CPAS, and their access conventions (C11, C12)."""

from datetime import date
from decimal import Decimal
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


TODAY = date(2026, 1, 15)
MONTHLY = {
    "description": "Accès aux services",
    "basis": "monthly",
    "amount": Decimal("82.00"),
    "vat_rate": Decimal(21),
    "vat_category": "S",
}
ADDRESS = {"postal_code": "5000", "city": "Namur", "street": "Rue de l’Étoile 14", "country": "BE"}
UNION = {
    **ADDRESS,
    "entity_kind": "association",
    "enterprise_number": "0451461655",
    "vat_number": "BE0451461655",
    "iban": "BE09091011584657",
    "email": "info@union.example.be",
}
COMMUNE = {**ADDRESS, "entity_kind": "commune", "enterprise_number": "0207362838"}
CPAS = {**ADDRESS, "entity_kind": "cpas", "enterprise_number": "0212227882"}


@pytest.fixture
def portal(functional):
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    return functional["portal"]


@pytest.fixture
def union(portal):
    return make_partner(portal, "Union", **UNION)


@pytest.fixture
def commune(portal):
    return make_partner(portal, "Hauteville", **COMMUNE)


@pytest.fixture
def cpas(portal, commune):
    return make_partner(portal, "CPAS de Hauteville", commune=commune.UID(), **CPAS)


@pytest.fixture
def agree(portal, union):
    """Make an access convention between the union and another, signed on 1 July 2024."""

    def make(other, state="signed", **values):
        given = {
            "kind": "access",
            "issuer": union.UID(),
            "prices": [MONTHLY],
            "buyer_reference": "PO-7",
            "reference": "ACC-1",
            **values,
        }
        made = make_convention(portal, [union, other], state, **given)
        transaction.commit()
        return made

    return make


@pytest.fixture
def draft(union, commune):
    """Make a draft invoice in a convention."""

    def make(convention, title="Access", **values):
        line = {
            "description": "Accès",
            "quantity": Decimal(6),
            "unit_price": Decimal("82.00"),
            "vat_rate": Decimal(21),
        }
        given = {"lines": [line], "buyer_reference": "PO-7", **values}
        made = make_invoice(convention, [union, commune], title, **given)
        transaction.commit()
        return made

    return make

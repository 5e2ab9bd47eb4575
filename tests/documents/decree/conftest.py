"""A space with a commune that decides about a convention, as its manager."""

from datetime import date
from factories import make_annex
from factories import make_convention
from factories import make_partner
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


@pytest.fixture
def portal(integration):
    """Roles that are only adopted would not count in a search of the catalog."""
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def as_roles(portal):
    """Go on with these roles only."""
    return lambda *roles: setRoles(portal, TEST_USER_ID, list(roles))


@pytest.fixture
def city(portal):
    return make_partner(portal, "Ville de Belval", postal_code="1000", nis_code="21004")


@pytest.fixture
def service(portal):
    return make_partner(portal, "Service public des outils", entity_kind="federal")


@pytest.fixture
def draft_values(city, service):
    """What a convention needs before the Council decides."""
    return {
        "title": "Plateforme d'idées",
        "kind": "collaboration",
        "subject_matter": "Ouvrir aux habitants une plateforme où proposer des idées.",
        "council_date": None,
        "council_number": None,
        "college_date": date(2020, 3, 19),
        "college_number": "44",
        "council_sitting": date(2020, 10, 19),
        "folder_reference": "2367107",
        "agenda_number": "123",
        "monetary": False,
        "free_of_charge": True,
        "replaced_arrangement": "la plateforme louée en 2017",
        "duration_unit": "unlimited",
        "signatories": [
            {"partner": city.UID(), "name": "Anne Exemple", "capacity": "Échevine"},
            {"partner": service.UID(), "name": "Bert Voorbeeld", "capacity": "Directeur"},
        ],
    }


@pytest.fixture
def convention(portal, city, service, draft_values):
    made = make_convention(portal, [city, service], **draft_values)
    make_annex(made, "Convention en néerlandais", annex_kind="text", language="nl", number="1")
    make_annex(made, "Analyse des risques", "secretariat", data=b"Secret words", number="2")
    make_annex(made, "Letter of May", annex_kind="letter", number="3")
    return made

"""A draft convention with its decree, as it waits for the Council."""

from collective.conventions.documents.decree.keeping import redraft
from datetime import date
from factories import make_annex
from factories import make_convention
from factories import make_partner
from factories import TODAY
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


VALUES = {
    "title": "Plateforme d'idées",
    "subject_matter": "Ouvrir une plateforme aux habitants.",
    "reference": "CONV/2026/7",
    "council_date": None,
    "council_number": None,
    "college_date": date(2025, 11, 3),
    "council_sitting": date(2025, 12, 15),
    "free_of_charge": True,
}


def waiting(portal):
    """A convention with a decree and annexes, one of them closed."""
    city = make_partner(portal, "Ville de Belval", postal_code="5000")
    other = make_partner(portal, "Service des outils", entity_kind="federal")
    made = make_convention(portal, [city, other], **VALUES)
    make_annex(made, "Planning", data=b"Weeks", number="1")
    make_annex(made, "Analyse des risques", "secretariat", data=b"Hidden words", number="2")
    make_annex(made, "Letter of May", annex_kind="letter")
    redraft(made, "fr", TODAY)
    return made


@pytest.fixture
def portal(integration):
    """Roles that are only adopted would not count in a search of the catalog."""
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def convention(portal):
    return waiting(portal)

"""A small space to be searched: two partners, four conventions in different states."""

from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


def partner(portal, name, **values):
    return api.content.create(portal.partners, "Partner", id=name, **values)


def convention(portal, name, parties, signed=None, **values):
    """A convention between ``parties``; with ``signed`` it goes all the way to signed."""
    one, other = (party.UID() for party in parties)
    made = api.content.create(
        portal.conventions,
        "Convention",
        id=name,
        parties=[{"partner": one, "role": "provider"}, {"partner": other, "role": "user"}],
        signatories=[
            {"partner": uid, "name": "A. Person", "capacity": "Mayor", "date_signed": signed}
            for uid in (one, other)
        ],
        subject_matter=values.pop("subject_matter", "Something"),
        council_date=signed,
        council_number="7",
        **values,
    )
    if signed:
        for step in ("approve", "sign"):
            api.content.transition(made, step)
    return made


@pytest.fixture
def portal(integration):
    """The space, as its manager."""
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def partners(portal):
    return (
        partner(portal, "uvcw", title="UVCW", entity_kind="association", city="Namur"),
        partner(
            portal,
            "gembloux",
            title="Commune de Gembloux",
            entity_kind="commune",
            city="Gembloux",
            enterprise_number="0207354920",
        ),
    )


@pytest.fixture
def space(portal, partners):
    """Four conventions: a draft, one without end, one that ended, one that runs to 2027."""
    convention(portal, "draft", partners, title="Brouillon", kind="subsidy")
    convention(
        portal,
        "endless",
        partners,
        title="Accès au serveur",
        kind="access",
        reference="2024-017",
        signed=date(2024, 1, 1),
    )
    convention(
        portal,
        "ended",
        partners,
        title="Zone pilote",
        kind="access",
        signed=date(2022, 1, 1),
        duration_unit="until_date",
        end_date=date(2022, 12, 31),
    )
    convention(
        portal,
        "running",
        partners[::-1],
        title="Mise à disposition",
        kind="provision",
        signed=date(2024, 6, 1),
        duration_unit="until_date",
        end_date=date(2027, 5, 31),
    )
    return portal

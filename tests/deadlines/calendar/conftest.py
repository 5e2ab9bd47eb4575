"""A space with two conventions of different parties, and people of each."""

from collective.conventions.access.groups import partner_group
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import vobject


#: A year from the last signature on, renewed by itself, one month's notice.
RENEWED = {
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 60,
    "notice_count": 1,
    "notice_unit": "months",
}


@pytest.fixture
def portal(integration):
    """The space, as its manager."""
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def partners(portal):
    return [make_partner(portal, title) for title in ("City", "Centre", "Stranger")]


@pytest.fixture
def convention(portal, partners):
    """In force from 1 August 2024 on; its next renewal is on 1 August 2027."""
    return make_convention(portal, partners[:2], "signed", title="Orchard", **RENEWED)


@pytest.fixture
def other(portal, partners):
    """The same between others."""
    return make_convention(portal, partners[1:], "signed", title="Quarry", **RENEWED)


@pytest.fixture
def people(portal, partners):
    """A reader, a contact of the first partner, and somebody without a group, by their ids."""
    groups = {"reader": "convention_readers", "contact": partner_group(partners[0].UID())}
    for name in ("reader", "contact", "member"):
        api.user.create(email=f"{name}@example.be", username=name)
        if name in groups:
            api.group.add_user(groupname=groups[name], username=name)


@pytest.fixture
def parsed():
    """Read a calendar with a library that did not write it."""

    def parsed(text):
        return vobject.readOne(text.decode("utf-8"))

    return parsed

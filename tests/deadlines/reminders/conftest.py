"""A space with an agreement, its people, and a mail server that only takes notes."""

from collective.conventions.deadlines.reminders.settings import ADDRESS
from datetime import date
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from mails import caught
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


#: In these tests a run takes place on this day, whatever the clock says.
TODAY = date(2026, 1, 15)


@pytest.fixture
def post(monkeypatch):
    return caught(monkeypatch)


@pytest.fixture
def portal(functional, post):
    """Runs commit, so each test has a database of its own."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    portal.title = "Bruxelles"
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    api.portal.set_registry_record("plone.email_from_name", "Conventions, Ville")
    api.portal.set_registry_record(ADDRESS, "https://conventions.example.be/bxl")
    api.portal.set_registry_record("plone.available_languages", ["fr", "nl", "de", "en"])
    api.portal.set_registry_record("plone.default_language", "fr")
    transaction.commit()
    return portal


@pytest.fixture
def people(portal):
    """Make a member of these groups; returns his id."""

    def make(name, *groups, **properties):
        properties = {"fullname": f"{name.title()} Person", **properties}
        api.user.create(email=f"{name}@example.be", username=name, properties=properties)
        for group in groups:
            api.group.add_user(groupname=group, username=name)
        transaction.commit()
        return name

    return make


@pytest.fixture
def partners(portal):
    return [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]


@pytest.fixture
def agree(portal, partners):
    """Make a signed convention with a commitment due so many days after ``TODAY``."""

    def make(days=10, title="Agreement", state="signed", **values):
        commitment = {
            "partner": partners[0].UID(),
            "description": f"The report of {title}",
            "due": TODAY + timedelta(days=days),
        }
        values = {"commitments": [commitment], **values}
        made = make_convention(portal, partners, state, title=title, **values)
        transaction.commit()
        return made

    return make

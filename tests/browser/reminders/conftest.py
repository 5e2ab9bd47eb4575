"""A space whose people are to be reminded of a commitment."""

from collective.conventions.clock import today
from collective.conventions.deadlines.reminders.settings import ADDRESS
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.MailHost.MailHost import MailBase
import pytest
import transaction


class Place:
    """The site with a convention, and the mails that have gone out."""

    def __init__(self, portal, convention):
        self.portal = portal
        self.convention = convention
        self.url = f"{portal.absolute_url()}/@@reminders"
        self.mails = []


@pytest.fixture
def place(functional, people, monkeypatch):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    api.portal.set_registry_record(ADDRESS, "https://conventions.example.be/bxl")
    api.user.get(username="secretary").setMemberProperties({"fullname": "Sara Secretary"})
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]
    due = {
        "partner": partners[0].UID(),
        "description": "The yearly report",
        "due": today() + timedelta(days=10),
    }
    convention = make_convention(
        portal, partners, "signed", title="Orchard <of> the town", commitments=[due]
    )
    transaction.commit()
    made = Place(portal, convention)
    monkeypatch.setattr(
        MailBase, "_send", lambda host, sender, to, message, *more: made.mails.append(message)
    )
    return made

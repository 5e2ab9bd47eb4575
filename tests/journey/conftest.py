"""A space as the server makes it, and the people who work there. The rest is done by hand."""

from browsing import PASSWORD
from browsing import sign_in
from collective.conventions.access.groups import partner_group
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from journey.desk import Desk
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from typing import Any
import pytest
import transaction


SPACE = "cpas-de-hauteville"

#: Login name → (full name, groups). In a small CPAS one person writes, decides and signs.
PEOPLE = {
    "liliane": (
        "Liliane Pochette",
        ("convention_authors", "council_secretaries", "signature_officers"),
    ),
    "aurore": ("Aurore Ghislenne", ("convention_authors",)),
    "bernard": ("Bernard Tilquain", ("council_secretaries",)),
    "carine": ("Carine Dufays", ("signature_officers",)),
    "sylvain": ("Sylvain Harmel", ()),
    "passerby": ("Thibaut Lenglois", ()),
}


@dataclass(frozen=True)
class Space:
    """The space of the CPAS: where it is, and who belongs to a partner."""

    app: Any
    url: str

    def add_to_partner(self, name, title):
        """Make a member one of the people of the partner called ``title``."""
        transaction.begin()
        with entered(self.app, SPACE), api.env.adopt_roles(["Manager"]):
            (found,) = api.content.find(portal_type="Partner", Title=title)
            api.group.add_user(groupname=partner_group(found.UID), username=name)
        transaction.commit()


@pytest.fixture
def space(functional):
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, SPACE, "CPAS de Hauteville")
    with entered(app, SPACE), api.env.adopt_roles(["Manager"]):
        for name, (full_name, groups) in PEOPLE.items():
            api.user.create(
                email=f"{name}@example.org",
                username=name,
                password=PASSWORD,
                properties={"fullname": full_name},
            )
            for group in groups:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Space(app, f"http://{functional['host']}:{functional['port']}/{SPACE}")


@pytest.fixture
def seat(space, new_page, axe):
    """Seat a member at a desk of his own, logged in; at the width of the test or at another."""

    def seat(name, *viewport):
        page = new_page(*viewport, locale="fr-BE")
        sign_in(page, space.url, name)
        desk = Desk(page, space.url, axe)
        desk.look()
        return desk

    return seat

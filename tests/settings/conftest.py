"""A space with its manager and others who would like to change what they may not."""

from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import set_contact
from factories import make_operator
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import requests
import transaction


PASSWORD = "a password of tests"
DESK = Contact("Maintenance desk", "081 24 06 11", "desk@example.be")


class Space:
    """The site over HTTP."""

    def __init__(self, portal):
        self.portal = portal
        self.url = portal.absolute_url()

    def ask(self, name, method, path, **options):
        headers = {"Accept": "application/json", **options.pop("headers", {})}
        return requests.request(
            method,
            f"{self.url}/{path}",
            auth=(name, PASSWORD) if name else None,
            headers=headers,
            allow_redirects=False,
            timeout=60,
            **options,
        )


@pytest.fixture
def space(functional):
    """The space; ``local-manager`` has the role of a Manager in this site only."""
    app, portal = functional["app"], functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name, group in (
            ("space-manager", "space_managers"),
            ("secretary", "council_secretaries"),
            ("local-manager", None),
        ):
            api.user.create(email=f"{name}@example.be", username=name, password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
        api.user.grant_roles(username="local-manager", roles=["Manager"])
    login(app, SITE_OWNER_NAME)
    make_operator(app, "olga", PASSWORD)
    set_contact(app, DESK)
    transaction.commit()
    return Space(portal)

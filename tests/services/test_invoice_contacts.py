"""The people of a party see the agreement and nothing of its invoices."""

from collective.conventions.access.groups import partner_group
from plone import api
from services.billed import issued
from services.conftest import Client
from services.conftest import PASSWORD
import pytest
import transaction


@pytest.fixture
def contact(billed, space):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="contact@example.be", username="contact", password=PASSWORD)
        api.group.add_user(groupname=partner_group(billed.commune.UID()), username="contact")
    transaction.commit()
    return Client(space.url, "contact")


def test_a_contact_of_a_party_gets_nothing_of_an_invoice(billed, finance, contact):
    url = issued(finance, billed.draft())
    assert contact.get(billed.convention.absolute_url()).status_code == 200
    for path in ("", "/@document", "/@document/xml", "/@document/pdf", "/@payments"):
        assert finance.get(f"{url}{path}").status_code == 200, path
        assert contact.get(f"{url}{path}").status_code == 401, path
    for name in ("document.xml", "document.pdf", "view"):
        page = {"headers": {"Accept": "text/html"}, "allow_redirects": False}
        assert finance.get(f"{url}/@@{name}", **page).status_code == 200, name
        answer = contact.get(f"{url}/@@{name}", **page)
        assert answer.status_code in (302, 401, 403), name
    query = "@search?portal_type=Invoice"
    assert finance.get(query).json()["items_total"] == 1
    assert contact.get(query).json()["items_total"] == 0
    shown = contact.get(billed.convention.absolute_url()).text
    assert url not in shown and "595.32" not in shown

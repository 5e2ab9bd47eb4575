"""People who look at the pages.

A test makes its content in the portal, commits, lets somebody of ``PEOPLE`` log in and looks::

    def test_something(functional, people, log_in, axe):
        page = log_in("secretary")
        page.goto(functional["portal"].absolute_url() + "/conventions")
        axe(page)
"""

from browsing import PASSWORD
from browsing import sign_in
from plone import api
import pytest
import transaction


#: A member of each group of a space, by login name.
PEOPLE = {
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "accountant": "finance_officers",
    "reader": "convention_readers",
    "space-manager": "space_managers",
}


@pytest.fixture
def people(functional):
    """The members of ``PEOPLE``, ready to log in."""
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(email=f"{name}@example.org", username=name, password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return PEOPLE


@pytest.fixture
def log_in(functional, new_page):
    """Log a member in through the login form; returns the page."""

    def log_in(name, password=PASSWORD, **options):
        page = new_page(**options)
        sign_in(page, functional["portal"].absolute_url(), name, password)
        return page

    return log_in

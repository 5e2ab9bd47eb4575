"""A space that invoices, and its people."""

from billing.conftest import agree
from billing.conftest import commune
from billing.conftest import cpas
from billing.conftest import draft
from billing.conftest import portal
from billing.conftest import union
from browsing import PASSWORD
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from datetime import timedelta
import pytest
import re
import requests
import transaction


TOKEN = re.compile(r'name="_authenticator"[^>]*value="(\w+)"')
__all__ = ["agree", "commune", "cpas", "draft", "portal", "union"]


@pytest.fixture
def accountant(portal, people, log_in):
    """A finance officer who has logged in, before the page."""
    return log_in("accountant")


@pytest.fixture
def space(portal, people):
    return portal


@pytest.fixture
def convention(space, agree, commune):
    return agree(commune)


@pytest.fixture
def issued(convention, draft):
    """An invoice of 595.32 euro, issued today."""
    invoice = draft(convention)
    issue(invoice, today())
    transaction.commit()
    return invoice


@pytest.fixture
def late(convention, draft):
    """An invoice of 595.32 euro that was to be paid twenty days ago."""
    invoice = draft(convention)
    issue(invoice, today() - timedelta(days=50))
    transaction.commit()
    return invoice


@pytest.fixture
def fits(viewport):
    """Hold that a page is no wider than the screen."""

    def fits(page):
        assert page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]

    return fits


class Client:
    """Somebody who sends forms without a browser, and the token that a page would hold."""

    def __init__(self, url, name):
        self.url, self.session = url, requests.Session()
        self.session.auth = (name, PASSWORD)

    def get(self, path, **options):
        return self.session.get(f"{self.url}/{path}", allow_redirects=False, **options)

    def post(self, path, data, token=True, **options):
        sent = dict(data)
        if token:
            found = re.search(
                r'name="_authenticator" value="(\w+)"', self.get("@@billing-run").text
            )
            sent["_authenticator"] = found[1] if found else ""
        return self.session.post(f"{self.url}/{path}", data=sent, allow_redirects=False, **options)


@pytest.fixture
def client(space):
    return lambda name: Client(space.absolute_url(), name)

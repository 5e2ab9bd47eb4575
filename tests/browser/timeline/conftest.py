"""The people and the convention of the pages' tests."""

from browser.examples import signed
from browser.pages.conftest import centre
from browser.pages.conftest import contact
from browser.pages.conftest import draft
from browser.pages.conftest import portal
from browser.pages.conftest import town
from collective.conventions.clock import today
from datetime import timedelta
import pytest


__all__ = ["centre", "contact", "draft", "portal", "town"]

C13 = {
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 48,
    "notice_count": 1,
    "notice_unit": "months",
    "notice_basis": "sending",
    "commitments": [],
    "clauses": [{"topic": "renewal", "clause": "art. 8"}],
}


@pytest.fixture
def renewed(draft):
    """Signed half a year ago, renewed by itself."""
    long_ago = today() - timedelta(days=400)
    for name, value in {**C13, "college_date": long_ago, "council_date": long_ago}.items():
        setattr(draft, name, value)
    return signed(draft, today() - timedelta(days=180))

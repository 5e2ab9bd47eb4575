"""What other systems got wrong, tried on real conventions of a real site."""

from browsing import PASSWORD
from collective.conventions.clock import today
from collective.conventions.deadlines.keys import Key
from collective.conventions.deadlines.timelines import timeline_of
from datetime import date
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import requests
import transaction


YEARLY = {
    "start_rule": "fixed_date",
    "start_date": date(2024, 4, 1),
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 120,
    "notice_count": 1,
    "notice_unit": "months",
}
NOT_RENEWED = {
    "renewal": "none",
    "renewal_months": None,
    "renewal_cap_months": None,
    "notice_count": None,
}
OF_SPACE = ("", "@@deadlines", "@@deadlines-year", "@@reminders", "@@reminders?part=sent")
OF_CONVENTION = ("", "/@@what-if", "/@@termination", "/@@journal")
SERVICES = ("@deadlines", "@reminders")
SERVICES_OF_CONVENTION = ("", "/@timeline", "/@notices", "/@reminders", "/@workflow")


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.user.create(email="m@example.be", username="manager", password=PASSWORD)
    api.group.add_user(groupname="space_managers", username="manager")
    return portal


@pytest.fixture
def agree(portal):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]

    def make(**values):
        return make_convention(portal, partners, "signed", **values)

    return make


@pytest.fixture
def settled(portal):
    """Plone itself writes what its portlets lack with the first page that anybody opens."""

    def settle():
        transaction.commit()
        answer = requests.get(f"{portal.absolute_url()}/@@members", auth=("manager", PASSWORD))
        assert answer.status_code == 200
        transaction.begin()

    return settle


def days(convention, what, day):
    return [fact.day for fact in timeline_of(convention, day) if fact.what == what]


def indexed(convention, what):
    catalog = api.portal.get_tool("portal_catalog")
    (record,) = catalog(UID=convention.UID())
    keys = map(Key.read, catalog.getIndexDataForRID(record.getRID())["deadlines"])
    return sorted(key.day for key in keys if key.what == what)


def test_month_ends_are_not_chained(agree):
    values = {"start_date": date(2024, 1, 31), "duration_unit": "months", "renewal_months": 1}
    monthly = agree(**{**YEARLY, **values, "renewal_cap_months": 6, "notice_count": None})
    expected = [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)]
    assert days(monthly, "renews", date(2024, 1, 1))[:4] == expected
    assert indexed(monthly, "renews")[:4] == expected


def test_the_notice_follows_the_renewals(agree):
    convention = agree(**YEARLY)
    assert date(2027, 2, 28) in days(convention, "notice_by", date(2026, 6, 1))
    assert indexed(convention, "notice_by")[:3] == [
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
    ]


def test_an_inclusive_end_is_the_eve(agree):
    convention = agree(**{**YEARLY, **NOT_RENEWED})
    assert indexed(convention, "ends") == [date(2025, 3, 31)]


def test_29_february(agree):
    leap = {"start_date": date(2024, 2, 29), "renewal_cap_months": 60}
    convention = agree(**{**YEARLY, **leap})
    assert indexed(convention, "renews") == [
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]
    assert indexed(convention, "ends") == [date(2029, 2, 27)]


def test_a_cap_counts_from_the_start(agree):
    convention = agree(**{**YEARLY, "renewal_cap_months": 48})
    assert indexed(convention, "ends") == [date(2028, 3, 31)]


def test_reading_changes_nothing(portal, agree, settled):
    """Neither a state nor a single record of the database, although the end has long passed."""
    convention = agree(**{**YEARLY, **NOT_RENEWED})
    settled()
    assert days(convention, "ends", today())[0] < today() - timedelta(days=365)
    site, url = portal.absolute_url(), convention.absolute_url()
    pages = [*(f"{site}/{one}" for one in OF_SPACE), *(url + one for one in OF_CONVENTION)]
    services = [
        *(f"{site}/{one}" for one in SERVICES),
        *(url + one for one in SERVICES_OF_CONVENTION),
    ]
    database, auth = portal._p_jar.db(), ("manager", PASSWORD)
    before = database.lastTransaction()
    for kind, addresses in (("text/html", pages), ("application/json", services)):
        for address in addresses:
            headers = {"Accept": kind}
            answer = requests.get(address, auth=auth, headers=headers, allow_redirects=False)
            # A page that had written would lead to the question whether that was meant.
            assert answer.status_code == 200, (address, answer.status_code)
            assert database.lastTransaction() == before, address
    transaction.begin()
    assert api.content.get_state(convention) == "signed"


@pytest.mark.parametrize("name", ["view", "what-if", "termination"])
def test_a_page_of_a_convention_touches_nothing(portal, agree, settled, name):
    """Plone takes back what a page writes; here nothing is written that it would take back."""
    convention = agree(**YEARLY)
    settled()
    _assert_touches_nothing(convention, name)


@pytest.mark.parametrize("name", ["deadlines", "reminders", "space"])
def test_a_page_of_the_space_touches_nothing(portal, agree, settled, name):
    agree(**YEARLY)
    settled()
    _assert_touches_nothing(portal, name)


def _assert_touches_nothing(context, name):
    with api.env.adopt_user(username="manager"):
        api.content.get_view(name, context, context.REQUEST)()
    assert context._p_jar._registered_objects == []

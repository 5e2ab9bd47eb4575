"""GET @deadlines: the list of the page, for a client."""

from collective.conventions.access.groups import partner_group
from collective.conventions.clock import today
from datetime import timedelta
from factories import make_convention
from plone import api
from services.conftest import PASSWORD
import pytest
import transaction


@pytest.fixture
def owed(space):
    """Thirty reports that come, one that is late, and one of others."""
    with api.env.adopt_roles(["Manager"]):
        portal = space.portal
        partners = {one.UID(): one for one in portal.partners.objectValues()}
        city, region = partners[space.city], partners[space.region]
        row = {"partner": space.city, "description": "A report"}
        days = [today() + timedelta(days=days) for days in (-1, *range(30))]
        rows = [{**row, "due": day} for day in days]
        make_convention(
            portal,
            [city, region],
            "signed",
            title="Reports",
            commitments=rows,
            responsible=["council_secretaries"],
        )
        other = api.content.create(portal.partners, "Partner", title="Other", entity_kind="cpas")
        theirs = [{**rows[5], "partner": other.UID()}]
        make_convention(portal, [region, other], "signed", title="Others", commitments=theirs)
        api.user.create(email="c@example.be", username="contact", password=PASSWORD)
        api.group.add_user(groupname=partner_group(city.UID()), username="contact")
    transaction.commit()
    return space


def test_batches(owed, secretary):
    answer = secretary.get("@deadlines?b_size=20").json()
    assert (answer["items_total"], answer["overdue_total"], len(answer["items"])) == (32, 1, 20)
    first = answer["items"][0]
    assert first["overdue"] is True
    assert first["convention"]["title"] == "Reports"
    assert (first["fact"]["what"], first["fact"]["actor"]) == (
        "commitment_due",
        {"token": owed.city, "title": "City"},
    )
    assert first["fact"]["reason"] == "As agreed: A report"
    rest = secretary.get(answer["batching"]["next"]).json()
    assert len(rest["items"]) == 12
    assert "next" not in rest["batching"]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("overdue=1", 1),
        ("what=ends", 0),
        ("what=ends&what=commitment_due", 32),
        ("service=council_secretaries", 31),
        ("service=space_managers", 0),
        (f"from={today()}&until={today() + timedelta(days=2)}", 3),
        (f"from={today() - timedelta(days=1)}&until={today()}", 2),
        (f"from={today() + timedelta(days=40)}", 0),
    ],
)
def test_filters(owed, secretary, query, total):
    assert secretary.get(f"@deadlines?{query}").json()["items_total"] == total


def test_a_partner(owed, secretary):
    assert secretary.get(f"@deadlines?partner={owed.city}").json()["items_total"] == 31


@pytest.mark.parametrize("query", ["", "&service=space_managers", "&service=nobody"])
def test_a_contact_sees_his_own_and_learns_nothing_of_who_is_in_charge(owed, query):
    answer = owed.client("contact").get(f"@deadlines?b_size=100{query}")
    assert answer.json()["items_total"] == 31
    assert "Others" not in answer.text
    assert "council_secretaries" not in answer.text


def test_what_cannot_be_read_is_refused_all_at_once(owed, secretary):
    asked = (
        "what=castle&partner=x&service=y&from=soon&until=2900-01-01&overdue=2&b_start=-1&b_size=a"
    )
    answer = secretary.get(f"@deadlines?{asked}")
    assert answer.status_code == 400
    assert {one["field"]: one["code"] for one in answer.json()["errors"]} == {
        "what": "unknown_choice",
        "partner": "unknown_choice",
        "service": "unknown_choice",
        "from": "wrong_type",
        "until": "date_out_of_range",
        "overdue": "unknown_choice",
        "b_start": "negative",
        "b_size": "not_a_number",
    }
    backwards = secretary.get("@deadlines?from=2026-02-01&until=2026-01-01").json()
    assert [(one["field"], one["code"]) for one in backwards["errors"]] == [
        ("until", "end_before_start")
    ]


def test_strangers_get_nothing(owed):
    assert owed.client().get("@deadlines").status_code == 401

"""GET @conventions and @partners."""

from collective.conventions.clock import today
from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
import pytest
import requests
import transaction


@pytest.fixture
def portal(functional):
    """A space with two partners and thirty conventions, one of them signed."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    uvcw = api.content.create(
        portal.partners, "Partner", id="uvcw", title="UVCW", entity_kind="association"
    )
    cpas = api.content.create(
        portal.partners,
        "Partner",
        id="cpas",
        title="CPAS de Gembloux",
        entity_kind="cpas",
        city="Gembloux",
        enterprise_number="0207354920",
    )
    for number in range(30):
        made = api.content.create(
            portal.conventions,
            "Convention",
            id=f"c{number:02}",
            title=f"Convention {number:02}",
            kind="access" if number % 3 else "subsidy",
            subject_matter="Something",
            parties=[{"partner": p.UID(), "role": "partner"} for p in (uvcw, cpas)],
        )
    made.council_date, made.council_number = date(2024, 1, 1), "7"
    made.signatories = [
        {"partner": p.UID(), "name": "A", "capacity": "B", "date_signed": date(2024, 2, 1)}
        for p in (uvcw, cpas)
    ]
    for step in ("approve", "sign"):
        api.content.transition(made, step)
    transaction.commit()
    return portal


class Client:
    """Asks the space for JSON, as its manager unless ``auth`` is taken away."""

    auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def __init__(self, root):
        self.root = root

    def get(self, path):
        url = path if path.startswith("http") else f"{self.root}{path}"
        return requests.get(url, headers={"Accept": "application/json"}, auth=self.auth)


@pytest.fixture
def client(portal):
    return Client(portal.absolute_url())


@pytest.mark.parametrize("path", ["/@conventions", "/conventions/@conventions"])
def test_a_batch_of_conventions_with_its_facets(portal, client, path):
    answer = client.get(path).json()
    assert (answer["items_total"], len(answer["items"])) == (30, 25)
    assert answer["items"][0]["title"] == "Convention 00"
    assert answer["facets"]["state"] == [
        {"value": "draft", "title": "Draft", "count": 29},
        {"value": "signed", "title": "Signed", "count": 1},
    ]
    assert {one["title"]: one["count"] for one in answer["facets"]["partner"]} == {
        "UVCW": 30,
        "CPAS de Gembloux": 30,
    }
    here = f"{portal.absolute_url()}{path}"
    assert answer["batching"] == {
        "@id": here,
        "first": here,
        "last": f"{here}?b_start=25",
        "next": f"{here}?b_start=25",
    }
    rest = client.get(answer["batching"]["next"]).json()
    assert [one["title"] for one in rest["items"]] == [f"Convention {n}" for n in range(25, 30)]
    assert rest["batching"]["prev"] == here


def test_a_convention_as_the_answer_carries_it(portal, client):
    answer = client.get("/@conventions?state=signed&in_force_on=2030-01-01").json()
    (item,) = answer["items"]
    modified = item.pop("modified")
    uids = [portal.partners[name].UID() for name in ("uvcw", "cpas")]
    assert item == {
        "@id": portal.conventions["c29"].absolute_url(),
        "@type": "Convention",
        "UID": portal.conventions["c29"].UID(),
        "title": "Convention 29",
        "reference": "",
        "kind": "access",
        "review_state": "signed",
        "parties": [
            {"partner": uids[0], "title": "UVCW"},
            {"partner": uids[1], "title": "CPAS de Gembloux"},
        ],
        "force_start": "2024-02-01",
        "force_end": None,
        "endless": True,
    }
    assert modified.startswith(str(today().year))
    assert "batching" not in answer


def test_partners(portal, client):
    answer = client.get("/partners/@partners?text=gembl").json()
    assert answer["items"] == [
        {
            "@id": portal.partners.cpas.absolute_url(),
            "@type": "Partner",
            "UID": portal.partners.cpas.UID(),
            "title": "CPAS de Gembloux",
            "entity_kind": "cpas",
            "enterprise_number": "0207354920",
            "city": "Gembloux",
            "conventions_total": 30,
        }
    ]
    assert client.get("/@partners").json()["items_total"] == 2


def test_a_batch_is_never_too_large(portal, client):
    answer = client.get("/@conventions?b_size=100000").json()
    assert answer["@id"].endswith("?b_size=100")


def test_what_cannot_be_read_is_refused_all_at_once(portal, client):
    response = client.get(
        "/@conventions?state=lost&in_force_on=tomorrow&partner=nobody&b_start=-1&sort_on=colour"
    )
    assert response.status_code == 400
    errors = {one["field"]: one["code"] for one in response.json()["errors"]}
    assert errors == {
        "state": "unknown_choice",
        "in_force_on": "wrong_type",
        "partner": "unknown_choice",
        "b_start": "negative",
        "sort_on": "unknown_choice",
    }


def test_no_words_are_an_error(portal, client):
    texts = ["(", "*", "AND", "%00", '"', "a AND (b", "%E2%80%AE", "NOT x"]
    statuses = {text: client.get(f"/@conventions?text={text}").status_code for text in texts}
    assert statuses == dict.fromkeys(texts, 200)


def test_strangers_get_nothing(portal, client):
    client.auth = None
    for path in ("/@conventions", "/conventions/@conventions", "/@partners"):
        assert client.get(path).status_code == 401

"""GET: what is told, to whom, and at what cost."""

from collective.conventions.interfaces import IConventionsLayer
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import journals
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.restapi.interfaces import ISerializeToJson
from Products.ZCatalog.Catalog import Catalog
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import pytest
import transaction


def test_the_journal_of_a_convention(space, author):
    url = space.created("author")
    for number in range(3):
        author.patch(url, {"remarks": f"Remark {number}"})
    journal = author.get(f"{url}/@journal").json()
    assert (journal["verified"], journal["breaks"]) == (True, [])
    assert [entry["number"] for entry in journal["items"]] == [1, 2, 3, 4]
    assert journal["items"][-1]["before"] == {"remarks": "Remark 1"}
    assert journal["items"][-1]["after"] == {"remarks": "Remark 2"}
    part = author.get(f"{url}/@journal", params={"b_start": 1, "b_size": 2}).json()
    assert [entry["number"] for entry in part["items"]] == [2, 3]
    assert part["items_total"] == 4


def test_an_altered_journal_shows_where(space, author):
    url = space.created("author")
    author.patch(url, {"remarks": "One"})
    author.patch(url, {"remarks": "Two"})
    transaction.begin()
    journal = find(author.get(url).json()["UID"])
    journal.entries[2]["actor"] = "somebody else"
    transaction.commit()
    answer = author.get(f"{url}/@journal").json()
    assert answer["verified"] is False
    assert answer["breaks"] == [{"number": 2, "kind": "altered"}]


def test_a_lost_journal_is_no_error(space, author):
    url = space.created("author")
    uid = author.get(url).json()["UID"]
    transaction.begin()
    del journals()[uid]
    transaction.commit()
    answer = author.get(f"{url}/@journal").json()
    assert (answer["verified"], answer["items"]) == (False, [])


def test_batches_are_bounded(space, manager):
    url = space.created()
    for path in (f"{url}/@journal", "@journals", url):
        for b_size, b_start in (("-1", "0"), ("x", "0"), ("5", "-5"), ("1" * 30, "0")):
            answer = manager.get(path, params={"b_size": b_size, "b_start": b_start})
            assert answer.status_code == 400
        assert manager.get(path, params={"b_size": 10**8}).status_code == 200


def test_what_lies_in_a_folder(space, author):
    for number in range(4):
        space.created(title=f"Agreement {number}")
    part = author.get("conventions", params={"b_start": 1, "b_size": 2}).json()
    assert part["items_total"] == 4
    assert [item["title"] for item in part["items"]] == ["Agreement 1", "Agreement 2"]
    assert author.get("conventions", params={"b_size": 0}).json()["items"] == []
    assert "items" not in author.get("conventions", params={"include_items": 0}).json()
    assert author.get("partners").json()["items_total"] == 2


def test_the_journals_of_the_space(space, author, manager):
    gone, kept = space.created(title="Gone"), space.created(title="Kept")
    uid = author.get(gone).json()["UID"]
    assert author.delete(gone).status_code == 204
    listed = manager.get("@journals").json()
    assert [(item["title"], item["deleted"]) for item in listed["items"]] == [
        ("Gone", True),
        ("Kept", False),
    ]
    entries = manager.get(f"@journals/{uid}").json()["items"]
    assert [entry["action"] for entry in entries] == ["added", "deleted"]
    assert manager.get(f"@journals/{uid}/more").status_code == 404
    for path in ("@journals", f"@journals/{uid}"):
        assert author.get(path).status_code == 401
    assert space.client("reader").get(f"{kept}/@journal").status_code == 401


def contact_of(space, uid):
    """A client of one who belongs to a partner only."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="c@example.be", username="contact", password="Correct-horse-7")
        api.group.add_user(groupname=f"partner-{uid}", username="contact")
    transaction.commit()
    return space.client("contact")


def test_a_predecessor_is_named_to_who_may_see_it(space, secretary, signer):
    """A signature officer sees no drafts, and does not learn their titles elsewhere."""
    uid = secretary.get(space.created(title="Secret")).json()["UID"]
    url = space.created(**space.complete(), predecessor=uid)
    assert secretary.post(f"{url}/@workflow/approve", {}).status_code == 200
    assert secretary.get(url).json()["predecessor"] == {"token": uid, "title": "Secret"}
    read = signer.get(url)
    assert read.json()["predecessor"] == {"token": uid, "title": ""}
    assert "Secret" not in read.text


def test_the_people_of_a_partner_read_no_history(space, secretary):
    url = space.created(**space.complete())
    assert secretary.post(f"{url}/@workflow/approve", {}).status_code == 200
    contact = contact_of(space, space.city)
    assert contact.get(f"{url}/@workflow").json()["history"] == []
    for path in ("@journal", "@history"):
        assert contact.get(f"{url}/{path}").status_code == 401


def test_choices_of_partners(space, author):
    path = "@vocabularies/collective.conventions.Partners"
    assert [item["title"] for item in author.get(path).json()["items"]] == ["City", "Region"]
    found = author.get(path, params={"title": "reg"}).json()
    assert found["items"] == [{"token": space.region, "title": "Region"}]
    found = author.get(path, params={"token": space.city}).json()
    assert found["items"] == [{"token": space.city, "title": "City"}]
    several = author.get(path, params={"tokens": [space.city, space.region]}).json()
    assert several["items_total"] == 2
    for odd in ("( OR", "*", "not and", "%%%", '"'):
        assert author.get(path, params={"title": odd}).status_code == 200
    assert space.client().get(path).json().get("items_total", 0) == 0


def test_members_are_told_to_who_may_list_them(space, author):
    path = "@vocabularies/collective.conventions.Members"
    tokens = {item["token"] for item in author.get(path).json()["items"]}
    assert {"author", "convention_authors"} <= tokens
    contact = contact_of(space, space.city)
    assert contact.get(path).json()["items_total"] == 0


def test_who_is_responsible_may_edit(space, author, secretary):
    url = space.created(responsible=["reader"])
    assert secretary.get(url).json()["responsible"] == ["reader"]
    assert space.client("reader").patch(url, {"remarks": "Mine"}).status_code == 204


@pytest.mark.parametrize("portal_type", ["Convention", "Partner", "Invoice", "Annex"])
def test_a_type_is_described_without_its_thousand_partners(space, secretary, portal_type):
    described = secretary.get(f"conventions/@types/{portal_type}")
    assert described.status_code == 200
    assert space.city not in described.text
    properties = described.json()["properties"]
    if portal_type == "Convention":
        assert {"kind", "parties", "council_date", "contacts"} <= set(properties)
        partner = properties["parties"]["items"]["properties"]["partner"]
        assert partner["vocabulary"]["@id"].endswith("/collective.conventions.Partners")
        assert properties["kind"]["choices"][0] == ["access", "Access to a service"]


def test_a_reading_searches_the_catalog_no_more_with_more_rows(integration, monkeypatch):
    """One search for what lies in it, whatever the number of rows; names need none."""
    portal, request = integration["portal"], integration["request"]
    alsoProvides(request, IConventionsLayer)
    setRoles(portal, TEST_USER_ID, ["Manager"])
    searches = []
    search = Catalog.search
    monkeypatch.setattr(Catalog, "search", lambda *a, **k: searches.append(a) or search(*a, **k))

    def cost(number):
        partners = [make_partner(portal, f"P {n}") for n in range(number)]
        rows = [{"partner": p.UID(), "description": "D"} for p in partners]
        convention = make_convention(portal, partners, commitments=rows)
        del searches[:]
        getMultiAdapter((convention, request), ISerializeToJson)()
        return len(searches)

    assert cost(2) == cost(8) == 1

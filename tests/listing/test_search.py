"""What a question finds, in which order, and what else could be asked."""

from collective.conventions.listing import order
from collective.conventions.listing.conventions import CONVENTIONS
from collective.conventions.listing.reading import read
from collective.conventions.listing.search import Search
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


def search(**form):
    question, findings = read(CONVENTIONS, form)
    assert findings == ()
    return Search(CONVENTIONS, question)


def ids(**form):
    return [brain.getId for brain in search(**form).batch()]


def facet(name, **form):
    return {count.value: count.count for count in search(**form).facets()[name]}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({}, ["endless", "draft", "running", "ended"]),
        ({"state": "draft"}, ["draft"]),
        ({"state": ["draft", "signed"], "kind": "access"}, ["endless", "ended"]),
        ({"kind": ["subsidy", "provision"]}, ["draft", "running"]),
        ({"in_force_on": "2022-12-31"}, ["ended"]),
        ({"in_force_on": "2023-01-01"}, []),
        ({"in_force_on": "2024-06-01"}, ["endless", "running"]),
        ({"in_force_on": "2027-06-01"}, ["endless"]),
        ({"ending_before": "2022-12-31"}, []),
        ({"ending_before": "2023-01-01"}, ["ended"]),
        ({"ending_before": "2200-12-31"}, ["running", "ended"]),
        ({"text": "serv"}, ["endless"]),
        ({"text": "ACCES serveur"}, ["endless"]),
        ({"text": "2024-017"}, ["endless"]),
        ({"text": "gembl zone"}, ["ended"]),
        ({"text": "nothing like it"}, []),
        ({"text": "***"}, []),
    ],
)
def test_filters(space, form, expected):
    assert ids(**form) == expected


def test_a_partner_finds_its_conventions(space, partners):
    assert ids(partner=partners[0].UID()) == ["endless", "draft", "running", "ended"]


@pytest.mark.parametrize(
    ("sort_on", "expected"),
    [
        ("title", ["endless", "draft", "running", "ended"]),
        ("kind", ["endless", "ended", "running", "draft"]),
        ("state", ["draft", "endless", "running", "ended"]),
        ("start", ["ended", "endless", "running", "draft"]),
        ("end", ["ended", "running", "endless", "draft"]),
        ("modified", ["draft", "endless", "ended", "running"]),
    ],
)
def test_orders(space, sort_on, expected):
    catalog = api.portal.get_tool("portal_catalog")
    for age, name in enumerate(["running", "ended", "endless", "draft"]):
        content = space.conventions[name]
        content.setModificationDate(f"2024/01/{20 - age:02} 12:00:00 UTC")
        catalog.catalog_object(content, idxs=["modified"])
    assert ids(sort_on=sort_on) == expected
    # What the index does not know stays at the end; the rest is turned round.
    known = [name for name in expected if not (sort_on in ("start", "end") and name == "draft")]
    backwards = known[::-1] + [name for name in expected if name not in known]
    assert ids(sort_on=sort_on, sort_order="descending") == backwards


@pytest.mark.parametrize("index", sorted(set(CONVENTIONS.sorts.values())))
@pytest.mark.parametrize("descending", [False, True])
def test_few_and_many_are_put_in_the_same_order(space, index, descending, monkeypatch):
    found = search().found
    walked = order.arranged(found, index, descending, 4)
    monkeypatch.setattr(order, "WALKED", 0)
    assert order.arranged(found, index, descending, 4) == walked
    assert sorted(walked) == list(found)


@pytest.mark.parametrize("sort_on", list(CONVENTIONS.sorts))
@pytest.mark.parametrize("sort_order", ["ascending", "descending"])
def test_batches_tile(space, sort_on, sort_order):
    asked = {"sort_on": sort_on, "sort_order": sort_order}
    whole = ids(**asked)
    parts = [ids(b_size=1, b_start=start, **asked) for start in range(4)]
    assert [name for part in parts for name in part] == whole
    assert [b.getId for portion in search(**asked).portions(3) for b in portion] == whole
    assert ids(b_start=4, **asked) == []


def test_a_facet_counts_what_the_other_filters_leave(space, partners):
    assert facet("state") == {"draft": 1, "signed": 3}
    assert facet("kind") == {"access": 2, "provision": 1, "subsidy": 1}
    assert facet("state", state="draft") == {"draft": 1, "signed": 3}
    assert facet("kind", state="draft") == {"subsidy": 1}
    assert facet("kind", state="draft", kind="access") == {"subsidy": 1, "access": 0}
    assert facet("partner", text="zone") == {one.UID(): 1 for one in partners}


def test_the_most_frequent_partners_are_counted(space, partners):
    api.content.delete(space.conventions.draft)
    others = [
        api.content.create(space.partners, "Partner", title=f"P{n}", entity_kind="company")
        for n in range(12)
    ]
    for other in others:
        api.content.create(
            space.conventions,
            "Convention",
            title="One",
            kind="other",
            parties=[{"partner": uid.UID(), "role": "user"} for uid in (partners[0], other)],
        )
    found = facet("partner")
    assert len(found) == 10
    assert list(found.items())[:2] == [(partners[0].UID(), 15), (partners[1].UID(), 3)]
    # One that is asked for is there, however rare.
    assert set(facet("partner", partner=others[-1].UID())) >= {others[-1].UID()}


def test_nobody_counts_what_he_may_not_see(space, partners):
    setRoles(space, TEST_USER_ID, ["Signature Officer"])
    assert ids() == ["endless", "running", "ended"]
    assert facet("state") == {"signed": 3}
    assert facet("kind") == {"access": 2, "provision": 1}
    setRoles(space, TEST_USER_ID, [])
    assert (search().total, search().facets()["state"]) == (0, ())


def test_an_empty_space(portal):
    assert (ids(), facet("partner"), list(search().portions())) == ([], {}, [])


@given(
    st.text(max_size=30) | st.sampled_from(["(", "*", "AND", "NOT", '"', "a AND (", "?*", "ー*"])
)
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_is_an_error(space, text):
    assert search(text=text).total <= 4

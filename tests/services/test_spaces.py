"""The spaces of the server over REST: for operators, on the root."""

from collective.conventions.server.journal import history
from collective.conventions.server.provision import create_space
from collective.conventions.server.register import entry
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from factories import make_operator
from itertools import product
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import requests
import transaction


OPERATOR = ("rita", "a password of tests")
MEMBER = ("mia", "a password of mia")


@pytest.fixture
def server(functional):
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Commune de Namur", facts={"kind": "commune"})
    with entered(app, "namur"):
        api.user.create(email="m@example.be", username=MEMBER[0], password=MEMBER[1])
        api.group.add_user(groupname="space_managers", username=MEMBER[0])
    make_operator(app, *OPERATOR)
    transaction.commit()
    return app


def ask(server, method, path, auth=OPERATOR, **options):
    url = f"{server.absolute_url()}/{path}"
    headers = {"Accept": "application/json"}
    return requests.request(method, url, auth=auth, headers=headers, timeout=60, **options)


def faults(answer):
    return [(one["field"], one["code"]) for one in answer.json()["errors"]]


def test_a_space_is_made_found_and_changed(server):
    body = {
        "id": "cpas-namur",
        "title": "CPAS de Namur",
        "kind": "cpas",
        "nis_code": "92094",
        "commune": "namur",
        "language": "nl",
        "manager": {"name": "Noor Peeters", "email": "Noor@example.be"},
    }
    made = ask(server, "POST", "@spaces", json=body)
    assert made.status_code == 201, made.text
    assert made.headers["Location"] == made.json()["@id"]
    assert made.headers["Cache-Control"] == "no-store"
    link = made.json()["link"]
    assert link["login"] == "noor@example.be"
    assert link["address"].startswith(f"{server.absolute_url()}/cpas-namur/passwordreset/")
    assert 'password"' not in made.text
    one = ask(server, "GET", "@spaces/cpas-namur").json()
    assert "link" not in one
    assert (one["title"], one["commune"], one["state"]) == ("CPAS de Namur", "namur", "active")
    assert one["figures"]["members"] == 1
    assert one["figures"]["language"] == "nl"

    changed = ask(
        server, "PATCH", "@spaces/cpas-namur", json={"limit": 4 * 10**9, "reason": "Asked."}
    )
    assert changed.status_code == 204, changed.text
    transaction.begin()
    assert entry(server, "cpas-namur").limit == 4 * 10**9
    last = history(server)[-1]
    assert (last.actor, last.action, last.reason) == ("rita", "entry_changed", "Asked.")
    again = ask(server, "PATCH", "@spaces/cpas-namur", json={"limit": 4 * 10**9})
    assert again.status_code == 204
    transaction.begin()
    assert history(server)[-1] == last

    found = ask(server, "GET", "@spaces?kind=cpas").json()
    assert (found["items_total"], found["items"][0]["id"]) == (1, "cpas-namur")
    order = ask(server, "GET", "@spaces?sort_on=title&sort_order=descending").json()["items"]
    assert [one["id"] for one in order] == ["cpas-namur", "namur"]
    assert len(ask(server, "GET", "@spaces?b_size=1&b_start=1").json()["items"]) == 1


def test_nobody_else_gets_anything(server):
    asked = (
        ("GET", "@spaces", None),
        ("GET", "@spaces/namur", None),
        ("POST", "@spaces", {"id": "huy", "title": "Huy"}),
        ("PATCH", "@spaces/namur", {"notes": "mine"}),
    )
    for auth, place, (method, path, body) in product((None, MEMBER), ("", "namur/"), asked):
        answer = ask(server, method, place + path, auth, json=body)
        assert answer.status_code in (401, 404), (auth, method, place, path, answer.text)
        assert "Namur" not in answer.text
    transaction.begin()
    assert not has_space(server, "huy")
    assert entry(server, "namur").notes == ""


REFUSED = (
    ({}, 422, [("id", "required")]),
    ({"id": "huy"}, 422, [("title", "required")]),
    ({"id": "Huy!", "title": "Huy"}, 422, [("id", "id_malformed")]),
    ({"id": "namur", "title": "Namur"}, 409, []),
    ({"id": "huy", "title": "Huy", "language": "it"}, 422, [("language", "unknown_choice")]),
    ({"id": "huy", "title": "Huy", "colour": "red"}, 400, [("colour", "unknown_field")]),
    ({"id": 3, "title": "Huy"}, 400, [("id", "wrong_type")]),
    ({"id": "huy", "title": ["Huy"]}, 422, [("title", "wrong_type")]),
    ({"id": "huy", "title": "Huy", "limit": "much"}, 422, [("limit", "size_malformed")]),
    ({"id": "huy", "title": "Huy", "kind": "club"}, 422, [("kind", "unknown_choice")]),
    (
        {"id": "huy", "title": "Huy", "kind": "cpas", "commune": "huy"},
        422,
        [("commune", "unknown_choice")],
    ),
    ({"id": "huy", "title": "Huy", "manager": "eva"}, 400, [("manager", "wrong_type")]),
    (
        {"id": "huy", "title": "Huy", "manager": {"name": "Eva", "password": "x"}},
        400,
        [("manager", "required"), ("manager", "unknown_field")],
    ),
    (
        {"id": "huy", "title": "Huy", "manager": {"name": "Eva", "email": "none"}},
        422,
        [("manager", "email_malformed")],
    ),
    ([], 400, []),
)


def test_a_space_that_cannot_be_made_is_refused_with_what_is_wrong(server):
    for body, status, expected in REFUSED:
        answer = ask(server, "POST", "@spaces", json=body)
        assert (answer.status_code, faults(answer)) == (status, expected), (body, answer.text)
    transaction.begin()
    assert "huy" not in {one.subject for one in history(server)}
    assert "huy" not in server.objectIds()


def test_what_is_not_there_cannot_be_changed(server):
    for path in ("@spaces/nowhere", "@spaces", "@spaces/namur/more"):
        assert ask(server, "PATCH", path, json={"notes": "x"}).status_code == 404, path
    assert ask(server, "GET", "@spaces/nowhere").status_code == 404
    refused = ask(server, "PATCH", "@spaces/namur", json={"state": "suspended"})
    assert (refused.status_code, faults(refused)) == (400, [("state", "unknown_field")])
    refused = ask(server, "PATCH", "@spaces/namur", json={"notes": "x", "nis_code": "1"})
    assert (refused.status_code, faults(refused)) == (422, [("nis_code", "identifier_format")])
    transaction.begin()
    assert entry(server, "namur").notes == ""

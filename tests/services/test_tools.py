"""Tools over REST: offered, asked for, answered, installed, upgraded."""

from factories import make_operator
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from services.conftest import Client
from services.conftest import PASSWORD
import pytest
import toolbox
import toolset
import transaction


OFFER = {name: value for name, value in vars(toolset.WIKI).items() if name != "package"}


@pytest.fixture
def server(functional, space):
    """The root, on a server with an add-on; one space has it in an earlier version."""
    app = functional["app"]
    with toolset.registered(functional["configurationContext"]):
        login(app, SITE_OWNER_NAME)
        make_operator(app, "olga", PASSWORD)
        transaction.commit()
        yield app


@pytest.fixture
def operator(server):
    return Client(server.absolute_url(), "olga")


@pytest.fixture
def offered(operator):
    assert operator.post("@tool-catalogue", OFFER).status_code == 201
    return operator


def test_a_tool_is_offered_changed_and_offered_no_longer(operator):
    made = operator.post("@tool-catalogue", OFFER)
    assert made.headers["Location"] == made.json()["@id"]
    assert (made.json()["package"], made.json()["version"]) == ("toolbox", "1002")
    assert operator.post("@tool-catalogue", OFFER).status_code == 409
    url = made.json()["@id"]
    assert operator.patch(url, {"title": "Notes"}).status_code == 204
    assert operator.get(url).json()["title"] == "Notes"
    assert operator.get(url).json()["guide"] == OFFER["guide"]
    assert operator.delete(url).status_code == 204
    assert operator.get("@tool-catalogue").json()["items_total"] == 0
    assert operator.get(url).status_code == 404


@pytest.mark.parametrize(
    ("sent", "status", "fields"),
    [
        ({}, 422, {"id", "title", "description", "contact", "profile"}),
        ({**OFFER, "profile": "nothing:default"}, 422, {"profile"}),
        ({**OFFER, "title": 5, "colour": "blue"}, 400, {"title", "colour"}),
    ],
)
def test_what_is_wrong_with_a_tool_is_named(operator, sent, status, fields):
    answer = operator.post("@tool-catalogue", sent)
    assert answer.status_code == status
    assert {one["field"] for one in answer.json()["errors"]} == fields
    assert operator.get("@tool-catalogue").json()["items_total"] == 0


def test_a_tool_is_asked_for_accepted_and_installed(offered, manager, author):
    (seen,) = author.get("@tools").json()["items"]
    assert (seen["installed"], seen["available"], seen["request"]) == (None, "1002", None)
    asked = manager.post("@requests", {"kind": "tool", "tool": "wiki", "text": "For notes."})
    assert (asked.status_code, asked.json()["number"]) == (201, 1)
    assert author.get("@tools").json()["items"][0]["request"] == 1
    again = manager.post("@requests", {"kind": "tool", "tool": "wiki"})
    assert again.status_code == 422
    told = offered.get("@tool-requests").json()
    assert (told["items_total"], told["items_open"]) == (1, 1)
    url = told["items"][0]["@id"]
    assert offered.patch(url, {"state": "accepted"}).status_code == 422
    reason = {"reason": "Half a day.", "benefit": "Every commune."}
    accepted = offered.patch(url, {"state": "accepted", **reason})
    assert accepted.json()["state"] == "accepted"
    assert offered.patch(url, {"state": "done"}).json()["state"] == "done"
    assert offered.patch(url, {"state": "done"}).status_code == 409
    assert author.get("@tools").json()["items"][0]["installed"] == "1002"
    (request,) = manager.get("@requests").json()["items"]
    assert [step["state"] for step in request["steps"]] == ["asked", "accepted", "done"]
    assert request["benefit"] == "Every commune."
    assert offered.delete("@tool-catalogue/wiki").status_code == 409


def test_an_adaptation_is_declined_and_another_withdrawn(offered, manager):
    for text in ("Larger letters.", "Smaller letters."):
        made = manager.post("@requests", {"kind": "adaptation", "text": text})
        assert made.status_code == 201
    answer = offered.patch(
        "@tool-requests/plone/1", {"state": "declined", "reason": "No.", "workload": "A month"}
    )
    assert answer.json()["workload"] == "A month"
    assert manager.delete("@requests/2").status_code == 204
    assert manager.delete("@requests/2").status_code == 409
    assert [one["state"] for one in manager.get("@requests").json()["items"]] == [
        "withdrawn",
        "declined",
    ]


@pytest.mark.parametrize(
    "path", ["@tool-requests/plone/9", "@tool-requests/nowhere/1", "@tool-requests/plone/x"]
)
def test_what_nobody_asked_for_has_no_answer(offered, path):
    answer = offered.patch(path, {"state": "declined", "reason": "No."})
    assert answer.status_code == 404


def test_spaces_are_upgraded_and_a_failure_is_told(offered, server):
    transaction.begin()
    for name in ("namur", "dinant"):
        toolset.make_space(server, name, version="1000")
    transaction.commit()
    toolbox.TROUBLE["namur"] = RuntimeError("the disk is full")
    told = {one["space"]: one for one in offered.get("@upgrades").json()["items"]}
    (waiting,) = [one for one in told["namur"]["versions"] if one["pending"]]
    assert (waiting["installed"], waiting["available"], waiting["pending"]) == ("1000", "1002", 2)
    answer = offered.post("@upgrades", {"spaces": ["namur", "dinant"]}).json()
    assert [one["failure"] for one in answer["items"]] == ["RuntimeError: the disk is full", ""]
    assert answer["left"] == []
    assert toolset.version(server, "namur") == "1000"
    assert toolset.version(server, "dinant") == "1002"
    told = {one["space"]: one for one in offered.get("@upgrades").json()["items"]}
    assert told["namur"]["failed"]["why"] == "RuntimeError: the disk is full"


@pytest.mark.parametrize("sent", [{}, {"spaces": []}, {"spaces": ["nowhere", 3]}, {"all": True}])
def test_it_must_be_said_which_spaces(operator, sent):
    assert operator.post("@upgrades", sent).status_code == 400


def test_the_services_of_the_root_are_the_operators(offered, server, space):
    for login_name in (None, "manager"):
        client = Client(server.absolute_url(), login_name)
        for method, path, data in (
            ("GET", "@tool-catalogue", None),
            ("POST", "@tool-catalogue", {**OFFER, "id": "more"}),
            ("PATCH", "@tool-catalogue/wiki", {"title": "Mine"}),
            ("DELETE", "@tool-catalogue/wiki", None),
            ("GET", "@tool-requests", None),
            ("PATCH", "@tool-requests/plone/1", {"state": "accepted", "reason": "Yes."}),
            ("GET", "@upgrades", None),
            ("POST", "@upgrades", {"spaces": ["plone"]}),
        ):
            answer = client(method, path, json=data)
            assert answer.status_code == 401, (login_name, method, path)
    (tool,) = offered.get("@tool-catalogue").json()["items"]
    assert tool["title"] == OFFER["title"]


def test_who_works_in_a_space_sees_tools_and_asks_for_none(offered, author, space):
    assert author.get("@tools").status_code == 200
    assert author.get("@requests").status_code == 401
    assert author.post("@requests", {"kind": "adaptation", "text": "More."}).status_code == 401
    assert space.client().get("@tools").status_code == 401

"""The connector against another Plone: a folder goes there, the decision comes back from there."""

from base64 import b64encode
from collective.conventions.exchange.connector.client import Client
from collective.conventions.exchange.connector.running import fetch_all
from collective.conventions.exchange.connector.running import send_all
from collective.conventions.exchange.connector.running import waiting
from collective.conventions.exchange.connector.systems import System
from collective.conventions.exchange.connector.transfer import fetch
from collective.conventions.exchange.connector.transfer import send
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ServiceUnavailable
from collective.conventions.progress import Progress
from exchange.conftest import waiting as make_waiting
from factories import TODAY
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from Products.CMFPlone.factory import addPloneSite
from threading import Thread
from zope.component.hooks import setSite
import json
import pytest
import requests
import transaction


AUTH = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
JSON = {"Accept": "application/json"}


@pytest.fixture
def delib(functional):
    """Another Plone on the same server, with a folder for what comes in."""
    app, portal = functional["app"], functional["portal"]
    made = addPloneSite(app, "delib", distribution_name="classic", setup_content=False)
    setSite(portal)
    transaction.commit()
    sent = {"@type": "Folder", "id": "inbox", "title": "Inbox"}
    answer = requests.post(made.absolute_url(), json=sent, auth=AUTH, headers=JSON, timeout=60)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


@pytest.fixture
def system(delib):
    return System(delib, login=AUTH[0], password=AUTH[1])


@pytest.fixture
def client(system):
    with Client(system) as made:
        yield made


@pytest.fixture
def convention(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    made = make_waiting(portal)
    transaction.commit()
    return made


def there(address):
    return requests.get(address, auth=AUTH, headers=JSON, timeout=60)


def names(address):
    return {one["@id"].rpartition("/")[2] for one in there(f"{address}?b_size=100").json()["items"]}


def decide(delib, convention, **values):
    """Put a decision where the decision system puts it."""
    told = {
        "format": "collective.conventions/decision",
        "version": 1,
        "id": convention.UID(),
        "fingerprint": fingerprint(convention),
        "body": "council",
        "sitting": "2025-12-15",
        "outcome": "adopted",
        "number": "17",
        **values,
    }
    file = {
        "data": b64encode(json.dumps(told).encode()).decode(),
        "encoding": "base64",
        "filename": "decision.json",
        "content-type": "application/json",
    }
    sent = {"@type": "File", "id": "decision.json", "title": "Decision", "file": file}
    url = f"{delib}/{convention.UID()}"
    answer = requests.post(url, json=sent, auth=AUTH, headers=JSON, timeout=60)
    assert answer.status_code == 201, answer.text


def test_a_folder_goes_out_once_and_again_after_a_change(delib, client, convention):
    folder = f"{delib}/{convention.UID()}"
    assert send(convention, client, TODAY) is True
    assert there(folder).json()["title"] == "Plateforme d'idées"
    assert names(folder) == {
        "convention.json",
        "decree.html",
        "decree.pdf",
        "decree.docx",
        "SHA256SUMS",
        "annexes",
    }
    assert names(f"{folder}/annexes") == {"01-Planning.txt"}
    assert (
        requests.get(
            f"{folder}/annexes/01-Planning.txt/@@download/file", auth=AUTH, timeout=60
        ).content
        == b"Weeks"
    )
    assert send(convention, client, TODAY) is False
    planning = next(one for one in convention.objectValues() if one.title == "Planning")
    planning.publication = "secretariat"
    assert send(convention, client, TODAY) is True
    assert names(f"{folder}/annexes") == set()


def test_the_decision_comes_back_and_counts_once(delib, client, convention):
    send(convention, client, TODAY)
    assert fetch(convention, client, TODAY) is None
    decide(delib, convention)
    assert fetch(convention, client, TODAY) is True
    assert api.content.get_state(convention) == "council_approved"
    assert convention.council_number == "17"
    assert fetch(convention, client, TODAY) is False


def test_a_decision_about_what_was_changed_meanwhile_is_refused(delib, client, convention):
    send(convention, client, TODAY)
    decide(delib, convention)
    convention.subject_matter = "Something else"
    with pytest.raises(Conflict):
        fetch(convention, client, TODAY)
    assert api.content.get_state(convention) == "draft"


def test_all_that_waits_in_a_space(delib, system, convention):
    assert waiting() == [convention]
    assert waiting(["0123"]) == []
    sent = send_all("plone", system, TODAY, Progress())
    assert (sent.done, sent.same, sent.failures) == (("Plateforme d'idées",), 0, ())
    assert send_all("plone", system, TODAY, Progress()).same == 1
    assert fetch_all("plone", system, TODAY, Progress()).same == 1
    decide(delib, convention, number="")
    (failure,) = fetch_all("plone", system, TODAY, Progress()).failures
    assert failure.about == "Plateforme d'idées"
    assert "number" in failure.why or "deliberations" in failure.why
    transaction.abort()
    assert api.content.get_state(convention) == "draft"


def test_a_wrong_login_is_told_and_not_shown(delib, convention):
    system = System(delib, login="nobody", password="Pa55word")
    with Client(system) as client, pytest.raises(ServiceUnavailable) as error:
        send(convention, client, TODAY)
    told = api.portal.translate(error.value.message)
    assert "login" in told
    assert "Pa55word" not in told


def test_a_wrong_address_is_told(delib, convention):
    system = System(f"{delib}/nowhere", login=AUTH[0], password=AUTH[1])
    with Client(system) as client, pytest.raises(ServiceUnavailable):
        send(convention, client, TODAY)


class Odd(BaseHTTPRequestHandler):
    """A system that leads elsewhere, talks without end, or speaks no JSON."""

    def do_GET(self):
        if "/elsewhere/" in self.path:
            self.send_response(302)
            self.send_header("Location", "http://localhost:9/")
            self.end_headers()
        elif "/endless/" in self.path:
            self.send_response(200)
            self.end_headers()
            for _piece in range(64):
                self.wfile.write(b" " * 2**16)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>")

    def log_message(self, *_args):
        pass


@pytest.fixture
def odd():
    server = HTTPServer(("localhost", 0), Odd)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("place", ["elsewhere", "endless", "words"])
def test_what_answers_oddly_is_refused(odd, place):
    system = System(f"{odd}/{place}", token="T0ken")
    with Client(system) as client, pytest.raises(ServiceUnavailable):
        client.names("folder")


def test_who_does_not_answer_is_told():
    system = System("http://localhost:9", token="T0ken")
    with Client(system) as client, pytest.raises(ServiceUnavailable):
        client.names("folder")

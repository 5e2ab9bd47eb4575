"""Every service that the document describes: closed to strangers, and with its space."""

from described import DOCUMENT
from services.conftest import PASSWORD
from services.world import World
import pytest
import re


@pytest.fixture(scope="class")
def world(functional_app_class, functional_portal_class):
    return World(functional_app_class, functional_portal_class)


def operations(at_the_root):
    """Every method and path of the document, on the root of the server or in a space."""
    for path, described in DOCUMENT["paths"].items():
        for method, operation in described.items():
            url = str(operation.get("servers", "")) if method != "parameters" else None
            if url is not None and ("localhost:8080'" in url) == at_the_root:
                yield method.upper(), re.sub(r"\{\w+\}", "anything", path).lstrip("/")


#: Of what the document tells, but for both places, or not at all.
ON_THE_ROOT = (
    ("GET", "@sites"),
    ("POST", "@sites"),
    ("GET", "@incidents"),
    ("POST", "@incidents"),
    ("POST", "@incidents/anything"),
)
FOR_EVERYBODY = ("GET", "@maintenance-team")
STOCK = (
    ("GET", ""),
    ("GET", "@login"),
    ("POST", "@login"),
    ("POST", "@login-renew"),
    ("POST", "@logout"),
    ("GET", "@search"),
    ("GET", "@users"),
    ("POST", "@users/manager/reset-password"),
    ("GET", "@@calendar-feed/secret/deadlines.ics"),
    ("GET", "conventions/anything/@@calendar.ics"),
    ("GET", "passwordreset/secret"),
)


class TestStrangers:
    def test_nobody_of_a_space_uses_a_service_of_the_root(self, world):
        asked = {*operations(True), *ON_THE_ROOT} - {FOR_EVERYBODY}
        for method, path in sorted(asked):
            for who in ("nobody", "author", "manager"):
                before = world.written()
                answer = world.client(who)(method, f"{world.root}/{path}", json={})
                assert answer.status_code == 401, (who, method, path, answer.text)
                assert {"type", "message"} <= set(answer.json())
                assert world.written() == before
        assert world.client("nobody").get(f"{world.root}/{FOR_EVERYBODY[1]}").status_code == 404

    def test_who_is_not_logged_in_uses_no_service_of_a_space(self, world):
        for method, path in sorted(operations(False)):
            if path.startswith("@"):
                before = world.written()
                answer = world.client("nobody")(method, path, json={})
                # A service of what is not there cannot say who might use it.
                assert answer.status_code == 401 or "anything" in path, (method, path, answer.text)
                assert answer.status_code in (401, 404)
                assert world.written() == before


class TestSuspended:
    def test_every_service_says_that_the_space_is_closed(self, world):
        reason = {"reason": "An intruder was seen.", "scope": "space"}
        url = f"{world.root}/@incidents/{world.incident}"
        closed = world.client("operator").post(url, {"step": "suspended", **reason})
        assert closed.status_code == 200, closed.text
        asked = {*operations(False), *STOCK}
        assert len(asked) > 50
        for method, path in sorted(asked):
            for who in ("nobody", "manager"):
                answer = world.client(who)(method, path, json={"login": who, "password": PASSWORD})
                assert answer.status_code == 503, (who, method, path)
                assert answer.headers["Content-Type"].startswith("application/json")
                if method != "HEAD":
                    told = answer.json()
                    assert told["type"] == "ServiceUnavailable"
                    assert {"message", "errors", "since", "contact"} <= set(told)
                    assert "intruder" not in answer.text
        opened = {"step": "reinstated", "reason": "All is well."}
        assert world.client("operator").post(url, opened).ok
        assert world.client("manager").get("@storage").status_code == 200

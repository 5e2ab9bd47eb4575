"""What opens one space opens nothing in another, and nothing on the root (C2, C10)."""

from collective.conventions.interfaces import IConventionsLayer
from collective.conventions.server.spaces import entered
from collective.conventions.services.refusals.token import token_refusal
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from server.closing import JSON
from server.closing import make_server
from server.closing import OPERATOR
from server.closing import SECRET
from server.closing import SPACES
from server.closing import TUS
from zope.interface import alsoProvides
from zope.interface.interfaces import ComponentLookupError
import json
import pytest
import transaction
import urllib.parse
import zlib


#: Where what is closed to strangers would show.
WINDOWS = (
    "{partner}",
    "{convention}",
    "{convention}/view",
    "{convention}/calendar.ics",
    "{annex}",
    "{annex}/@@download/file",
    "conventions",
    "conventions/@@export.csv",
    "partners",
    "@search?SearchableText=Quagga",
    "@@search?SearchableText=Quagga",
    "search_rss?SearchableText=Quagga",
    "@users",
    "@users/reader",
    "@groups",
    "@groups/space_managers",
    "@@members",
    "@@journals",
    "@journals",
    "portal_catalog/searchResults?SearchableText=Quagga",
    "portal_catalog/manage_main",
    "acl_users/manage_main",
    "manage_main",
)
#: The same on the root of the server.
ROOT = (
    "manage_main",
    "manage_workspace",
    "acl_users/manage_main",
    "acl_users/users/manage_users",
    "Control_Panel/manage_main",
    "@@plone-addsite",
    "@sites",
)
#: Some of them, for the many roads.
FEW = ("", "{convention}", "{annex}/@@download/file", "@search?SearchableText=Quagga", "@users")
ROUNDABOUT = (
    "{mine}/{other}",
    "{mine}/conventions/{other}",
    "{mine}/partners/{other}",
    "{mine}/++api++/{other}",
    "++api++/{mine}/{other}",
    "{mine}/acl_users/{other}",
    "{mine}/portal_catalog/{other}",
    "VirtualHostBase/https/a.example.be:443/{mine}/VirtualHostRoot/{other}",
    "VirtualHostBase/https/a.example.be:443/{mine}/VirtualHostRoot/_vh_x/{other}",
)
CLIENTS = ("text/html", "application/json")


@pytest.fixture(scope="class")
def server(functional_app_class, functional_portal_class):
    login(functional_app_class, SITE_OWNER_NAME)
    return make_server(functional_app_class)


@pytest.fixture(scope="class")
def pair(server):
    """One space, and the other that it must not open."""
    mine, other = SPACES
    return server.towns[mine], server.towns[other]


@pytest.fixture(scope="class")
def held(server, pair):
    """All that opens my space, for its most mighty people."""
    mine, _other = pair
    found = {"nobody": {}}
    for person in ("manager", "chief", "rita"):
        token = server.token(mine, person)
        found[f"password of {person}"] = {"auth": mine.auth(person)}
        found[f"token of {person}"] = {"headers": {"Authorization": f"Bearer {token}"}}
        found[f"session of {person}"] = {"cookies": server.cookies(mine, person)}
    return found


def accepting(options, accept):
    return {**options, "headers": {**options.get("headers", {}), "Accept": accept}}


def tells(answer, town):
    """Whether an answer holds something of a space that is not for everybody.

    What was asked for is often repeated in the answer; that tells nothing.
    """
    words = [f"{SECRET} of {town.id}", f"@{town.id}.be"]
    hidden = f"{SECRET.lower()}-of-{town.id}"
    if hidden not in answer.request.url:
        words.append(hidden)
    text = answer.content.decode("utf-8", "replace")
    return answer.content == SECRET.encode() or any(word in text for word in words)


class TestOtherSpace:
    """Passwords, tokens and sessions of one space, at the doors and windows of another."""

    @pytest.mark.parametrize("accept", CLIENTS)
    def test_what_opens_mine_opens_mine(self, server, pair, held, accept):
        mine, _other = pair
        for who in ("password of manager", "token of manager", "session of manager"):
            url = f"{mine.url}/{mine.paths['convention']}"
            answer = server.ask("GET", url, **accepting(held[who], accept))
            assert answer.status_code == 200, who
            assert tells(answer, mine)

    @pytest.mark.parametrize("accept", CLIENTS)
    def test_it_opens_nothing_in_the_other(self, server, pair, held, accept):
        _mine, other = pair
        for who, options in held.items():
            for window in WINDOWS:
                url = f"{other.url}/{window.format(**other.paths)}"
                answer = server.ask("GET", url, **accepting(options, accept))
                assert not tells(answer, other), (who, window)
                assert "{" not in window or answer.status_code in (302, 401), (who, window)

    @pytest.mark.parametrize("accept", CLIENTS)
    @pytest.mark.parametrize("road", ROUNDABOUT)
    def test_no_address_leads_through_mine_into_the_other(self, server, pair, held, road, accept):
        mine, other = pair
        road = road.format(mine=mine.id, other=other.id)
        for who, options in held.items():
            for window in FEW:
                url = f"{server.url}/{road}/{window.format(**other.paths)}"
                answer = server.ask("GET", url, **accepting(options, accept))
                assert answer.status_code in (302, 401, 404), (who, window)
                assert not tells(answer, other), (who, window)

    def test_nobody_changes_anything_in_the_other(self, server, pair, held):
        mine, other = pair
        tries = (
            ("PATCH", "{partner}", {"title": "Forged"}),
            ("POST", "partners", {"@type": "Partner", "title": "Forged"}),
            ("DELETE", "{partner}", None),
            ("PATCH", "@users/reader", {"password": "a-forged-password"}),
            ("POST", "@users", {"username": "forged", "email": "f@example.be"}),
            ("PATCH", "@groups/space_managers", {"users": {"reader": True}}),
            ("PATCH", "@registry", {"plone.site_title": "Forged"}),
        )
        for who, options in held.items():
            for base in (other.url, f"{mine.url}/{other.id}"):
                for method, path, body in tries:
                    url = f"{base}/{path.format(**other.paths)}"
                    answer = server.ask(
                        method, url, json=body, **accepting(options, "application/json")
                    )
                    assert answer.status_code in (401, 403, 404), (who, method, url)
        with entered(server.app, other.id) as portal:
            partner = portal.unrestrictedTraverse(other.paths["partner"])
            assert partner.title == f"{SECRET} of {other.id} 1"
            assert len(portal["partners"].objectIds()) == 2
            assert api.user.get(username="forged") is None


class TestRoot:
    """Nobody of a space, not even a manager of Plone in it, is anybody on the root."""

    @pytest.mark.parametrize("accept", CLIENTS)
    def test_nothing_opens_the_root(self, server, pair, held, accept):
        for who, options in held.items():
            for window in ROOT:
                url = f"{server.url}/{window}"
                answer = server.ask("GET", url, **accepting(options, accept))
                assert answer.status_code in (302, 401, 404), (who, window, answer.text[:300])
                assert "Namur" not in answer.text

    def test_a_token_is_refused_in_words(self, server, pair, held):
        """Whoever has it, wherever it was made, and whatever it is sent for."""
        mine, _other = pair
        login, password = SITE_OWNER_NAME, SITE_OWNER_PASSWORD
        made = server.ask(
            "POST", f"{mine.url}/@login", json={"login": login, "password": password}, headers=JSON
        )
        tokens = [
            held["token of chief"]["headers"]["Authorization"],
            f"Bearer {made.json()['token']}",
            "bearer nonsense",
        ]
        for token in tokens:
            for method, path, accept in (
                ("GET", "@spaces", "application/json"),
                ("POST", "@team", "application/json"),
                ("GET", "@@spaces", "text/html"),
            ):
                headers = {"Authorization": token, "Accept": accept}
                answer = server.ask(method, f"{server.url}/{path}", headers=headers)
                assert answer.status_code == 401, (token, path)
                assert answer.headers["Content-Type"].startswith("application/json")
                assert answer.headers["WWW-Authenticate"].lower().startswith("basic ")
                refusal = answer.json()
                assert (refusal["type"], refusal["errors"]) == ("Unauthorized", [])
                assert "password" in refusal["message"]
        assert server.ask("GET", f"{server.url}/@spaces", auth=OPERATOR, headers=JSON).ok

    def test_another_failure_is_answered_as_ever(self, server, pair):
        """What is not found in a registry has nothing to do with tokens, with or without one."""
        error = ComponentLookupError(IConventionsLayer, "")
        for auth in (None, "Bearer nonsense"):
            request = server.app.REQUEST.clone()
            request._auth = auth
            assert isinstance(token_refusal(error, request), ExceptionView)
            alsoProvides(request, IAPIRequest)
            assert type(token_refusal(error, request)) is ErrorHandling

    def test_who_bears_an_operators_name_has_none_of_his_rights(self, server, pair, held):
        for who in ("password of rita", "token of rita", "session of rita"):
            for town in pair:
                url = f"{town.url}/{town.paths['convention']}"
                answer = server.ask("GET", url, **accepting(held[who], "application/json"))
                assert answer.status_code == 401, (who, town.id)
        assert server.ask("GET", url, auth=OPERATOR, headers=JSON).status_code == 200

    def test_a_token_of_the_servers_owner_opens_only_where_it_was_made(self, server, pair):
        mine, other = pair
        login, password = SITE_OWNER_NAME, SITE_OWNER_PASSWORD
        answer = server.ask(
            "POST", f"{mine.url}/@login", json={"login": login, "password": password}, headers=JSON
        )
        bearer = {**JSON, "Authorization": f"Bearer {answer.json()['token']}"}
        url = f"{mine.url}/{mine.paths['convention']}"
        assert server.ask("GET", url, headers=bearer).status_code == 200
        url = f"{other.url}/{other.paths['convention']}"
        assert server.ask("GET", url, headers=bearer).status_code == 401


class TestThings:
    """Addresses, uploads, links and clipboards of one space, taken to another."""

    def test_a_calendar_opens_in_its_own_space_only(self, server, pair):
        mine, other = pair
        assert server.ask("GET", f"{mine.url}/{mine.calendar}").status_code == 200
        for base in (other.url, server.url, f"{other.url}/{mine.id}"):
            assert server.ask("GET", f"{base}/{mine.calendar}").status_code == 404

    def test_a_link_to_a_new_password_works_in_its_own_space_only(self, server, pair):
        mine, other = pair
        with entered(server.app, mine.id):
            made = api.portal.get_tool("portal_password_reset").requestReset("reader")
        transaction.commit()
        key, password = made["randomstring"], "a-forged-password"
        for base in (other.url, server.url):
            answer = server.ask(
                "POST",
                f"{base}/@users/reader/reset-password",
                json={"reset_token": key, "new_password": password},
                headers=JSON,
            )
            assert answer.status_code in (401, 403, 404), (base, answer.text)
            form = {"userid": "reader", "password": password, "password2": password}
            server.ask("POST", f"{base}/passwordreset/{key}", data=form)
            for town in pair:
                url = f"{town.url}/conventions"
                answer = server.ask("GET", url, auth=("reader", password), headers=JSON)
                assert answer.status_code == 401, (base, town.id)
        answer = server.ask(
            "POST",
            f"{mine.url}/@users/reader/reset-password",
            json={"reset_token": key, "new_password": mine.auth("reader")[1]},
            headers=JSON,
        )
        assert answer.status_code == 200, answer.text

    def test_an_upload_goes_on_in_its_own_space_only(self, server, pair):
        mine, other = pair
        begun = server.upload(mine, "chief")
        uid = begun.rpartition("/")[2]
        headers = {**TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        auth = other.auth("chief")
        for base in (other.url, f"{other.url}/image", f"{other.url}/{mine.id}"):
            url = f"{base}/@tus-upload/{uid}"
            answer = server.ask("HEAD", url, headers=TUS, auth=auth)
            assert answer.status_code in (401, 404), base
            answer = server.ask("PATCH", url, headers=headers, auth=auth, data=b"forged")
            assert answer.status_code in (401, 404), base
        answer = server.ask("HEAD", begun, headers=TUS, auth=mine.auth("chief"))
        assert answer.headers["Upload-Offset"] == "0"

    @pytest.mark.parametrize("verb", ["@copy", "@move"])
    def test_nothing_is_fetched_from_the_other(self, server, pair, verb):
        mine, other = pair
        path = other.paths["partner"]
        for source in (f"{other.url}/{path}", f"/{other.id}/{path}", f"../{other.id}/{path}"):
            for person in ("chief", "manager"):
                answer = server.ask(
                    "POST",
                    f"{mine.url}/partners/{verb}",
                    json={"source": source},
                    auth=mine.auth(person),
                    headers=JSON,
                )
                # Plone passes over a source that it cannot see.
                assert answer.status_code >= 400 or answer.json() == [], (source, person)
        self._is_all_there(server, pair)

    def test_a_forged_clipboard_holds_nothing_of_the_other(self, server, pair):
        mine, other = pair
        moniker = [0, [["", other.id, *other.paths["partner"].split("/")]]]
        packed = zlib.compress(json.dumps(moniker).encode(), 9)
        cookie = urllib.parse.quote(packed)
        for person in ("chief", "manager"):
            server.ask(
                "POST",
                f"{mine.url}/partners/object_paste",
                auth=mine.auth(person),
                cookies={"__cp": cookie},
            )
        self._is_all_there(server, pair)

    def _is_all_there(self, server, pair):
        for town in pair:
            with entered(server.app, town.id) as portal:
                assert len(portal["partners"].objectIds()) == 2, town.id

    def test_an_object_is_found_by_its_uid_in_its_own_space_only(self, server, pair):
        mine, other = pair
        with entered(server.app, other.id) as portal:
            uid = portal.unrestrictedTraverse(other.paths["partner"]).UID()
        for person in ("chief", "manager"):
            for path in (f"resolveuid/{uid}", f"@search?UID={uid}", f"@resolveuid/{uid}"):
                answer = server.ask("GET", f"{mine.url}/{path}", auth=mine.auth(person))
                assert not tells(answer, other)
                assert other.paths["partner"] not in answer.headers.get("Location", "")

    def test_people_and_groups_are_known_in_their_own_space_only(self, server, pair):
        mine, other = pair
        with entered(server.app, other.id):
            api.user.create(username=f"only-{other.id}", email=f"only@{other.id}.be")
            api.group.create(f"only-{other.id}")
        transaction.commit()
        for path in ("@users", "@groups", "@principals?search=only", "@users?query=only"):
            answer = server.ask("GET", f"{mine.url}/{path}", auth=mine.auth("chief"), headers=JSON)
            assert answer.status_code == 200
            assert f"only-{other.id}" not in answer.text

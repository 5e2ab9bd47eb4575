"""A suspended space is closed on every road, to everybody but the operator (C10)."""

from collective.conventions.deadlines.calendar.addresses import address_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server import journal
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import set_contact
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import reinstate
from collective.conventions.server.suspension import suspend
from collective.conventions.space.ledger import ledger_of
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.uuid.interfaces import IUUID
from server.closing import JSON
from server.closing import make_server
from server.closing import OPERATOR
from server.closing import PIXEL
from server.closing import SECRET
from server.closing import TUS
import pytest
import transaction
import xmlrpc.client


#: Every kind of address below a space, and what of its content an operator reads there.
READING = {
    "front page": "",
    "login form": "login",
    "page of a convention": "{convention}/view",
    "listing": "conventions",
    "export": "conventions/@@export.csv",
    "annex link": "{annex}/@@download/file",
    "display of an annex": "{annex}/@@display-file/file",
    "image scale": "image/@@images/image/preview",
    "search page": "@@search?SearchableText=Quagga",
    "live search": "@@ajax-search?SearchableText=Quagga",
    "feed": "RSS",
    "feed of a search": "search_rss?SearchableText=Quagga",
    "atom": "conventions/atom.xml",
    "sitemap": "sitemap.xml.gz",
    "robots": "robots.txt",
    "calendar": "{calendar}",
    "calendar of a convention": "{convention}/calendar.ics",
    "address by UID": "resolveuid/{uid}",
    "tool": "portal_catalog/searchResults?SearchableText=Quagga",
    "user folder": "acl_users/getUsers",
    "password reset": "passwordreset/zebra",
    "lost password": "mail_password_form",
    "manage screen": "manage_main",
    "resource": "++plone++static/plone-fontello/x.css",
    "theme": "++theme++barceloneta/css/barceloneta.min.css",
    "logo": "@@site-logo/logo.png",
    "what is not there": "nothing/at/all",
    "reserved words": "aq_parent/aq_parent",
    "api namespace": "++api++/@search",
    "rest": "{convention}",
    "rest search": "@search?SearchableText=Quagga",
}
WRITING = (
    ("POST", "conventions"),
    ("PATCH", "{convention}"),
    ("DELETE", "{convention}"),
    ("PUT", "{annex}"),
    ("PROPFIND", "conventions"),
    ("MKCOL", "conventions/forged"),
    ("LOCK", "{annex}"),
    ("COPY", "{annex}"),
    ("MOVE", "{annex}"),
    ("OPTIONS", ""),
    ("HEAD", "{annex}/@@download/file"),
    ("POST", "@login"),
    ("POST", "@login-renew"),
    ("POST", "@tus-upload"),
    ("POST", "@users/reader/reset-password"),
)
CLIENTS = ("page", "rest")


@pytest.fixture(scope="class")
def server(functional_app_class, functional_portal_class):
    """Made once for a class of tests."""
    login(functional_app_class, SITE_OWNER_NAME)
    return make_server(functional_app_class)


@pytest.fixture(scope="class")
def town(server):
    town = server.towns["namur"]
    with entered(server.app, "namur") as portal:
        town.paths["uid"] = portal.unrestrictedTraverse(town.paths["convention"]).UID()
    town.paths["calendar"] = town.calendar
    return town


@pytest.fixture(scope="class")
def held(server, town):
    """All that opens the space while it is open, taken while it was."""
    token = server.token(town, "manager")
    return {
        "nobody": {},
        "a reader": {"auth": town.auth("reader")},
        "the space manager": {"auth": town.auth("manager")},
        "a local manager of Plone": {"auth": town.auth("chief")},
        "who bears the operator's name": {"auth": town.auth("rita")},
        "a token": {"headers": {"Authorization": f"Bearer {token}"}},
        "a session": {"cookies": server.cookies(town, "manager")},
    }


@pytest.fixture(scope="class")
def upload(server, town):
    return server.upload(town, "chief")


@pytest.fixture(scope="class")
def closed(server, town, held, upload):
    """The space, suspended after everything was ready."""
    # The roads lead somewhere as long as it is open.
    answer = server.ask("GET", f"{town.url}/conventions", **held["the space manager"])
    assert holds_secret(answer)
    close(server)
    return town


@pytest.fixture
def open_again(server):
    """Leave the space open, however the test ends."""
    yield
    if is_suspended(server.app["namur"]):
        reinstate(server.app, "namur", reason="The test is over.", actor="rita")
        transaction.commit()


def close(server, **options):
    suspend(server.app, "namur", reason="An intruder was seen.", actor="rita", **options)
    transaction.commit()


def with_accept(options, client):
    accept = "application/json" if client == "rest" else "text/html"
    return {**options, "headers": {**options.get("headers", {}), "Accept": accept}}


def holds_secret(answer):
    return SECRET.encode() in answer.content or PIXEL in answer.content


class TestClosed:
    """One space, suspended; nothing opens it."""

    @pytest.mark.parametrize("client", CLIENTS)
    def test_nobody_reads_anything_on_any_road(self, server, closed, held, client):
        for who, options in held.items():
            for road, path in READING.items():
                url = f"{closed.url}/{path.format(**closed.paths)}"
                answer = server.ask("GET", url, **with_accept(options, client))
                assert answer.status_code == 503, (who, road)
                assert not holds_secret(answer), (who, road)
                assert "Retry-After" not in answer.headers

    def test_nobody_writes_anything_on_any_road(self, server, closed, held):
        for who, options in held.items():
            for method, path in WRITING:
                url = f"{closed.url}/{path.format(**closed.paths)}"
                answer = server.ask(method, url, **with_accept(options, "rest"))
                assert answer.status_code == 503, (who, method, path)
                assert not holds_secret(answer)

    def test_neither_an_upload_nor_xml_rpc_goes_on(self, server, closed, upload):
        auth = closed.auth("chief")
        headers = {**TUS, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
        assert server.ask("HEAD", upload, headers=TUS, auth=auth).status_code == 503
        answer = server.ask("PATCH", upload, headers=headers, auth=auth, data=b"Quagga")
        assert answer.status_code == 503
        body = xmlrpc.client.dumps((), "conventions.objectIds").encode()
        answer = server.ask(
            "POST", closed.url, data=body, auth=auth, headers={"Content-Type": "text/xml"}
        )
        assert answer.status_code == 503
        assert SECRET.lower() not in answer.text.lower()

    @pytest.mark.parametrize(
        "prefix",
        [
            "dinant/namur",
            "dinant/conventions/namur",
            "dinant/++api++/namur",
            "namur/namur",
            "VirtualHostBase/https/namur.example.be:443/namur/VirtualHostRoot",
            "VirtualHostBase/https/example.be:443/VirtualHostRoot/namur",
            "VirtualHostBase/https/example.be:443/dinant/VirtualHostRoot/namur",
        ],
    )
    @pytest.mark.parametrize("client", CLIENTS)
    def test_no_roundabout_address_leads_in(self, server, closed, prefix, client):
        for path in (
            "",
            "@search?SearchableText=Quagga",
            "{convention}",
            "{annex}/@@download/file",
        ):
            for auth in (None, closed.auth("manager"), server.towns["dinant"].auth("manager")):
                url = f"{server.url}/{prefix}/{path.format(**closed.paths)}"
                answer = server.ask("GET", url, **with_accept({"auth": auth}, client))
                # Zope sends who is refused to a login form, which is closed.
                assert answer.status_code in (302, 401, 404, 503), (path, auth)
                assert "of namur" not in answer.text
                assert not (path.startswith("{") and holds_secret(answer))

    def test_the_operator_enters_and_so_does_the_owner_of_the_server(self, server, closed):
        for auth in (OPERATOR, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)):
            page = server.ask("GET", f"{closed.url}/{closed.paths['convention']}", auth=auth)
            assert page.status_code == 200
            assert holds_secret(page)
            rest = server.ask(
                "GET", f"{closed.url}/@search?portal_type=Convention", auth=auth, headers=JSON
            )
            assert rest.json()["items_total"] == 1

    def test_the_other_space_notices_nothing(self, server, closed):
        other = server.towns["dinant"]
        url = f"{other.url}/{other.paths['convention']}"
        assert server.ask("GET", url, auth=other.auth("reader")).status_code == 200

    def test_people_read_one_page_that_says_whom_to_call(self, server, closed):
        page = server.ask("GET", closed.url, headers={"Accept": "text/html"})
        assert page.headers["Content-Type"].startswith("text/html")
        assert "no-store" in page.headers["Cache-Control"]
        assert "Ville de Namur" in page.text
        assert "An intruder was seen." not in page.text
        assert "tel:" not in page.text
        set_contact(server.app, Contact("Help <desk>", "081 12 34 56", "help@example.be"))
        page = server.ask("GET", f"{closed.url}/conventions", headers={"Accept": "text/html"})
        assert "Help &lt;desk&gt;" in page.text
        assert 'href="tel:081123456"' in page.text
        assert 'href="mailto:help@example.be"' in page.text

    def test_clients_read_the_same_as_json(self, server, closed):
        set_contact(server.app, Contact("Helpdesk", "081 12 34 56", "help@example.be"))
        answer = server.ask("GET", f"{closed.url}/@search", headers=JSON)
        assert answer.headers["Content-Type"].startswith("application/json")
        body = answer.json()
        assert body["type"] == "ServiceUnavailable"
        assert body["contact"] == {
            "name": "Helpdesk",
            "phone": "081 12 34 56",
            "email": "help@example.be",
        }
        assert body["since"] == is_suspended(server.app["namur"]).since
        assert "An intruder was seen." not in answer.text


class TestAccounts:
    """Some accounts only: the others go on."""

    def test_they_enter_on_no_road(self, server, town, held, open_again):
        close(server, scope="accounts", accounts=["manager"])
        for who in ("the space manager", "a token", "a session"):
            for client in CLIENTS:
                for path in ("", "conventions", "{annex}/@@download/file", "++api++/@search"):
                    url = f"{town.url}/{path.format(**town.paths)}"
                    answer = server.ask("GET", url, **with_accept(held[who], client))
                    assert answer.status_code == 503, (who, client, path)
                    assert not holds_secret(answer)

    def test_the_others_enter(self, server, town, held, open_again):
        close(server, scope="accounts", accounts=["manager"])
        url = f"{town.url}/{town.paths['convention']}"
        assert server.ask("GET", url, auth=town.auth("reader")).status_code == 200
        assert server.ask("GET", town.url).status_code == 200
        other = server.towns["dinant"]
        assert server.ask("GET", other.url, auth=other.auth("manager")).status_code == 200

    def test_an_operator_of_the_same_name_enters(self, server, town, held, open_again):
        close(server, scope="accounts", accounts=["rita"])
        url = f"{town.url}/{town.paths['convention']}"
        assert server.ask("GET", url, auth=OPERATOR).status_code == 200
        assert server.ask("GET", town.url, auth=town.auth("rita")).status_code == 503

    def test_their_calendars_end_for_good(self, server, town, held, open_again):
        close(server, scope="accounts", accounts=["reader"])
        assert server.ask("GET", f"{town.url}/{town.calendar}").status_code == 404
        reinstate(server.app, "namur", reason="All is well.", actor="rita")
        with entered(server.app, "namur"):
            assert address_of("reader") is None


class TestWrittenDown:
    """Reason, scope, who and when, in both journals."""

    def test_suspended_and_reinstated(self, server, town, open_again):
        close(server)
        reinstate(server.app, "namur", reason="All is well.", actor="admin")
        with entered(server.app, "namur") as portal:
            told = [*find(IUUID(portal))][-2:]
            assert [(e.action, e.actor, e.reason) for e in told] == [
                ("suspended", "server/rita", "An intruder was seen."),
                ("reinstated", "server/admin", "All is well."),
            ]
            assert not find(IUUID(portal)).breaks()
        noted = [one for one in journal.history(server.app) if one.action != "mailed"][-2:]
        assert [(e.action, e.actor, e.subject, e.reason) for e in noted] == [
            ("suspend", "rita", "namur", "An intruder was seen."),
            ("reinstate", "admin", "namur", "All is well."),
        ]
        assert noted[0].after == {"scope": "space", "accounts": []}

    def test_what_the_space_knows_of_its_suspension(self, server, town, open_again):
        assert is_suspended(server.app["namur"]) is None
        close(server)
        found = is_suspended(server.app["namur"])
        assert (found.scope, found.reason, found.actor) == (
            "space",
            "An intruder was seen.",
            "rita",
        )
        close(server, scope="accounts", accounts=["rita", "manager"])
        assert is_suspended(server.app["namur"]).accounts == ("manager", "rita")

    def test_everything_is_there_again_after_the_suspension(self, server, town, open_again):
        token = server.token(town, "manager")
        close(server)
        reinstate(server.app, "namur", reason="All is well.", actor="rita")
        bearer = {**JSON, "Authorization": f"Bearer {token}"}
        answer = server.ask("GET", f"{town.url}/{town.paths['convention']}", headers=bearer)
        assert answer.json()["title"] == "Quagga of namur"
        assert server.ask("GET", f"{town.url}/{town.calendar}").status_code == 200

    @pytest.mark.parametrize(
        ("refusal", "options"),
        [
            (UnprocessableEntity, {"reason": "  "}),
            (UnprocessableEntity, {"scope": "half"}),
            (UnprocessableEntity, {"scope": "accounts"}),
            (UnprocessableEntity, {"accounts": ["manager"]}),
            (UnprocessableEntity, {"scope": "accounts", "accounts": ["nobody"]}),
            (NotFound, {"space_id": "nowhere"}),
            (NotFound, {"space_id": "acl_users"}),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, server, open_again, refusal, options):
        values = {"space_id": "namur", "reason": "Because", "actor": "rita", **options}
        with pytest.raises(refusal):
            suspend(server.app, **values)
        assert is_suspended(server.app["namur"]) is None

    def test_neither_is_done_twice(self, server, open_again):
        with pytest.raises(Conflict):
            reinstate(server.app, "namur", reason="Because", actor="rita")
        close(server)
        with pytest.raises(Conflict):
            close(server)

    def test_the_meter_goes_on(self, server, town, open_again):
        close(server)
        used = ledger_of(server.app["namur"]).gauge.used
        answer = server.ask(
            "POST",
            town.url,
            json={"@type": "File", "title": "F", "file": {"data": "x" * 700, "filename": "f.txt"}},
            auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
            headers=JSON,
        )
        assert answer.status_code == 201, answer.text
        assert ledger_of(server.app["namur"]).gauge.used == used + 700

    def test_data_and_people_are_as_they_were(self, server, town, open_again):
        close(server)
        with entered(server.app, "namur") as portal:
            assert portal.unrestrictedTraverse(town.paths["convention"]).title == "Quagga of namur"
            assert api.user.get(username="reader") is not None

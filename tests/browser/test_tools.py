"""Tools in a real browser: offered, asked for, answered, installed, upgraded."""

from browsing import follow
from collective.conventions.browser.upgrades.view import UpgradesView
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.server.tools.requests import Actor
from collective.conventions.server.tools.requests import ask
from collective.conventions.server.tools.requests import requests_of
from factories import make_operator
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import requests
import toolbox
import toolset
import transaction


PASSWORD = "a password of tests"
OPERATOR = {"username": "olga", "password": PASSWORD}
EVA = Actor("eva", "Eva Tonnon")


@pytest.fixture
def server(functional, people):
    """A server with an add-on that the operator offers."""
    app = functional["app"]
    with toolset.registered(functional["configurationContext"]):
        login(app, SITE_OWNER_NAME)
        make_operator(app, "olga", PASSWORD)
        toolset.offer(app)
        yield app


@pytest.fixture
def operator(server, new_page):
    """The operator at a page of the root."""

    def operator(path, **options):
        page = new_page(http_credentials=OPERATOR, **options)
        page.goto(f"{server.absolute_url()}/{path}")
        return page

    return operator


@pytest.fixture
def manager(server, functional, log_in):
    """Who looks after the space, at the page of its tools."""

    def manager(name="space-manager", **options):
        page = log_in(name, **options)
        page.goto(f"{functional['portal'].absolute_url()}/@@tools")
        return page

    return manager


def stored(app):
    transaction.begin()
    return requests_of(app, "plone")


def fits(page):
    size = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size


def test_a_tool_is_offered(server, operator, axe):
    page = operator("@@tools?new=1")
    axe(page)
    page.get_by_label("Title").fill("Photo album")
    page.get_by_label("Short name").fill("Album!")
    follow(page.get_by_role("button", name="Save"))
    alert = page.get_by_role("alert")
    assert alert.get_by_role("link").all_inner_texts() == [
        "Short name",
        "What it is for",
        "Whom to ask",
        "Standard configuration",
    ]
    axe(page)
    assert page.get_by_label("Title").input_value() == "Photo album"
    page.get_by_label("Short name").fill("album")
    page.get_by_label("What it is for").fill("Pictures of the town.")
    page.get_by_label("Whom to ask").fill("Tina\ntina@example.be")
    page.get_by_label("Standard configuration").select_option("toolbox:default")
    follow(page.get_by_role("button", name="Save"))
    assert page.get_by_role("heading", name="Photo album").is_visible()
    assert page.get_by_role("link", name="tina@example.be").is_visible()
    transaction.begin()
    assert {one.id for one in tools(server)} == {"album", "wiki"}


def test_a_tool_is_changed_and_offered_no_longer(server, operator):
    page = operator("@@tools")
    follow(page.get_by_role("link", name="Change Shared notes"))
    page.get_by_label("Title").fill("Notes")
    follow(page.get_by_role("button", name="Save"))
    follow(page.get_by_role("button", name="Offer no longer Notes"))
    assert page.get_by_text("No tool is offered yet.").is_visible()
    transaction.begin()
    assert tools(server) == ()


def test_from_the_wish_to_the_tool(server, operator, manager, axe):
    page = manager()
    axe(page)
    page.locator("summary", has_text="Ask for it").click()
    page.get_by_label("What you want to do with it").fill("Minutes of the secretariat.")
    follow(page.get_by_role("button", name="Ask for Shared notes"))
    assert page.get_by_text("Your request is on its way.").is_visible()
    assert [one.state for one in stored(server)] == ["asked"]

    desk = operator("@@tool-requests")
    axe(desk)
    follow(desk.get_by_role("button", name="Decline Shared notes, plone"))
    assert desk.get_by_role("alert").get_by_role("link").all_inner_texts() == ["Reason"]
    axe(desk)
    desk.get_by_label("Reason").fill("Half a day of work.")
    desk.get_by_label("Who else gains by it").fill("Every commune.")
    follow(desk.get_by_role("button", name="Accept Shared notes, plone"))
    follow(desk.get_by_role("button", name="Install it now Shared notes, plone"))
    assert toolset.version(server, "plone") == "1002"

    page.reload()
    assert page.get_by_role("region", name="Shared notes").get_by_text("Version 1002").is_visible()
    request = page.get_by_role("region", name="Your requests")
    assert request.get_by_text("Half a day of work.").is_visible()
    assert request.get_by_text("Every commune.").is_visible()
    page.locator("summary", has_text="How it is used").click()
    assert page.get_by_role("link", name="https://example.be/guide").is_visible()
    axe(page)


def test_an_adaptation_is_asked_for_without_scripts_and_withdrawn(server, manager):
    page = manager(java_script_enabled=False)
    follow(page.get_by_role("button", name="Send the request"))
    assert page.get_by_role("alert").get_by_role("link").all_inner_texts() == [
        "What should be different, and why"
    ]
    page.get_by_label("What should be different, and why").fill("Larger letters.")
    follow(page.get_by_role("button", name="Send the request"))
    (made,) = stored(server)
    assert (made.kind, made.text, made.steps[0].actor) == (
        "adaptation",
        "Larger letters.",
        "plone/space-manager",
    )
    follow(page.get_by_role("button", name="Withdraw"))
    assert [one.state for one in stored(server)] == ["withdrawn"]


def test_who_only_works_in_a_space_sees_the_tools_and_asks_for_nothing(server, manager):
    page = manager("reader")
    assert page.get_by_role("heading", name="Shared notes").is_visible()
    assert page.get_by_role("button", name="Ask for").count() == 0
    assert page.get_by_role("heading", name="Your requests").count() == 0


def upgraded(app, names, monkeypatch, seconds):
    for name in names:
        toolset.make_space(app, name, version="1000")
    transaction.commit()
    monkeypatch.setattr(UpgradesView, "seconds", seconds)


def test_all_spaces_are_upgraded_from_answer_to_answer(server, operator, monkeypatch, axe):
    upgraded(server, ("arlon", "namur", "dinant"), monkeypatch, 0)
    toolbox.TROUBLE["namur"] = RuntimeError("the disk is full")
    page = operator("@@upgrades", java_script_enabled=False)
    follow(page.get_by_role("button", name="Upgrade all 3"))
    assert page.get_by_text("1 of 3 spaces done.").is_visible()
    follow(page.get_by_role("button", name="Go on with the other 2"))
    follow(page.get_by_role("button", name="Go on with the other 1"))
    assert page.get_by_text("Upgraded: 2.").is_visible()
    assert page.get_by_text("Left as they were: 1.").is_visible()
    assert page.get_by_text("RuntimeError: the disk is full").is_visible()
    assert [toolset.version(server, n) for n in ("arlon", "namur", "dinant")] == [
        "1002",
        "1000",
        "1002",
    ]
    toolbox.TROUBLE.clear()
    page = operator("@@upgrades")
    axe(page)
    page.get_by_label("Namur").check()
    follow(page.get_by_role("button", name="Upgrade the chosen ones"))
    assert page.get_by_text("Every space is up to date.").is_visible()
    assert toolset.version(server, "namur") == "1002"


def test_with_scripts_the_run_goes_on_by_itself(server, operator, monkeypatch):
    upgraded(server, ("arlon", "namur"), monkeypatch, 0)
    page = operator("@@upgrades")
    page.get_by_role("button", name="Upgrade all 2").click()
    page.get_by_text("Every space is up to date.").wait_for()
    assert toolset.version(server, "namur") == "1002"


def test_the_progress_is_accessible(server, operator, monkeypatch, axe):
    upgraded(server, ("arlon", "namur"), monkeypatch, 0)
    page = operator("@@upgrades")
    page.route("**/upgrades.js", lambda route: route.abort())
    follow(page.get_by_role("button", name="Upgrade all 2"))
    assert page.get_by_role("progressbar", name="Upgrade under way").is_visible()
    axe(page)


def test_every_page_fits(server, operator, manager, viewport, axe):
    ask(server, "plone", kind="tool", tool_id="wiki", text="For notes.", actor=EVA)
    transaction.commit()
    for path in ("@@tools", "@@tools?new=1", "@@tool-requests", "@@upgrades"):
        page = operator(path)
        axe(page, "body")
        fits(page)
    page = manager()
    axe(page)
    fits(page)


@pytest.mark.parametrize("path", ["@@tools", "@@tool-requests", "@@upgrades"])
def test_the_root_is_the_operators(server, path):
    url = f"{server.absolute_url()}/{path}"
    for auth in (None, ("space-manager", PASSWORD)):
        answer = requests.get(url, auth=auth, allow_redirects=False)
        assert answer.status_code in (302, 401, 403), auth
    assert requests.get(url, auth=("olga", PASSWORD)).status_code == 200


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("@@tools", {"do.remove": "1", "tool": "wiki"}),
        ("@@tool-requests", {"do.accept": "1", "space": "plone", "number": "1", "reason": "Yes"}),
        ("@@upgrades", {"do.all": "1"}),
        ("plone/@@tools", {"do.ask": "1", "tool": "wiki"}),
    ],
)
def test_a_change_needs_the_page(server, path, data):
    ask(server, "plone", kind="adaptation", tool_id="", text="More.", actor=EVA)
    toolset.age(server, "plone", "1000")
    transaction.commit()
    url = f"{server.absolute_url()}/{path}"
    name = "space-manager" if path.startswith("plone") else "olga"
    answer = requests.post(url, data=data, auth=(name, PASSWORD), allow_redirects=False)
    assert answer.status_code == 403
    assert [one.state for one in stored(server)] == ["asked"]
    assert toolset.version(server, "plone") == "1000"
    assert len(tools(server)) == 1


def test_nobody_asks_who_does_not_look_after_the_space(server):
    url = f"{server.absolute_url()}/plone/@@tools"
    data = {"do.ask": "1", "tool": "wiki"}
    assert requests.post(url, data=data, auth=("reader", PASSWORD)).status_code == 403
    assert stored(server) == ()

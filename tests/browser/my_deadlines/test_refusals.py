"""What the page of a member's reminders refuses."""

from browsing import PASSWORD
from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.preferences import preferences_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import re
import requests
import transaction


@pytest.fixture
def url(functional, people):
    return f"{functional['portal'].absolute_url()}/@@my-deadlines"


@pytest.fixture
def session(url):
    """A reader, with the token of his own page."""
    session = requests.Session()
    session.auth = ("reader", PASSWORD)
    page = session.get(url)
    session.token = re.search(r'name="_authenticator" value="(\w+)"', page.text).group(1)
    return session


CHANGES = [{"do.make": "1"}, {"do.mails": "1", "mails": "none"}, {"do.revoke": "1"}]


def unchanged():
    transaction.begin()
    return preferences_of("reader").mails == "digest" and not addresses.address_of("reader")


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_without_the_token_of_the_page(session, url, change):
    assert session.post(url, data=change).status_code == 403
    assert session.get(url, params=change).status_code in (403, 405)
    assert unchanged()


@pytest.mark.parametrize("mails", ["", "hourly"])
def test_only_what_is_offered_can_be_chosen(session, url, mails):
    data = {"do.mails": "1", "mails": mails, "_authenticator": session.token}
    answer = session.post(url, data=data)
    assert answer.status_code == 400
    assert "Please choose how reminders are to reach you." in answer.text
    assert unchanged()


def test_nobody_keeps_the_page_that_shows_an_address(session, url):
    answer = session.post(url, data={"do.make": "1", "_authenticator": session.token})
    assert "/@@calendar-feed/" in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_stranger_is_sent_to_the_login(url):
    answer = requests.get(url, allow_redirects=False)
    assert answer.status_code == 302 and "require_login" in answer.headers["Location"]


def test_a_user_of_the_server_has_no_page_here(url):
    answer = requests.get(url, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
    assert answer.status_code == 403
    assert "Only a member of the space has reminders and a calendar here." in answer.text


def test_the_menu_of_a_member_leads_to_it(functional, url, people):
    portal = functional["portal"]

    def offered():
        with api.env.adopt_user("reader"):
            actions = api.portal.get_tool("portal_actions").listActionInfos(
                object=portal, categories=("user",)
            )
        return [action["url"] for action in actions]

    assert offered().count(url) == 1
    setup = api.portal.get_tool("portal_setup")
    setup.runImportStepFromProfile("collective.conventions:uninstall", "actions")
    assert url not in offered() and offered()


def test_every_link_of_the_page_can_be_followed(session, url, functional):
    portal_url = functional["portal"].absolute_url()
    article = session.get(url).text.partition("<article")[2].partition("</article>")[0]
    links = re.findall(r'href="([^"#]+)"', article)
    assert f"{portal_url}/@@personal-information" in links
    assert {session.get(link, allow_redirects=False).status_code for link in links} == {200}

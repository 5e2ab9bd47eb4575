"""What the page of the check refuses, and what it says then."""

from agreements import article
from collective.conventions.content.convention import IConvention
from dataclasses import asdict
from factories import make_convention
from factories import make_partner
from lxml import html
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.protect.authenticator import createToken
from zExceptions import Forbidden
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def convention(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    partners = [make_partner(portal, "One"), make_partner(portal, "Two")]
    text = [asdict(article(1, "One and Two.")), asdict(article(1, "Again."))]
    return make_convention(portal, partners, text=text)


def page_of(convention, method="GET", name="check", **form):
    request = convention.REQUEST.clone()
    request.method = method
    request.form.update(form)
    return api.content.get_view(name, convention, request)


def finding(convention):
    (group,) = [one for one in page_of(convention).groups if one.severity == "severe"]
    return group.lines[0]


def sent(convention, **form):
    line = finding(convention)
    form = {"code": line.code, "place": line.key, "_authenticator": createToken(), **form}
    page = page_of(convention, "POST", **form)
    return page, page()


def test_a_post_without_its_token_is_refused(convention):
    with pytest.raises(Forbidden):
        sent(convention, _authenticator="", reason="Why.")
    assert not convention.text_exceptions


def test_an_exception_without_reason_is_refused_beside_its_finding(convention):
    page, html = sent(convention, reason=" ")
    assert page.refused(finding(convention))
    assert 'aria-invalid="true"' in html
    assert not convention.text_exceptions


def test_an_exception_of_what_is_no_longer_there_leads_back(convention):
    page, html = sent(convention, place="article 9: elsewhere", reason="Why.")
    assert html == ""
    assert page.request.response.getHeader("Location").endswith("/@@check")
    assert not convention.text_exceptions


def test_an_exception_is_shown_with_its_reason_and_author(convention):
    sent(convention, reason="So voted.")
    page = page_of(convention)
    assert [(one.reason, bool(one.author), bool(one.day)) for one in page.accepted] == [
        ("So voted.", True, True)
    ]
    assert page.blocking == 0


def test_the_convention_tells_how_its_text_stands(convention):
    html = api.content.get_view("view", convention, convention.REQUEST.clone())()
    assert 'id="cv-check"' in html
    convention.text = []
    html = api.content.get_view("view", convention, convention.REQUEST.clone())()
    assert 'id="cv-check"' not in html


def test_a_text_that_cannot_be_compared_is_told(convention):
    page = page_of(convention, name="compare", before="version:99", after="present")
    assert "version:99" not in page()
    assert page.faults


def test_a_heading_is_said_once_and_what_changed_is_a_link_away(convention):
    signatures = {**convention.text[0], "part": "signatures", "number": "", "title": "Signatures"}
    named = {**signatures, "part": "heading", "title": "Convention of two"}
    convention.text = [named, *convention.text, signatures]
    page = page_of(convention, name="compare", before="present", after="present")
    assert page.changes == []
    assert "cp-jump" not in page()
    headings = [
        " ".join("".join(one.itertext()).split())
        for one in html.fromstring(page()).xpath("//*[@class='cp-part']/h3")
    ]
    assert headings[0].startswith("Convention of two")
    assert headings[-1].count("Signatures") == 1
    assert headings[1].startswith("Article 1")


def test_changes_are_counted_and_linked(convention):
    rows = convention.text
    convention.text = [rows[0], {**rows[1], "body": "<p>Otherwise.</p>"}]
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "text")))
    convention.text = rows
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "text")))
    keys = [key for key, _title in page_of(convention, name="compare").choices]
    before = next(key for key in keys if key.startswith("version:"))
    page = page_of(convention, name="compare", before=before, after="present")
    tree = html.fromstring(page())
    (nav,) = tree.xpath("//nav[@class='cp-jump']")
    links = nav.xpath(".//a/@href")
    assert len(links) == len(page.changes) > 0
    assert " ".join(nav.xpath("./p")[0].text_content().split()) == page.counted
    for link in links:
        (part,) = tree.xpath(f"//*[@id='{link[1:]}']")
        assert part.xpath(".//ins | .//del")

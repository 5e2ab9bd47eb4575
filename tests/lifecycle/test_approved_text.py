"""The text that the Council approved is kept as a fingerprint, and only that text can be signed."""

from collective.conventions.content.values import snapshot
from collective.conventions.content.values import text_of
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.texts.fingerprint import fingerprint
from factories import make_convention
from factories import TODAY
from plone import api
import pytest


ARTICLE = {"part": "article", "number": "1", "title": "Objet", "body": "<p>Deux locaux.</p>"}


@pytest.fixture
def approved(portal, partners):
    return make_convention(portal, partners, "council_approved", text=[dict(ARTICLE)])


def now(convention):
    return fingerprint(text_of(snapshot(convention)))


def test_the_approval_keeps_the_fingerprint_and_writes_it_down(portal, partners):
    convention = make_convention(portal, partners, text=[dict(ARTICLE)])
    assert convention.approved_text is None
    take(convention, "approve", TODAY)
    assert convention.approved_text == now(convention)
    journal = find(convention.UID())
    (entry,) = journal.between(journal.length, journal.length)
    assert (entry.action, entry.after["approved_text"]) == ("approve", now(convention))


def test_a_convention_without_text_is_approved_as_it_is(portal, partners):
    convention = make_convention(portal, partners, "signed")
    assert convention.approved_text == fingerprint(())


def test_what_was_approved_can_be_signed(approved):
    assert missing(approved, "sign", TODAY) == ()
    take(approved, "sign", TODAY)
    assert api.content.get_state(approved) == "signed"


@pytest.mark.parametrize(
    "rows", [[], [{**ARTICLE, "body": "<p>Trois locaux.</p>"}], [dict(ARTICLE), dict(ARTICLE)]]
)
def test_another_text_is_refused(approved, rows):
    """By whatever road it came: here past every lock."""
    approved.text = rows
    found = {(finding.code, finding.field) for finding in missing(approved, "sign", TODAY)}
    assert ("text_changed", "text") in found
    with pytest.raises(UnprocessableEntity):
        take(approved, "sign", TODAY)
    with pytest.raises(UnprocessableEntity):
        api.portal.get_tool("portal_workflow").doActionFor(approved, "sign")
    assert api.content.get_state(approved) == "council_approved"


def test_spaces_change_nothing(approved):
    approved.text = [{**ARTICLE, "body": "<p>Deux\n  <strong>locaux</strong>.</p>"}]
    assert missing(approved, "sign", TODAY) == ()


def test_an_approval_of_an_earlier_release_kept_none(approved):
    approved.approved_text = None
    assert missing(approved, "sign", TODAY) == ()


def test_withdrawn_it_is_forgotten_and_a_copy_begins_without(approved, portal):
    assert api.content.copy(approved, portal["conventions"]).approved_text is None
    take(approved, "withdraw", TODAY, reason="Annulled.")
    assert approved.approved_text is None

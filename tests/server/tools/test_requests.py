"""The catalogue, what is asked for, what is answered, and what is installed (C3, C4)."""

from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import register
from collective.conventions.server.journal import history
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.answers import Answer
from collective.conventions.server.tools.answers import answer
from collective.conventions.server.tools.answers import fulfil
from collective.conventions.server.tools.catalogue import put
from collective.conventions.server.tools.catalogue import remove
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.server.tools.profiles import installable
from collective.conventions.server.tools.requests import Actor
from collective.conventions.server.tools.requests import all_requests
from collective.conventions.server.tools.requests import ask
from collective.conventions.server.tools.requests import request
from collective.conventions.server.tools.requests import requests_of
from collective.conventions.server.tools.requests import withdraw
from collective.conventions.server.tools.shown import shown
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from toolset import make_space
from toolset import offer
from toolset import PROFILE
from toolset import version
from toolset import WIKI
from zExceptions import NotFound
import pytest
import transaction


EVA = Actor("eva", "Eva Tonnon")
WHY = Answer("Two days of work.", "2 days", "All communes with a shared secretariat.")


@pytest.fixture
def offered(server):
    """A server that offers one tool."""
    offer(server)
    return server


@pytest.fixture
def namur(offered):
    """A space on that server."""
    make_space(offered, "namur")
    return offered


def wiki(app, space="namur", text="For the secretariat."):
    return ask(app, space, kind="tool", tool_id="wiki", text=text, actor=EVA)


def adapt(app, space="namur", text="Larger letters, please."):
    return ask(app, space, kind="adaptation", tool_id="", text=text, actor=EVA)


def codes(refused):
    return {(one.field, one.code) for one in refused.value.findings}


def test_a_tool_is_offered_with_the_package_of_its_profile(offered):
    assert tool(offered, "wiki").package == "toolbox"
    assert tools(offered) == (tool(offered, "wiki"),)
    entry = history(offered)[-1]
    assert (entry.action, entry.subject, entry.actor) == ("tool_added", "wiki", SITE_OWNER_NAME)


def test_a_change_is_in_the_journal_and_the_same_again_is_not(offered):
    offer(offered, title="Notes")
    entry = history(offered)[-1]
    assert (entry.before, entry.after) == ({"title": "Shared notes"}, {"title": "Notes"})
    offer(offered, title="Notes")
    assert history(offered)[-1] == entry


def test_what_is_wrong_with_a_tool_is_named_at_once(server):
    with pytest.raises(UnprocessableEntity) as refused:
        put(server, Tool("Wiki!", " ", profile="nothing:default", guide="x" * 30000))
    assert codes(refused) == {
        ("id", "id_malformed"),
        ("title", "required"),
        ("description", "required"),
        ("contact", "required"),
        ("profile", "unknown_choice"),
        ("guide", "text_too_long"),
    }
    assert tools(server) == ()


def test_only_profiles_that_one_may_choose_are_offered(server):
    assert PROFILE in installable()
    assert "collective.conventions:default" in installable()
    for hidden in ("collective.conventions:uninstall", "Products.CMFPlone:plone"):
        assert hidden not in installable()


def test_a_tool_that_is_used_stays(offered):
    with pytest.raises(Conflict):
        remove(offered, "wiki", used=True)
    remove(offered, "wiki", used=False)
    assert tools(offered) == ()
    with pytest.raises(NotFound):
        tool(offered, "wiki")


def test_a_tool_is_asked_for_accepted_and_installed(namur):
    register.put(namur, register.Entry("namur", "Namur"))
    made = wiki(namur)
    assert (made.number, made.state, made.steps[0].name) == (1, "asked", "Eva Tonnon")
    answer(namur, "namur", 1, accept=True, given=WHY)
    done = fulfil(namur, "namur", 1)
    assert [step.state for step in done.steps] == ["asked", "accepted", "done"]
    assert done.steps[1].reason == WHY.reason
    assert (done.workload, done.benefit) == (WHY.workload, WHY.benefit)
    with entered(namur, "namur") as portal:
        assert api.portal.get_registry_record("toolbox.configured") is True
        (seen,) = shown(portal)
    assert (seen.installed, seen.available, seen.request) == ("1002", "1002", None)
    assert register.entry(namur, "namur").tools == ("wiki",)
    actions = [(one.action, one.actor, one.subject) for one in history(namur)][-4:]
    assert actions == [
        ("request_asked", "namur/eva", "namur/1"),
        ("request_accepted", SITE_OWNER_NAME, "namur/1"),
        ("tool_installed", SITE_OWNER_NAME, "namur"),
        ("request_done", SITE_OWNER_NAME, "namur/1"),
    ]


def test_an_adaptation_is_declined_with_the_reason(offered):
    adapt(offered)
    declined = answer(offered, "namur", 1, accept=False, given=WHY)
    assert (declined.state, declined.open) == ("declined", False)
    entry = history(offered)[-1]
    assert (entry.reason, entry.after["workload"]) == (WHY.reason, WHY.workload)


def test_an_adaptation_is_delivered_with_a_note(offered):
    adapt(offered)
    answer(offered, "namur", 1, accept=True, given=WHY)
    assert fulfil(offered, "namur", 1, note="In the next release.").steps[-1].reason == (
        "In the next release."
    )


def test_no_answer_without_a_reason(offered):
    adapt(offered)
    for accept in (True, False):
        with pytest.raises(UnprocessableEntity) as refused:
            answer(offered, "namur", 1, accept=accept, given=Answer("  ", "x" * 6000))
        assert codes(refused) == {("reason", "required"), ("workload", "text_too_long")}
    assert request(offered, "namur", 1).state == "asked"


@pytest.mark.parametrize(
    ("kind", "tool_id", "text", "expected"),
    [
        ("gift", "", "", {("kind", "unknown_choice")}),
        ("tool", "", "", {("tool", "required")}),
        ("tool", "nothing", "", {("tool", "unknown_choice")}),
        ("adaptation", "", "  ", {("text", "required")}),
        ("adaptation", "wiki", "x" * 6000, {("text", "text_too_long")}),
    ],
)
def test_what_cannot_be_asked_for(offered, kind, tool_id, text, expected):
    with pytest.raises(UnprocessableEntity) as refused:
        ask(offered, "namur", kind=kind, tool_id=tool_id, text=text, actor=EVA)
    assert codes(refused) == expected
    assert requests_of(offered, "namur") == ()


def test_a_tool_is_asked_for_once_and_again_after_a_no(offered):
    wiki(offered)
    with pytest.raises(UnprocessableEntity) as refused:
        wiki(offered)
    assert codes(refused) == {("tool", "asked_already")}
    answer(offered, "namur", 1, accept=False, given=WHY)
    assert wiki(offered).number == 2


def test_what_is_withdrawn_or_done_has_no_further_step(offered):
    adapt(offered)
    withdraw(offered, "namur", 1, actor=EVA)
    for act in (
        lambda: withdraw(offered, "namur", 1, actor=EVA),
        lambda: answer(offered, "namur", 1, accept=True, given=WHY),
        lambda: fulfil(offered, "namur", 1),
    ):
        with pytest.raises(Conflict):
            act()
    adapt(offered)
    with pytest.raises(Conflict):
        fulfil(offered, "namur", 2)


def test_the_operator_sees_all_spaces_open_ones_first(namur):
    adapt(namur)
    withdraw(namur, "namur", 1, actor=EVA)
    wiki(namur, "dinant")
    adapt(namur)
    answer(namur, "namur", 2, accept=True, given=WHY)
    assert [(one.space, one.state) for one in all_requests(namur)] == [
        ("dinant", "asked"),
        ("namur", "accepted"),
        ("namur", "withdrawn"),
    ]


def test_what_fails_while_it_is_installed_leaves_nothing(namur):
    offer(namur, id="broken", profile="toolbox:broken")
    ask(namur, "namur", kind="tool", tool_id="broken", text="", actor=EVA)
    answer(namur, "namur", 1, accept=True, given=WHY)
    transaction.commit()
    with pytest.raises(UnprocessableEntity, match="nothing has changed"):
        fulfil(namur, "namur", 1)
    with entered(namur, "namur"):
        assert api.portal.get_registry_record("toolbox.halfway", default=None) is None
    assert version(namur, "namur", "toolbox:broken") == "u.n.k.n.o.w.n"
    assert request(namur, "namur", 1).state == "accepted"


def test_what_is_there_already_is_not_installed_again(namur):
    wiki(namur)
    answer(namur, "namur", 1, accept=True, given=WHY)
    with entered(namur, "namur") as portal:
        portal.portal_setup.setLastVersionForProfile(PROFILE, "1000")
    with pytest.raises(Conflict):
        fulfil(namur, "namur", 1)
    assert WIKI.profile == PROFILE

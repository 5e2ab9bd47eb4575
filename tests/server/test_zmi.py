"""Advanced access: the management screens of one space, for one manager, until a day (C9)."""

from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server import zmi
from collective.conventions.server import zmi_role
from collective.conventions.server.journal import history
from collective.conventions.server.spaces import entered
from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.factory import addPloneSite
from zExceptions import NotFound
import pytest
import requests
import transaction


PASSWORD = "a password of tests"
SPACE = "plone"
TODAY = today()
TOMORROW = TODAY + timedelta(days=1)
#: Management screens of a space, of its tools and of what lies in it.
SCREENS = (
    "manage",
    "manage_findForm",
    "conventions/manage_main",
    "acl_users/manage_main",
    "portal_catalog/manage_catalogView",
    "portal_skins/manage_main",
    "portal_types/manage_main",
)
#: Where one could give oneself more, or keep what one has.
BEYOND = (
    "acl_users/manage_users",
    "acl_users/portal_role_manager/manage_roles",
    "manage_access",
    "manage_listLocalRoles",
    "manage_propertiesForm",
    "conventions/manage_propertiesForm",
    "portal_setup/manage_importSteps",
    "portal_setup/manage_tool",
    "portal_catalog/manage_catalogIndexes",
    "manage_main",
    "portal_workflow/manage_selectWorkflows",
    "MailHost/manage_main",
    "manage_UndoForm",
    "@@usergroup-userprefs",
    "@@overview-controlpanel",
)


@pytest.fixture
def server(app, functional):
    """Two managers of one space, and one of another, which is a bare site."""
    addPloneSite(app, "dinant", distribution_name="classic", setup_content=False)
    for person, space in (("eva", SPACE), ("noor", SPACE), ("joan", "dinant")):
        with entered(app, space):
            api.user.create(email=f"{person}@example.be", username=person, password=PASSWORD)
            if space == SPACE:
                api.group.add_user(groupname="space_managers", username=person)
    transaction.commit()
    return app


def ask(app, reason="The catalog of our space.", member="eva"):
    with entered(app, SPACE) as portal:
        return zmi.ask(portal, member, "Eva", reason, today=TODAY)


def grant(app, until=TOMORROW):
    made = ask(app)
    with entered(app, SPACE) as portal:
        made = zmi.grant(portal, made.id, until, actor="rita", today=TODAY)
    transaction.commit()
    return made


def get(app, path, member="eva", **options):
    return requests.get(
        f"{app.absolute_url()}/{path}",
        auth=(member, PASSWORD),
        allow_redirects=False,
        timeout=30,
        **options,
    )


def opened(app, path, member="eva"):
    return get(app, path, member).status_code == 200


def test_a_space_manager_reaches_no_screen_until_it_is_granted(server):
    assert [name for name in SCREENS if opened(server, f"{SPACE}/{name}")] == []
    ask(server)
    transaction.commit()
    assert [name for name in SCREENS if opened(server, f"{SPACE}/{name}")] == []


def test_with_it_he_reaches_those_of_his_own_space_only(server):
    grant(server)
    for screen in SCREENS:
        assert opened(server, f"{SPACE}/{screen}"), screen
        assert not opened(server, f"dinant/{screen}"), screen
    for screen in ("manage_main", "manage", "manage_workspace", "Control_Panel/manage_main"):
        assert not opened(server, screen), screen
    assert not opened(server, f"{SPACE}/manage_findForm", "noor")
    assert not opened(server, f"{SPACE}/manage_findForm", "joan")
    assert not opened(server, "dinant/manage_main", "joan")


def test_the_request_after_its_last_day_is_refused(server, monkeypatch):
    grant(server, TODAY)
    session = requests.Session()
    address = f"{server.absolute_url()}/{SPACE}/manage_findForm"
    options = {"auth": ("eva", PASSWORD), "allow_redirects": False, "timeout": 30}
    assert session.get(address, **options).status_code == 200
    monkeypatch.setattr(zmi_role, "today", lambda: TOMORROW)
    assert session.get(address, **options).status_code != 200


def test_it_ends_at_once_when_it_is_revoked(server):
    made = grant(server)
    assert opened(server, f"{SPACE}/manage_findForm")
    with entered(server, SPACE) as portal:
        zmi.revoke(portal, made.id, "The work is done.", actor="rita")
    transaction.commit()
    assert not opened(server, f"{SPACE}/manage_findForm")


def test_it_ends_when_he_gives_it_back(server):
    made = grant(server)
    with entered(server, SPACE) as portal:
        with pytest.raises(Conflict):
            zmi.give_back(portal, made.id, "noor")
        zmi.give_back(portal, made.id, "eva")
    transaction.commit()
    assert not opened(server, f"{SPACE}/manage_findForm")


def test_it_ends_when_he_no_longer_manages_the_space(server):
    grant(server)
    with entered(server, SPACE):
        api.group.remove_user(groupname="space_managers", username="eva")
    transaction.commit()
    assert not opened(server, f"{SPACE}/manage_findForm")


def test_it_gives_nothing_with_which_more_could_be_taken(server):
    grant(server)
    assert [path for path in BEYOND if opened(server, f"{SPACE}/{path}")] == []


def test_both_journals_tell_of_it(server):
    made = grant(server)
    with entered(server, SPACE) as portal:
        zmi.revoke(portal, made.id, "The work is done.", actor="rita")
        entries = list(find(IUUID(portal)))[-3:]
    told = [(one.action, one.actor, one.reason) for one in entries]
    assert told == [
        ("advanced_access_asked", "eva", "The catalog of our space."),
        ("advanced_access_granted", "server/rita", ""),
        ("advanced_access_revoked", "server/rita", "The work is done."),
    ]
    assert entries[1].after == {"member": "eva", "until": TOMORROW.isoformat()}
    own = [one for one in history(server) if one.subject == SPACE][-3:]
    assert [(one.action, one.actor) for one in own] == [
        ("advanced_access_asked", f"{SPACE}/eva"),
        ("advanced_access_granted", "rita"),
        ("advanced_access_revoked", "rita"),
    ]


def test_it_is_asked_for_once_and_with_a_reason(server):
    with pytest.raises(UnprocessableEntity):
        ask(server, " ")
    ask(server)
    with pytest.raises(Conflict):
        ask(server)
    assert ask(server, member="noor").id == f"{SPACE}-2"


def test_what_is_over_can_be_asked_for_again(server):
    grant(server, TODAY)
    with entered(server, SPACE) as portal:
        again = zmi.ask(portal, "eva", "Eva", "Once more.", today=TOMORROW)
        states = [one.state_on(TOMORROW) for one in zmi.requests(server, IUUID(portal))]
    assert again.state == zmi.ASKED
    assert states == [zmi.ASKED, zmi.EXPIRED]


def test_its_last_day_is_neither_past_nor_far_away(server):
    made = ask(server)
    for days in (-1, zmi.LONGEST + 1, None):
        until = None if days is None else TODAY + timedelta(days=days)
        with entered(server, SPACE) as portal, pytest.raises(UnprocessableEntity) as refused:
            zmi.grant(portal, made.id, until, actor="rita", today=TODAY)
        assert [one.field for one in refused.value.findings] == ["until"], days


def test_a_refusal_says_why_and_closes_it(server):
    made = ask(server)
    with entered(server, SPACE) as portal:
        with pytest.raises(UnprocessableEntity):
            zmi.decline(portal, made.id, "", actor="rita")
        zmi.decline(portal, made.id, "Ask for a tool instead.", actor="rita")
        with pytest.raises(Conflict):
            zmi.grant(portal, made.id, TOMORROW, actor="rita", today=TODAY)
        with pytest.raises(Conflict):
            zmi.revoke(portal, made.id, "Why", actor="rita")
    assert zmi.request(server, made.id).answer == "Ask for a tool instead."


def test_who_does_not_manage_the_space_neither_asks_nor_is_granted(server):
    made = ask(server)
    with entered(server, SPACE) as portal:
        api.group.remove_user(groupname="space_managers", username="eva")
        with pytest.raises(Conflict):
            zmi.grant(portal, made.id, TOMORROW, actor="rita", today=TODAY)
        with pytest.raises(Forbidden):
            zmi.ask(portal, "joan", "Joan", "Why not", today=TODAY)


def test_one_space_knows_nothing_of_what_another_asked(server):
    made = ask(server)
    with entered(server, "dinant") as portal, pytest.raises(NotFound):
        zmi.grant(portal, made.id, TOMORROW, actor="rita", today=TODAY)
    assert zmi.requests(server, IUUID(portal)) == []

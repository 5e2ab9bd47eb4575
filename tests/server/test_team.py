"""The maintenance team: rights begin with both signatures and end with the membership (C7, C15)."""

from collective.conventions.access.roles import OPERATOR
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.server import operators
from collective.conventions.server import team
from collective.conventions.server import welcome
from collective.conventions.server.journal import history
from datetime import timedelta
from plone.app.testing import login
from plone.namedfile.file import NamedBlobFile
from plone.restapi.setuphandlers import install_pas_plugin
import pytest
import requests
import transaction


PASSWORD = "a password of tests"
TODAY = today()
BY = {"actor": "admin", "today": TODAY}


def signed(**values):
    file = NamedBlobFile(data=b"%PDF-1.7 signed", filename="signed.pdf")
    return {"version": "2026-1", "signed": TODAY, "file": file, **BY, **values}


def admit(app, name="rita", **values):
    made = team.admit(app, name, name.title(), **{**BY, **values})
    operators.set_password(app, name, PASSWORD)
    return made


def enrol(app, name="rita"):
    admit(app, name)
    for document in team.DOCUMENTS:
        made = team.sign(app, name, document, **signed())
    transaction.commit()
    return made


def is_operator(app, name):
    return app.acl_users.getUser(name).has_role(OPERATOR)


def ask(app, path, **options):
    headers = {"Accept": "application/json", **options.pop("headers", {})}
    url = f"{app.absolute_url()}/{path}"
    return requests.get(url, headers=headers, timeout=30, allow_redirects=False, **options)


def test_rights_begin_with_the_second_signature(app):
    admit(app)
    assert not is_operator(app, "rita")
    one = team.sign(app, "rita", "undertaking", **signed())
    assert one.missing == ("charter",)
    assert not is_operator(app, "rita")
    assert team.sign(app, "rita", "charter", **signed()).has_rights
    assert is_operator(app, "rita")
    assert team.member(app, "rita").signature("charter").version == "2026-1"
    assert team.file_of(app, "rita", "charter").data == b"%PDF-1.7 signed"


def test_signing_one_document_twice_is_not_signing_both(app):
    admit(app)
    team.sign(app, "rita", "charter", **signed())
    team.sign(app, "rita", "charter", **signed(version="2026-2"))
    assert not is_operator(app, "rita")
    assert team.member(app, "rita").signature("charter").version == "2026-2"


def test_an_open_session_loses_its_rights_with_the_membership(app, functional):
    """By password and by token, at the root and in a space: the very next request."""
    enrol(app)
    install_pas_plugin(functional["portal"])
    token = app.acl_users.jwt_auth.create_token("rita")
    transaction.commit()
    space = functional["portal"].getId()
    bearer = {"headers": {"Authorization": f"Bearer {token}"}}
    inside = (f"{space}/@journals", f"{space}/conventions")
    roads = [({"auth": ("rita", PASSWORD)}, ("@team", *inside)), (bearer, inside)]
    for options, paths in roads:
        assert [ask(app, path, **options).status_code for path in paths] == [200] * len(paths)
    team.leave(app, "rita", reason="End of contract.", **BY)
    transaction.commit()
    for options, paths in roads:
        assert {ask(app, path, **options).status_code for path in paths} <= {401, 403}


def test_an_open_cookie_session_loses_its_rights_too(app, functional):
    enrol(app)
    session = requests.Session()
    form = {"__ac_name": "rita", "__ac_password": PASSWORD}
    url = app.absolute_url()
    session.post(f"{url}/acl_users/credentials_cookie_auth/login", data=form, timeout=30)
    assert session.cookies
    options = {"headers": {"Accept": "application/json"}, "timeout": 30}
    assert session.get(f"{url}/@team", **options).status_code == 200
    team.leave(app, "rita", **BY)
    transaction.commit()
    assert session.get(f"{url}/@team", **options).status_code in (401, 403)


def test_who_leaves_keeps_no_role_and_no_password(app):
    enrol(app)
    app.acl_users.roles.assignRoleToPrincipal("Manager", "rita")
    team.leave(app, "rita", **BY)
    user = app.acl_users.getUser("rita")
    assert set(user.getRoles()) <= {"Authenticated"}
    assert app.acl_users.authenticate("rita", PASSWORD, app.REQUEST) is None
    with pytest.raises(Conflict):
        team.sign(app, "rita", "charter", **signed())


def test_nobody_does_it_for_himself(app):
    with pytest.raises(Forbidden):
        team.admit(app, "rita", "Rita", actor="rita", today=TODAY)
    admit(app)
    for document in team.DOCUMENTS:
        with pytest.raises(Forbidden):
            team.sign(app, "rita", document, **signed(actor="rita"))
    assert not is_operator(app, "rita")


def test_who_has_no_rights_yet_cannot_admit_anybody(app):
    admit(app)
    transaction.commit()
    answer = requests.post(
        f"{app.absolute_url()}/@team",
        json={"login": "other", "name": "Other"},
        auth=("rita", PASSWORD),
        headers={"Accept": "application/json"},
        timeout=30,
    )
    assert answer.status_code in (401, 403)
    transaction.begin()
    assert team.member(app, "other") is None


def test_two_operators_are_told_apart_in_the_journals(app, functional):
    for name in ("rita", "sam"):
        enrol(app, name)
        login(app, name)
        journal_of("apart").append("modified", actor=actor())
    assert [entry.actor for entry in journal_of("apart")] == ["server/rita", "server/sam"]


def test_a_login_is_of_one_person_for_good(app):
    enrol(app)
    with pytest.raises(Conflict):
        admit(app)
    team.leave(app, "rita", **BY)
    with pytest.raises(Conflict):
        team.admit(app, "rita", "Somebody Else", **BY)
    with pytest.raises(Conflict):
        team.admit(app, "admin", "Somebody Else", **{**BY, "actor": "sam"})
    again = admit(app)
    assert again.signatures == ()
    assert not is_operator(app, "rita")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"version": " "}, "version"),
        ({"signed": None}, "signed"),
        ({"signed": TODAY + timedelta(days=1)}, "signed"),
        ({"file": None}, "file"),
    ],
)
def test_a_signature_needs_its_date_version_and_copy(app, values, field):
    admit(app)
    with pytest.raises(UnprocessableEntity) as refused:
        team.sign(app, "rita", "charter", **signed(**values))
    assert [one.field for one in refused.value.findings] == [field]
    assert team.member(app, "rita").signatures == ()


@pytest.mark.parametrize("name", ["", "Rita", "ri ta", "../x", "server/rita", "rita@x.be", "é"])
def test_a_login_is_plain(app, name):
    with pytest.raises(UnprocessableEntity):
        team.admit(app, name, "Rita", **BY)


def test_the_journal_of_the_server_tells_all(app):
    enrol(app)
    team.leave(app, "rita", reason="Retired.", **BY)
    told = [(one.action, one.actor, one.reason) for one in history(app) if one.subject == "rita"]
    assert told == [
        ("team_admitted", "admin", ""),
        ("team_signed", "admin", ""),
        ("team_signed", "admin", ""),
        ("team_rights_began", "admin", ""),
        ("team_left", "admin", "Retired."),
    ]


def test_rights_from_elsewhere_are_shown(app):
    enrol(app)
    assert team.strangers(app) == ()
    operators.open_account(app, "ghost")
    operators.give_rights(app, "ghost")
    assert team.strangers(app) == ("ghost",)


def test_a_code_sets_a_password_once(app):
    admit(app)
    first = welcome.new_code(app, "rita", **BY)
    code = welcome.new_code(app, "rita", **BY)
    for wrong in (first, "", "AAAA-AAAA-AAAA-AAAA"):
        with pytest.raises(Conflict):
            welcome.choose_password(app, "rita", wrong, "a new password", today=TODAY)
    with pytest.raises(UnprocessableEntity):
        welcome.choose_password(app, "rita", code, "short", today=TODAY)
    late = TODAY + timedelta(days=welcome.DAYS + 1)
    with pytest.raises(Conflict):
        welcome.choose_password(app, "rita", code, "a new password", today=late)
    welcome.choose_password(app, "rita", code.lower(), "a new password", today=TODAY)
    assert app.acl_users.authenticate("rita", "a new password", app.REQUEST) is not None
    with pytest.raises(Conflict):
        welcome.choose_password(app, "rita", code, "another password", today=TODAY)
    kept = [str(one) for one in history(app)]
    assert not any(code in text or "a new password" in text for text in kept)


def test_a_code_dies_with_the_membership(app):
    admit(app)
    code = welcome.new_code(app, "rita", **BY)
    team.leave(app, "rita", **BY)
    with pytest.raises(Conflict):
        welcome.choose_password(app, "rita", code, "a new password", today=TODAY)


def test_the_list_is_public_only_when_it_is_published(app):
    enrol(app)
    admit(app, "sam")
    transaction.commit()
    assert ask(app, "@maintenance-team").status_code == 404
    assert ask(app, "@@maintenance-team", headers={"Accept": "text/html"}).status_code == 404
    team.publish(app, True, **{"actor": "admin"})
    transaction.commit()
    answer = ask(app, "@maintenance-team")
    assert answer.json()["items"] == [
        {"name": "Rita", "organisation": "", "since": TODAY.isoformat()}
    ]
    page = ask(app, "@@maintenance-team", headers={"Accept": "text/html"})
    assert "Rita" in page.text
    for text in (answer.text, page.text):
        assert not {"Sam", "signed.pdf", "2026-1"} & set(text.replace("<", " ").split())


def test_the_services_are_for_operators(app):
    enrol(app)
    for path in ("@team", "@team/rita", "@@team", "@@team-member?login=rita", "@@advanced-access"):
        assert ask(app, path).status_code in (302, 401), path
    file = "@@team-file?login=rita&document=charter"
    assert ask(app, file).status_code in (302, 401)
    answer = ask(app, file, auth=("rita", PASSWORD))
    assert answer.content == b"%PDF-1.7 signed"
    assert answer.headers["Content-Disposition"].startswith("attachment")

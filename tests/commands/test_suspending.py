"""Suspended and reinstated from the command line; nothing is mailed from behind a closed door."""

from collective.conventions.commands import deadlines
from collective.conventions.commands import suspending
from collective.conventions.commands.main import main
from collective.conventions.deadlines.reminders import run as reminders
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import reinstate
from collective.conventions.server.suspension import suspend
from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import json
import pytest
import transaction


@pytest.fixture
def app(functional, monkeypatch):
    """The database, as the command opens it."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Ville de Namur")
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(suspending, "opened", opened)
    return app


def test_a_space_is_suspended_and_reinstated(app, capsys):
    assert main(["spaces", "suspend", "namur", "--reason", "Stolen.", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scope"] == "space"
    transaction.begin()
    assert is_suspended(app["namur"]).reason == "Stolen."
    assert main(["spaces", "suspend", "namur", "--reason", "Stolen."]) == 1
    assert "suspended already" in capsys.readouterr().err
    assert main(["spaces", "reinstate", "namur", "--reason", "Found."]) == 0
    assert is_suspended(app["namur"]) is None


@pytest.mark.parametrize("action", ["suspend", "reinstate"])
def test_who_was_not_told_by_mail_is_named(app, capsys, action):
    with entered(app, "namur"):
        api.user.create("anna@namur.be", "anna")
        api.group.add_user(groupname="space_managers", username="anna")
    if action == "reinstate":
        suspend(app, "namur", reason="Stolen.", actor="rita")
    transaction.commit()
    assert main(["spaces", action, "namur", "--reason", "Because.", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["letters"]["missed"] == {"anna": "no_sender"}
    assert "conventions: anna was not told by mail: the space sends no mail." in told.err


@pytest.mark.parametrize("action", ["suspend", "reinstate"])
def test_a_reason_is_a_must(action):
    with pytest.raises(SystemExit) as ended:
        main(["spaces", action, "namur"])
    assert ended.value.code == 2


def test_an_account_nobody_knows_is_refused(app, capsys):
    command = ["spaces", "suspend", "namur", "--reason", "Stolen.", "--account", "nobody"]
    assert main(command) == 1
    assert "nobody" in capsys.readouterr().err
    assert is_suspended(app["namur"]) is None


def test_the_daily_run_goes_on_without_its_mails(app, monkeypatch):
    ran = []
    monkeypatch.setattr(reminders, "run", lambda *given: ran.append(given) or reminders.Report())
    suspend(app, "namur", reason="Stolen.", actor="rita")
    transaction.commit()
    done = deadlines.run(app, ["namur"])
    assert [(one.space, one.sent, one.failures) for one in done] == [("namur", 0, ())]
    assert ran == []
    reinstate(app, "namur", reason="Found.", actor="rita")
    transaction.commit()
    deadlines.run(app, ["namur"])
    assert len(ran) == 1

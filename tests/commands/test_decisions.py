"""``conventions decisions``: folders sent and decisions fetched, in one space or in all."""

from collective.conventions.commands import decisions as command
from collective.conventions.commands.main import main
from contextlib import contextmanager
from exchange import test_connector as connector
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import json
import pytest
import transaction


delib = connector.delib
convention = connector.convention


@pytest.fixture
def systems(tmp_path, delib):
    """The file of the operator: one space, one decision system."""
    path = tmp_path / "systems.toml"
    path.write_text(
        f'[plone]\naddress = "{delib}"\nlogin = "{SITE_OWNER_NAME}"\n'
        f'password = "{SITE_OWNER_PASSWORD}"\n'
    )
    path.chmod(0o600)
    return path


@pytest.fixture
def decisions(functional, systems, monkeypatch):
    """Run the command on the server of the test."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    return lambda *words: main(["decisions", *words, "--systems", str(systems)])


def test_what_waits_is_sent_and_what_was_decided_is_recorded(convention, decisions, delib, capsys):
    assert decisions("send") == 0
    assert "plone: 1 sent, 0 sent before, 0 failed." in capsys.readouterr().out
    assert decisions("send", "--space", "plone", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["done"], told["same"]) == ([], 1)
    assert decisions("fetch") == 0
    assert "0 recorded, 1 not decided yet, 0 failed." in capsys.readouterr().out
    connector.decide(delib, convention)
    assert decisions("fetch") == 0
    assert "1 recorded" in capsys.readouterr().out
    transaction.begin()
    assert api.content.get_state(convention) == "council_approved"


def test_what_fails_is_told_with_the_exit_code(convention, decisions, delib, capsys):
    assert decisions("send", "--convention", convention.UID()) == 0
    connector.decide(delib, convention, fingerprint="0" * 64)
    assert decisions("fetch") == 1
    told = capsys.readouterr()
    assert "another text" in told.out
    assert SITE_OWNER_PASSWORD not in told.out + told.err


def test_what_cannot_be_begun_is_told(convention, decisions, systems, capsys):
    assert decisions("send", "--space", "nowhere") == 1
    systems.write_text("")
    assert decisions("send", "--space", "plone") == 1
    assert "has no decision system" in capsys.readouterr().err
    systems.chmod(0o644)
    assert decisions("send") == 1
    assert "chmod 600" in capsys.readouterr().err


def test_the_file_must_be_named(monkeypatch, capsys):
    monkeypatch.delenv("CONVENTIONS_DECISION_SYSTEMS", raising=False)
    assert main(["decisions", "fetch"]) == 1
    assert "--systems" in capsys.readouterr().err

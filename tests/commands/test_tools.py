"""Versions and upgrades from the command line: listed, done, failed, stopped."""

from collective.conventions.commands import tools as command
from collective.conventions.commands.main import main
from collective.conventions.commands.progress import Lines
from contextlib import contextmanager
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import json
import os
import pytest
import signal
import toolbox
import toolset
import transaction


@pytest.fixture
def app(functional, monkeypatch):
    """A server with two outdated spaces, in place of the one that a zope.conf names."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    with toolset.registered(functional["configurationContext"]):
        for name in ("arlon", "namur"):
            toolset.make_space(app, name, version="1000")
        transaction.commit()

        @contextmanager
        def opened(conf):
            yield app

        monkeypatch.setattr(command, "opened", opened)
        yield app


def tools(*arguments):
    return main(["tools", *arguments])


def versions(app):
    return [toolset.version(app, name) for name in ("arlon", "namur")]


def test_the_versions_are_listed(app, capsys):
    assert tools("list", "--space", "namur") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "namur:"
    assert "  toolbox:default\t1000 -> 1002 (2 steps)" in lines
    assert tools("list", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["space"] for one in told] == ["arlon", "namur", "plone"]
    assert [one["failure"] for one in told] == [None, None, None]


def test_all_are_upgraded(app, capsys):
    assert tools("upgrade", "--all", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["space"], one["after"]) for one in told["spaces"]] == [
        ("arlon", {"toolbox:default": "1002"}),
        ("namur", {"toolbox:default": "1002"}),
    ]
    assert told["left"] == []
    assert versions(app) == ["1002", "1002"]
    assert tools("upgrade", "--all") == 0
    assert capsys.readouterr().out == "0 spaces upgraded, 0 failed, 0 left.\n"


def test_one_is_upgraded(app, capsys):
    assert tools("upgrade", "--space", "namur") == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "namur: toolbox:default 1000 -> 1002",
        "1 spaces upgraded, 0 failed, 0 left.",
    ]
    assert "server upgrade: done: namur" in told.err
    assert versions(app) == ["1000", "1002"]


def test_a_failure_is_told_and_the_exit_code_is_1(app, capsys):
    toolbox.TROUBLE["arlon"] = RuntimeError("the disk is full")
    assert tools("upgrade", "--all") == 1
    out = capsys.readouterr().out.splitlines()
    assert "arlon: left as it was: RuntimeError: the disk is full" in out
    assert versions(app) == ["1000", "1002"]
    tools("list", "--space", "arlon")
    assert "  The last upgrade failed: RuntimeError: the disk is full" in capsys.readouterr().out


def test_interrupted_it_keeps_what_is_done_and_the_next_run_goes_on(app, monkeypatch, capsys):
    class Interrupted(Lines):
        def done(self, work, about):
            super().done(work, about)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("collective.conventions.commands.progress.Lines", Interrupted)
    assert tools("upgrade", "--all") == 1
    assert "Stopped." in capsys.readouterr().out
    assert versions(app) == ["1002", "1000"]
    monkeypatch.undo()
    monkeypatch.setattr(command, "opened", contextmanager(lambda conf: iter([app])))
    assert tools("upgrade", "--all") == 0
    assert versions(app) == ["1002", "1002"]


@pytest.mark.parametrize("arguments", [(), ("--all", "--space", "namur")])
def test_it_must_be_said_which(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        tools("upgrade", *arguments)
    assert ended.value.code == 2


def test_a_space_that_is_none_is_refused(app, capsys):
    assert tools("upgrade", "--space", "nowhere") == 1
    assert "there is no space “nowhere”" in capsys.readouterr().err


def test_on_a_real_database(instance):
    shown = instance.conventions("tools", "list", "--json")
    assert shown.returncode == 0, shown.stderr
    assert [one["space"] for one in json.loads(shown.stdout)] == sorted(
        space["id"] for space in instance.told()["spaces"]
    )
    run = instance.conventions("tools", "upgrade", "--all")
    assert (run.returncode, run.stdout) == (0, "0 spaces upgraded, 0 failed, 0 left.\n")

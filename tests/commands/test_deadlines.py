"""What a cron job runs: every space by itself, what failed named, and stopped in good order."""

from collective.conventions.commands import deadlines as command
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.main import main
from collective.conventions.commands.progress import Lines
from collective.conventions.commands.progress import Stop
from collective.conventions.progress import Failure
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from contextlib import contextmanager
from datetime import date
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from Products.MailHost.MailHost import MailBase
import json
import os
import pytest
import signal
import transaction


LAST = date(2025, 6, 30)


@pytest.fixture
def outbox(monkeypatch):
    sent = []
    monkeypatch.setattr(
        MailBase, "_send", lambda host, sender, to, text, immediate=False: sent.append(text)
    )
    return sent


def fill(portal):
    """An agreement that is over, and one of which the secretary is to be told."""
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    api.user.create(email="eva@example.be", username="eva", properties={"fullname": "Eva"})
    api.group.add_user(groupname="council_secretaries", username="eva")
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    over = {"duration_unit": "years", "duration_count": 1}
    make_convention(portal, partners, "signed", title="Over", **over)
    owed = {"partner": partners[0].UID(), "description": "The report", "due": LAST}
    make_convention(portal, partners, "signed", title="Late", commitments=[owed])


@pytest.fixture
def app(functional, outbox, monkeypatch):
    """A server with two spaces, in place of the one that a zope.conf names."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Namur", language="en")
    for name in ("namur", "plone"):
        with entered(app, name) as portal:
            fill(portal)
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    return app


def states(app, space):
    with entered(app, space) as portal:
        found = portal.conventions.objectValues()
        return {one.title: api.content.get_state(one) for one in found}


def deadlines(*arguments, url="https://conventions.example.be"):
    return main(["deadlines", *arguments, "--url", url])


def test_every_space_is_served_once(app, outbox, capsys):
    assert deadlines("run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["space"], one["ended"], one["sent"]) for one in told] == [
        ("namur", 1, 1),
        ("plone", 1, 1),
    ]
    assert states(app, "namur") == {"Over": "terminated", "Late": "signed"}
    assert b"https://conventions.example.be/namur/conventions/late" in outbox[0]
    assert deadlines("run", "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert [(one["ended"], one["sent"]) for one in again] == [(0, 0), (0, 0)]
    assert len(outbox) == 2


def test_a_log_gets_a_line_for_each_event(app, capsys):
    assert deadlines("run", "--space", "namur") == 0
    told = capsys.readouterr()
    lines = told.err.splitlines()
    assert [line.split(" ", 1)[1] for line in lines[:2]] == [
        "namur expiry: 1",
        "namur expiry: done: Over (/namur/conventions/over)",
    ]
    assert lines[3].split(" ", 1)[1].startswith("namur reminders: done: Eva <eva@example.be>: ")
    assert told.out == "namur: 1 conventions ended, 1 mails sent, 0 failed.\n"
    assert states(app, "plone")["Over"] == "signed"


def test_a_preview_sends_and_ends_nothing(app, outbox, capsys):
    assert deadlines("preview", "--space", "namur") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "namur: 1 mails"
    assert second.startswith("  Eva <eva@example.be>: ")
    assert deadlines("preview", "--space", "namur", "--json") == 0
    (space,) = json.loads(capsys.readouterr().out)
    assert "/namur/conventions/late" in space["mails"][0]["body"]
    assert outbox == []
    assert states(app, "namur")["Over"] == "signed"


def test_what_is_not_set_up_is_said_and_the_exit_code_tells(app, outbox, monkeypatch, capsys):
    monkeypatch.delenv("CONVENTIONS_URL", raising=False)
    assert main(["deadlines", "run", "--space", "namur"]) == 1
    assert "The address of the space is not known" in capsys.readouterr().out
    assert outbox == []
    assert states(app, "namur")["Over"] == "terminated"


def test_a_broken_space_leaves_the_others_served(app, outbox, monkeypatch, capsys):
    whole = command.refresh

    def broken(*arguments):
        if api.portal.get().getId() == "namur":
            raise RuntimeError("the catalog is gone")
        return whole(*arguments)

    monkeypatch.setattr(command, "refresh", broken)
    assert deadlines("run") == 1
    assert "  namur: the catalog is gone" in capsys.readouterr().out.splitlines()
    assert len(outbox) == 1
    assert states(app, "plone")["Over"] == "terminated"


def test_stopped_it_keeps_what_is_done_and_the_next_run_goes_on(app, outbox, monkeypatch, capsys):
    class Interrupted(Lines):
        def done(self, work, about):
            super().done(work, about)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("collective.conventions.commands.progress.Lines", Interrupted)
    before = signal.getsignal(signal.SIGINT)
    assert deadlines("run") == 1
    assert signal.getsignal(signal.SIGINT) is before
    assert "Stopped." in capsys.readouterr().out
    assert (states(app, "namur")["Over"], states(app, "plone")["Over"]) == ("terminated", "signed")
    assert outbox == []
    monkeypatch.undo()


def test_a_second_interruption_stops_at_once():
    stop = Stop()
    with pytest.raises(KeyboardInterrupt), stop.listening():
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.asked
        os.kill(os.getpid(), signal.SIGINT)


def test_a_line_of_a_log_stays_one_line(capsys):
    Lines("namur", Stop()).failed("reminders", Failure("a\nb", "c\r\nd"))
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("namur reminders: FAILED: a b: c d")


def test_a_space_that_is_none_is_refused(app):
    with pytest.raises(CannotStart):
        command.run(app, ["nowhere"])


@pytest.mark.parametrize("url", ["example.be", "ftp://example.be", "https://example.be/namur"])
def test_an_address_that_is_none_is_refused(url, capsys):
    with pytest.raises(SystemExit) as ended:
        deadlines("run", url=url)
    assert ended.value.code == 2
    assert "the address of a server is like" in capsys.readouterr().err


def test_on_a_real_database(instance):
    shown = instance.conventions("deadlines", "preview", "--json", "--url", instance.url)
    assert shown.returncode == 0, shown.stderr
    assert [one["space"] for one in json.loads(shown.stdout)] == sorted(
        space["id"] for space in instance.told()["spaces"]
    )

"""What happens at the same moment over another connection, as in another process."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from collective.conventions.committing import TRIES
from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders import run as module
from collective.conventions.deadlines.reminders.run import run
from collective.conventions.journal.storage import journal_of
from collective.conventions.server.spaces import entered
from deadlines.reminders.conftest import TODAY
from threading import Thread
import pytest
import transaction


@pytest.fixture
def convention(agree, people):
    people("anna", "convention_readers")
    people("eva", "convention_readers")
    return agree(responsible=["anna", "eva"])


@pytest.fixture
def meanwhile(portal, monkeypatch):
    """Let ``work`` happen elsewhere when a mail is written down and not yet committed."""

    def arrange(work, times=1):
        left, whole = [None] * times, module._keep

        def keep(mail, today):
            whole(mail, today)
            if left:
                left.pop()
                elsewhere(portal, work)

        monkeypatch.setattr(module, "_keep", keep)

    return arrange


def elsewhere(portal, work):
    """Do ``work`` in the space in a thread of its own, and wait for it."""
    database, problems = portal._p_jar.db(), []

    def go():
        connection = database.open()
        newSecurityManager(None, system)
        try:
            with entered(connection.root()["Application"], portal.getId()):
                work()
        except Exception as error:
            problems.append(error)
        finally:
            noSecurityManager()
            transaction.abort()
            connection.close()

    thread = Thread(target=go)
    thread.start()
    thread.join()
    assert problems == []


def entries(convention):
    found = journal_of(convention.UID())
    assert found.breaks() == ()
    return [entry.after["recipient"] for entry in found if entry.action == "reminded"]


def test_two_runs_send_each_mail_once(convention, meanwhile, post):
    reports = []
    meanwhile(lambda: reports.append(run(TODAY)))
    report = run(TODAY)
    assert (reports[0].sent, report.sent, report.failures) == (2, 0, ())
    assert post.to == ["anna@example.be", "eva@example.be"]
    assert entries(convention) == ["anna", "eva"]
    assert len(ledger.history(10)) == 2


def write(convention):
    def work():
        journal_of(convention.UID()).append("modified", actor="somebody")
        transaction.commit()

    return work


def test_a_person_who_saves_at_the_same_moment_delays_a_mail_only(convention, meanwhile, post):
    meanwhile(write(convention))
    report = run(TODAY)
    assert (report.sent, report.failures) == (2, ())
    assert post.to == ["anna@example.be", "eva@example.be"]
    assert entries(convention) == ["anna", "eva"]


def test_what_cannot_be_kept_is_not_sent_and_left_to_the_next_run(convention, meanwhile, post):
    meanwhile(write(convention), times=TRIES)
    report = run(TODAY)
    assert (report.sent, len(report.failures)) == (1, 1)
    assert entries(convention) == ["eva"]
    assert post.to == ["eva@example.be"]
    assert run(TODAY).sent == 1
    assert post.to == ["eva@example.be", "anna@example.be"]

"""Two runs at the same moment: no gap, no duplicate, nobody billed twice (C12)."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from billing.conftest import TODAY
from billing.many import agree_with_many
from collections import Counter
from collective.conventions.billing import numbers
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.run import run
from collective.conventions.billing.runs import runs
from collective.conventions.server.spaces import entered
from threading import Barrier
from threading import Thread
import transaction


COUNT, POISONED = 60, 17


def numbers_issued():
    """The numbers of the present space, and how many conventions have how many documents."""
    found, per_convention = [], Counter()
    for record in candidates():
        parts = list(parts_of(record._unrestrictedGetObject()))
        found += [issued_of(part).number for part in parts]
        per_convention[len(parts)] += 1
    return sorted(found), per_convention


def together(portal, work, times=2):
    """Do ``work`` so many times at once, each in a thread over a connection of its own."""
    database, begin, problems = portal._p_jar.db(), Barrier(times), []

    def go():
        connection = database.open()
        newSecurityManager(None, system)
        try:
            with entered(connection.root()["Application"], portal.getId()):
                begin.wait()
                work()
        except Exception as error:
            problems.append(error)
        finally:
            noSecurityManager()
            transaction.abort()
            connection.close()

    threads = [Thread(target=go) for _time in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    transaction.begin()
    assert problems == []


def test_two_threads_issue_each_document_once(portal):
    agree_with_many(portal.getPhysicalRoot(), portal, COUNT, {POISONED})
    made = []
    together(portal, lambda: made.append(run(TODAY, TODAY)))
    wanted = [f"2026-{number:04}" for number in range(1, COUNT)]
    assert numbers_issued() == (wanted, Counter({1: COUNT - 1, 0: 1}))
    assert sorted(number for one in made for number in one.issued) == wanted
    assert [len(one.failures) for one in made] == [1, 1]
    assert sorted(runs(), key=lambda one: one.id) == sorted(made, key=lambda one: one.id)
    assert [count for _series, count in numbers.counts(portal.getPhysicalRoot())] == [COUNT - 1]
    assert run(TODAY, TODAY).issued == ()

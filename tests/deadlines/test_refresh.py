"""The index is renewed where it ends too soon, and nowhere else."""

from collective.conventions.clock import today
from collective.conventions.deadlines import keys
from collective.conventions.deadlines import refresh as module
from collective.conventions.deadlines.refresh import refresh
from collective.conventions.listing.sets import groups
from collective.conventions.progress import Progress
from collective.conventions.terms.dates import plus
from factories import make_convention
from factories import make_partner
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from ZODB.POSException import ConflictError
import pytest
import transaction


ENDLESS = {"duration_unit": "years", "duration_count": 1, "renewal": "tacit", "renewal_months": 12}


@pytest.fixture
def partners(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    return [make_partner(portal, "City"), make_partner(portal, "Centre")]


@pytest.fixture
def endless(functional, partners):
    """Three conventions without an end, and one with."""
    portal = functional["portal"]
    made = [
        make_convention(portal, partners, "signed", title=f"Number {n}", **ENDLESS)
        for n in range(3)
    ]
    make_convention(portal, partners, "signed", duration_unit="years", duration_count=9)
    transaction.commit()
    return made


def marks():
    found = (keys.Key.read(text) for text in groups("deadlines"))
    return {key.day: key.what for key in found if key.what == keys.COMPLETE}


class Told(Progress):
    """Remembers what it is told."""

    def __init__(self, most=100):
        self.lines = []
        self.most = most

    @property
    def stopped(self):
        return len(self.lines) > self.most

    def begin(self, work, total):
        self.lines.append((work, total))

    def done(self, work, about):
        self.lines.append(about)

    def failed(self, work, failure):
        self.lines.append(failure)


def paths(conventions):
    return sorted("/".join(one.getPhysicalPath()) for one in conventions)


def test_nothing_is_due_for_years(endless):
    assert refresh(plus(today(), months=35)).renewed == 0


def test_what_comes_to_its_end_is_renewed(endless, monkeypatch):
    later = plus(today(), months=37)
    monkeypatch.setattr(keys, "today", lambda: later)
    told = Told()
    done = refresh(later, told)
    assert (done.renewed, done.failures) == (3, ())
    assert (told.lines[0], sorted(told.lines[1:])) == (("refresh", 3), paths(endless))
    # It is kept, and nothing is left to be done.
    transaction.abort()
    assert set(marks()) == {keys.horizon(later)}
    assert refresh(later).renewed == 0


def test_a_broken_one_does_not_stop_the_others(endless, monkeypatch):
    later = plus(today(), months=37)
    monkeypatch.setattr(module, "PORTION", 2)
    monkeypatch.setattr(keys, "today", lambda: later)
    real = keys.timeline_of
    broken = endless[1].UID()

    def fails(convention, day):
        if convention.UID() == broken:
            raise ValueError("No such calendar")
        return real(convention, day)

    monkeypatch.setattr(keys, "timeline_of", fails)
    done = refresh(later)
    assert done.renewed == 2
    assert [(one.about, one.why) for one in done.failures] == [
        (paths(endless[1:2])[0], "No such calendar")
    ]
    # Nothing of it is lost: it is found as it was, and tried again.
    assert set(marks()) == {keys.horizon(today()), keys.horizon(later)}


def test_it_stops_between_two_portions(endless, monkeypatch):
    later = plus(today(), months=37)
    monkeypatch.setattr(module, "PORTION", 1)
    monkeypatch.setattr(keys, "today", lambda: later)
    assert refresh(later, Told(most=1)).renewed == 1
    assert refresh(later).renewed == 2


def test_what_others_keep_writing_to_is_left_to_the_next_run(endless, monkeypatch):
    later = plus(today(), months=37)
    monkeypatch.setattr(keys, "today", lambda: later)

    def busy(portion):
        raise ConflictError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(module, "_renewed", busy)
        told = refresh(later)
    assert told.renewed == 0
    assert sorted(failure.about for failure in told.failures) == paths(endless)
    assert refresh(later).renewed == 3

"""Journals on a site: they outlive what they speak of, and do not stand in each other's way."""

from collective.conventions.journal.chain import Break
from collective.conventions.journal.storage import all_journals
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import journal_of
from collective.conventions.journal.storage import journals
from collective.conventions.journal.storage import verify_all
from contextlib import contextmanager
from factories import make_convention
from factories import make_partner
from plone import api
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
import pytest
import transaction


@pytest.fixture
def portal(integration):
    with api.env.adopt_roles(["Manager"]):
        yield integration["portal"]


@pytest.fixture
def convention(portal):
    return make_convention(portal, [make_partner(portal), make_partner(portal, "Other")])


def test_the_place_of_the_journals_is_made_at_install(portal):
    assert journals()._p_jar is not None


def test_a_reader_makes_no_journal(portal):
    assert find("nothing") is None
    assert "nothing" not in journals()


def test_the_journal_outlives_its_convention(portal, convention):
    uid = convention.UID()
    assert not find(uid).deleted
    api.content.delete(convention)
    journal = find(uid)
    assert journal.deleted
    assert journal.title == "Agreement"
    assert [entry.action for entry in journal] == ["added", "deleted"]
    assert journal in all_journals()
    assert journal.breaks() == ()


def test_the_values_of_deleted_conventions_stay_on_record(portal, convention):
    uid = convention.UID()
    api.content.delete(convention)
    first = next(iter(find(uid)))
    assert first.after["subject_matter"] == "Working together."
    assert first.after["council_date"] == "2024-06-24"


def test_between_reads_a_part(portal):
    journal = journal_of("x")
    for number in range(1, 8):
        journal.append("modified", actor="a", reason=str(number))
    assert [entry.number for entry in journal.between(3, 5)] == [3, 4, 5]
    assert journal.between(8, 9) == ()


def test_all_journals_are_verified(portal, convention):
    assert verify_all() == {}
    journal = find(convention.UID())
    journal.append("modified", actor="anna", after={"title": "New"})
    journal.entries[2]["actor"] = "bert"
    assert verify_all() == {convention.UID(): (Break(2, "altered"),)}


def test_a_cut_tail_is_seen(portal, convention):
    journal = find(convention.UID())
    journal.append("modified", actor="anna")
    del journal.entries[2]
    assert journal.breaks() == (Break(2, "missing"),)


def test_an_emptied_journal_is_seen(portal, convention):
    journal = find(convention.UID())
    journal.entries.clear()
    assert journal.breaks() == (Break(1, "missing"),)


def test_a_lost_journal_is_seen(portal, convention):
    del journals()[convention.UID()]
    assert verify_all() == {convention.UID(): (Break(1, "missing"),)}


def test_what_was_is_read_from_the_journal(portal):
    journal = journal_of("x")
    assert journal.record_values({"title": "A", "notes": None, "rows": []}) == (
        {},
        {"title": "A"},
    )
    assert journal.record_values({"title": "B", "notes": "n"}) == (
        {"title": "A"},
        {"title": "B", "notes": "n"},
    )
    assert journal.changes({"title": "B", "notes": "n\r\n"})[1] == {"notes": "n\r\n"}
    assert journal.record_values({"title": "B", "notes": "n"}) == ({}, {})


def test_parts_do_not_mix(portal):
    journal = journal_of("x")
    journal.record_values({"title": "Convention"})
    assert journal.record_values({"title": "Annex"}, "annex") == ({}, {"title": "Annex"})
    assert journal.changes({"title": "Convention"}) == ({}, {})


# Two at once, each with its own connection and transaction


class Clerk:
    """Somebody who writes into journals over a connection of his own."""

    def __init__(self, database, site_id):
        self.manager = transaction.TransactionManager()
        self.connection = database.open(self.manager)
        self.site = self.connection.root()["Application"][site_id]

    @contextmanager
    def at_work(self):
        before = api.portal.get()
        setSite(self.site)
        try:
            yield
        finally:
            setSite(before)

    def write(self, uid):
        with self.at_work():
            journal_of(uid).append("modified", actor="clerk")

    def close(self):
        self.manager.abort()
        self.connection.close()


@pytest.fixture
def clerks(functional):
    portal = functional["portal"]
    database = portal._p_jar.db()
    clerks = [Clerk(database, portal.getId()) for _ in range(2)]
    yield clerks
    for clerk in clerks:
        clerk.close()


@pytest.fixture
def written(functional):
    """Read what was committed."""

    def read(uid):
        transaction.begin()
        return find(uid)

    return read


def test_two_new_journals_at_once(clerks, written):
    one, other = clerks
    one.write("one")
    other.write("other")
    one.manager.commit()
    other.manager.commit()
    assert written("one").length == written("other").length == 1


def test_two_journals_written_at_once(clerks, written):
    one, other = clerks
    for uid in ("one", "other"):
        one.write(uid)
    one.manager.commit()
    other.manager.begin()
    one.write("one")
    other.write("other")
    one.manager.commit()
    other.manager.commit()
    assert written("one").length == written("other").length == 2


def test_of_two_appends_to_one_journal_none_is_lost(clerks, written):
    one, other = clerks
    one.write("same")
    one.manager.commit()
    other.manager.begin()
    one.write("same")
    other.write("same")
    one.manager.commit()
    with pytest.raises(ConflictError):
        other.manager.commit()
    # What Zope does with the request: once more, on what the first has left.
    other.manager.abort()
    other.write("same")
    other.manager.commit()
    journal = written("same")
    assert [entry.number for entry in journal] == [1, 2, 3]
    assert journal.breaks() == ()


def test_an_entry_is_written_once(clerks):
    """A new entry does not write the old ones again."""
    clerk, _other = clerks
    for _ in range(3):
        clerk.write("long")
    clerk.manager.commit()
    with clerk.at_work():
        journal = journal_of("long")
        serials = {number: entry._p_serial for number, entry in journal.entries.items()}
        clerk.write("long")
        clerk.manager.commit()
        assert {number: journal.entries[number]._p_serial for number in serials} == serials

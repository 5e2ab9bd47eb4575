"""Verification names what was touched, what the journal tells otherwise, and gaps of numbers."""

from billing.conftest import TODAY
from collective.conventions.billing import numbers
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.frozen import ATTRIBUTE
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.billing.papers import keep_paper
from collective.conventions.billing.verifying import breaks
from collective.conventions.billing.verifying import number_breaks
from collective.conventions.journal.storage import journal_of
from plone.namedfile.file import NamedBlobFile
import pytest
import transaction


@pytest.fixture
def convention(agree, commune):
    return agree(commune)


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, TODAY)
    keep_paper(made)
    return made


@pytest.fixture
def app(portal):
    return portal.getPhysicalRoot()


def found():
    return [(one.kind, one.number, one.about) for one in breaks()]


def replaced(issued, name, data):
    old = issued.files[name]
    issued.files = {**issued.files, name: NamedBlobFile(data, old.contentType, old.filename)}


class TestDocuments:
    def test_what_nobody_touched_holds(self, invoice, convention, draft):
        issue(draft_credit_note(invoice), TODAY)
        draft(convention)
        assert found() == []

    @pytest.mark.parametrize("name", ["xml", "pdf"])
    def test_a_touched_file_is_named(self, invoice, name):
        issued = issued_of(invoice)
        replaced(issued, name, issued.files[name].data + b" ")
        assert found() == [("altered", "2026-0001", name)]

    def test_a_touched_document_is_named_with_its_place(self, invoice):
        issued = issued_of(invoice)
        issued.text = issued.text.replace("82.00", "28.00")
        (broken,) = breaks()
        assert (broken.kind, broken.about) == ("altered", "document")
        assert broken.path == "/".join(invoice.getPhysicalPath())

    def test_who_changes_the_checksum_too_is_told_by_the_journal_and_the_totals(self, invoice):
        issued = issued_of(invoice)
        issued.text = issued.text.replace("82.00", "28.00")
        touched = {"document": checksum(issued.text.encode())}
        issued.checksums = {**issued.checksums, **touched}
        assert found() == [("journal", "2026-0001", "document"), ("totals", "2026-0001", "")]

    def test_a_document_of_which_the_journal_tells_nothing(self, invoice, convention):
        journal = journal_of(convention.UID())
        for number, entry in journal.entries.items():
            if entry["action"] == "part_issued":
                journal.entries[number] = {**entry, "action": "looked_at"}
        assert found() == [("journal", "2026-0001", "document"), ("journal", "2026-0001", "xml")]

    def test_a_document_that_is_gone(self, invoice):
        delattr(invoice, ATTRIBUTE)
        assert found() == [("lost", "", "")]


class TestNumbers:
    def test_they_run_without_a_gap(self, invoice, convention, draft, app):
        issue(draft(convention), TODAY)
        issue(draft_credit_note(invoice), TODAY)
        assert number_breaks(app) == ()

    def test_a_gap_is_named(self, invoice, convention, draft, app):
        numbers.take(app, "0451461655", "", TODAY)
        issue(draft(convention), TODAY)
        (gap,) = number_breaks(app)
        assert (gap.kind, gap.number, gap.about) == ("missing", "2026-0002", "0451461655")

    def test_a_number_that_stands_twice_or_was_never_given(self, invoice, convention, draft, app):
        second = draft(convention)
        issue(second, TODAY)
        issued_of(second).number = "2026-0001"
        told = [(one.kind, one.number) for one in number_breaks(app)]
        assert told == [("missing", "2026-0002"), ("twice", "2026-0001")]
        issued_of(second).number = "2026-0009"
        told = [(one.kind, one.number) for one in number_breaks(app)]
        assert told == [("missing", "2026-0002"), ("unknown", "2026-0009")]

    def test_a_counter_that_is_lost(self, invoice, app):
        transaction.commit()
        numbers.shelf(app, numbers.NAME).clear()
        assert [(one.kind, one.number) for one in number_breaks(app)] == [("unknown", "2026-0001")]

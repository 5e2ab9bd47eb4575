"""What the journals tell, and to whom."""

from browser.examples import annex
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.clock import today
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import take
from collective.conventions.space.limit import set_limit
from datetime import date
from plone import api
from plone.uuid.interfaces import IUUID
from zExceptions import Unauthorized
import pytest


class TestJournal:
    def test_speaks_of_fields_and_partners_by_their_names(self, draft, town, centre):
        take(draft, "approve", today())
        take(draft, "withdraw", today(), reason="Error in the annex")
        found, page = view(draft, "journal")
        assert "Error in the annex" in page
        assert town.UID() not in page
        withdrawn = found.lines[0]
        changed = {change.label: (change.before, change.after) for change in withdrawn.changes}
        assert changed["Date of the Council's decision"] == ("24\u00a0June\u00a02024", "")

    def test_shows_the_cell_of_a_row_that_changed(self, draft):
        signed(draft, date(2024, 9, 2))
        found, _page = view(draft, "journal")
        labels = {change.label: change.after for change in found.lines[0].changes}
        assert labels["Signatories, row 1: Date signed"] == "2\u00a0September\u00a02024"

    def test_says_that_nothing_was_altered_or_what_was(self, draft):
        assert "No entry was altered" in html(draft, "journal")
        take(draft, "approve", today())
        journal = find(draft.UID())
        journal.entries[1] = {**journal.entries[1], "after": {"council_date": "garbled"}}
        found, page = view(draft, "journal")
        assert any("Entry 1 was altered" in broken for broken in found.breaks)
        assert "garbled" in page

    def test_is_read_in_batches(self, draft, monkeypatch):
        monkeypatch.setattr("collective.conventions.browser.journal.view.SIZE", 2)
        for number in range(4):
            annex(draft, f"Annex {number}")
        numbers = [
            [line.number for line in view(draft, "journal", page=page)[0].lines]
            for page in ("1", "2", "3", "99", "-1", "x")
        ]
        assert numbers == [[5, 4], [3, 2], [1], [1], [5, 4], [5, 4]]

    @pytest.mark.parametrize("name", ["journal", "historyview", "contenthistory"])
    def test_is_closed_to_who_may_not_read_it(self, draft, contact, name):
        signed(draft)
        with api.env.adopt_user(username=contact), pytest.raises(Unauthorized):
            draft.restrictedTraverse(f"@@{name}")
        with api.env.adopt_user(username="secretary"):
            assert draft.restrictedTraverse(f"@@{name}")

    def test_parts_have_no_history_of_their_own(self, draft, contact):
        paper = annex(draft, "Processus")
        signed(draft)
        with api.env.adopt_user(username=contact), pytest.raises(Unauthorized):
            paper.restrictedTraverse("@@contenthistory")


class TestJournalsOfASpace:
    def test_keep_what_was_deleted(self, portal, draft):
        uid = draft.UID()
        api.content.delete(draft)
        found, page = view(portal, "journals", deleted="1")
        assert [journal.uid for journal in found.shown] == [uid]
        assert "deleted" in page
        assert "Deleted" in html(portal, "journals", uid=uid)

    def test_tell_of_the_storage_in_sizes(self, portal):
        with api.env.adopt_roles(["Operator"]):
            set_limit(portal, 5 * 1000**3)
        found = html(portal, "journals", uid=IUUID(portal))
        assert "Limit of the storage changed" in found
        assert "3 GB" in found and "5 GB" in found

    def test_are_for_who_keeps_the_space(self, portal):
        assert "@@journals" in html(portal, "space")
        assert "@@journals" not in html(portal, "space", user="secretary")
        with api.env.adopt_user(username="secretary"), pytest.raises(Unauthorized):
            portal.restrictedTraverse("@@journals")

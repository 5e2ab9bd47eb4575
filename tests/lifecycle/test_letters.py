"""Letters are recorded with their proof in one go, or not at all."""

from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.letters import complete_letter
from collective.conventions.lifecycle.letters import record_letter
from datetime import date
from factories import make_annex
from factories import make_convention
from factories import TODAY
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.locking.interfaces import ILockable
from plone.namedfile.file import NamedBlobFile
import pytest


SENT = date(2026, 1, 5)


@pytest.fixture
def convention(portal, partners):
    return make_convention(
        portal,
        partners,
        "signed",
        duration_unit="years",
        duration_count=2,
        notice_count=3,
        breach_count=8,
        breach_basis="presentation",
    )


@pytest.fixture
def row(partners):
    return {
        "kind": "termination",
        "partner": partners[0].UID(),
        "sent": SENT,
        "means": "registered",
    }


def paper(data=b"%PDF the letter", name="letter.pdf"):
    return NamedBlobFile(data=data, filename=name, contentType="application/pdf")


def trace(convention):
    """All that a refusal must leave alone."""
    return list(convention.notices), list(convention.objectIds()), find(convention.UID()).length


def codes(error):
    return [(f.code, f.row, f.column) for f in error.value.findings]


class TestRecording:
    def test_a_letter_with_its_file(self, convention, row):
        before = find(convention.UID()).length
        assert record_letter(convention, {**row, "note": "By post"}, paper(), TODAY) == (0, True)
        (letter,) = convention.notices
        annex = api.content.get(UID=letter["annex"])
        assert {**letter, "annex": ""} == {
            **row,
            "presented": None,
            "received": None,
            "note": "By post",
            "annex": "",
        }
        assert annex.aq_parent.UID() == convention.UID()
        assert (annex.title, annex.number) == (
            "Résiliation moyennant préavis, 5 janvier 2026",
            "2026-01-05",
        )
        assert (annex.annex_kind, annex.publication) == ("letter", "parties")
        assert annex.file.data == b"%PDF the letter"
        entries = list(find(convention.UID()))[before:]
        assert [entry.action for entry in entries] == ["part_added", "modified"]
        assert list(entries[-1].after) == ["notices"]
        assert find(convention.UID()).breaks() == ()

    def test_the_title_is_in_the_language_of_the_text(self, portal, partners, row):
        convention = make_convention(portal, partners, "signed", text_language="nl")
        record_letter(convention, row, paper(), TODAY)
        (annex,) = convention.objectValues()
        assert "5 januari 2026" in annex.title
        assert annex.language == "nl"

    def test_the_catalog_knows_the_new_end(self, portal, convention, row):
        def end():
            (brain,) = api.content.find(UID=convention.UID())
            return brain.force_end

        assert end() == date(2026, 6, 30)
        record_letter(convention, row, None, TODAY)
        assert end() == date(2026, 4, 5)
        assert convention.notices[0]["annex"] is None

    def test_the_same_letter_again_is_not_recorded_twice(self, convention, row):
        record_letter(convention, row, paper(), TODAY)
        before = trace(convention)
        assert record_letter(convention, row, paper(), TODAY) == (0, False)
        assert record_letter(convention, row, None, TODAY) == (0, False)
        assert trace(convention) == before

    def test_another_letter_is_another(self, convention, row, partners):
        record_letter(convention, row, None, TODAY)
        assert record_letter(convention, {**row, "sent": date(2026, 1, 6)}, None, TODAY)[1]
        assert record_letter(convention, {**row, "partner": partners[1].UID()}, None, TODAY)[1]
        assert record_letter(convention, {**row, "kind": "formal_notice"}, None, TODAY)[1]
        assert len(convention.notices) == 4

    @pytest.mark.parametrize(
        ("other", "file"),
        [
            ({"received": date(2026, 1, 7)}, None),
            ({"note": "Another text"}, None),
            ({"means": "email"}, None),
            ({}, b"another file"),
        ],
        ids=["day", "note", "means", "file"],
    )
    def test_the_same_letter_with_other_details_is_a_conflict(self, convention, row, other, file):
        record_letter(convention, row, paper(), TODAY)
        before = trace(convention)
        with pytest.raises(Conflict):
            record_letter(convention, {**row, **other}, file and paper(file), TODAY)
        assert trace(convention) == before

    def test_everything_wrong_is_named_and_nothing_is_kept(self, convention, row, portal):
        before = trace(convention)
        wrong = {**row, "partner": "nobody", "sent": date(2026, 2, 1), "received": SENT}
        with pytest.raises(UnprocessableEntity) as error:
            record_letter(convention, wrong, paper(), TODAY)
        assert codes(error) == [
            ("not_a_party", 0, "partner"),
            ("received_before_sent", 0, "received"),
            ("in_future", 0, "sent"),
        ]
        assert trace(convention) == before

    def test_what_every_letter_needs(self, convention):
        with pytest.raises(UnprocessableEntity) as error:
            record_letter(convention, {"kind": "", "note": "?"}, None, TODAY)
        assert codes(error) == [("required", 0, name) for name in ("kind", "partner", "sent")]

    def test_what_was_wrong_before_keeps_nobody_from_recording(self, convention, row):
        convention.notices = [{**row, "partner": "gone", "sent": date(2025, 5, 5)}]
        assert record_letter(convention, row, None, TODAY) == (1, True)

    def test_a_full_table_is_told(self, convention, row):
        convention.notices = [{**row, "kind": "other"}] * 500
        with pytest.raises(Conflict):
            record_letter(convention, row, None, TODAY)
        assert len(convention.notices) == 500


class TestWhoMay:
    def test_nothing_is_recorded_once_it_is_terminated(self, portal, partners, row):
        ended = make_convention(portal, partners, "terminated")
        before = trace(ended)
        with pytest.raises(Conflict) as error:
            record_letter(ended, row, paper(), TODAY)
        assert codes(error) == [("locked", None, None)]
        assert trace(ended) == before

    def test_a_reader_records_nothing(self, convention, row, as_roles):
        as_roles("Convention Reader")
        before = trace(convention)
        with pytest.raises(Forbidden):
            record_letter(convention, row, paper(), TODAY)
        with pytest.raises(Forbidden):
            record_letter(convention, row, None, TODAY)
        assert trace(convention) == before

    def test_a_reader_is_not_told_that_it_is_on_record(self, convention, row, as_roles):
        record_letter(convention, row, None, TODAY)
        as_roles("Convention Reader")
        with pytest.raises(Forbidden):
            record_letter(convention, row, None, TODAY)

    def test_a_secretary_records_a_letter_with_its_file(self, convention, row, as_roles):
        as_roles("Council Secretary")
        assert record_letter(convention, row, paper(), TODAY)[1]
        assert len(convention.objectIds()) == 1

    def test_who_may_add_no_annex_records_no_half_of_a_letter(self, convention, row):
        convention.manage_permission("collective.conventions: Add Annex", roles=[])
        before = trace(convention)
        with pytest.raises(Forbidden):
            record_letter(convention, row, paper(), TODAY)
        assert trace(convention) == before

    def test_while_somebody_else_has_the_form_open(self, convention, row):
        login(convention.getPhysicalRoot(), SITE_OWNER_NAME)
        ILockable(convention).lock()
        login(api.portal.get(), TEST_USER_NAME)
        before = trace(convention)
        with pytest.raises(Conflict):
            record_letter(convention, row, None, TODAY)
        assert trace(convention) == before


class TestCompleting:
    @pytest.fixture
    def recorded(self, convention, row):
        record_letter(convention, {**row, "kind": "formal_notice"}, None, TODAY)
        return convention

    def test_the_day_and_the_proof_that_came_later(self, recorded):
        days = {"presented": date(2026, 1, 7), "received": date(2026, 1, 8)}
        complete_letter(recorded, 0, days, TODAY, paper())
        (letter,) = recorded.notices
        assert (letter["presented"], letter["received"]) == tuple(days.values())
        assert api.content.get(UID=letter["annex"]).file.data == b"%PDF the letter"
        assert list(list(find(recorded.UID()))[-1].after) == ["notices"]

    def test_a_proof_beside_the_letter_itself(self, convention, row):
        record_letter(convention, row, paper(), TODAY)
        linked = convention.notices[0]["annex"]
        complete_letter(convention, 0, {"received": date(2026, 1, 8)}, TODAY, paper(b"receipt"))
        assert convention.notices[0]["annex"] == linked
        (proof,) = [annex for annex in convention.objectValues() if annex.UID() != linked]
        assert proof.annex_kind == "evidence"
        assert proof.file.data == b"receipt"

    def test_doing_it_again_changes_nothing(self, recorded):
        days = {"presented": date(2026, 1, 7)}
        complete_letter(recorded, 0, days, TODAY, paper())
        before = trace(recorded)
        complete_letter(recorded, 0, days, TODAY, paper())
        complete_letter(recorded, 0, {}, TODAY)
        assert trace(recorded) == before

    def test_a_day_on_record_stays(self, recorded):
        complete_letter(recorded, 0, {"presented": date(2026, 1, 7)}, TODAY)
        before = trace(recorded)
        with pytest.raises(Conflict):
            complete_letter(recorded, 0, {"presented": date(2026, 1, 9)}, TODAY, paper())
        assert trace(recorded) == before

    def test_an_impossible_day_is_refused_with_its_place(self, recorded):
        before = trace(recorded)
        with pytest.raises(UnprocessableEntity) as error:
            complete_letter(recorded, 0, {"presented": date(2026, 1, 1)}, TODAY, paper())
        assert codes(error) == [("presented_before_sent", 0, "presented")]
        assert trace(recorded) == before

    def test_nothing_else_of_a_letter_is_changed(self, recorded):
        complete_letter(recorded, 0, {"sent": date(2025, 1, 1), "note": "x"}, TODAY)
        assert (recorded.notices[0]["sent"], recorded.notices[0]["note"]) == (SENT, None)

    @pytest.mark.parametrize("position", [-1, 1])
    def test_a_letter_that_is_not_there(self, recorded, position):
        with pytest.raises(LookupError):
            complete_letter(recorded, position, {}, TODAY)

    def test_a_reader_completes_nothing(self, recorded, as_roles):
        as_roles("Convention Reader")
        before = trace(recorded)
        with pytest.raises(Forbidden):
            complete_letter(recorded, 0, {"presented": date(2026, 1, 7)}, TODAY, paper())
        assert trace(recorded) == before

    def test_the_other_rows_stay(self, recorded, row, partners):
        record_letter(recorded, {**row, "partner": partners[1].UID()}, None, TODAY)
        complete_letter(recorded, 1, {"received": date(2026, 1, 8)}, TODAY)
        assert recorded.notices[0]["received"] is None
        assert recorded.notices[1]["received"] == date(2026, 1, 8)


def test_an_annex_of_another_convention_is_not_taken_for_the_proof(
    portal, partners, convention, row
):
    other = make_convention(portal, partners, title="Other")
    make_annex(other, data=b"%PDF the letter")
    record_letter(convention, row, paper(), TODAY)
    assert len(convention.objectIds()) == 1

"""The decree is kept part by part and language by language, as long as nothing is decided."""

from collective.conventions.documents.decree.keeping import change
from collective.conventions.documents.decree.keeping import decree_of
from collective.conventions.documents.decree.keeping import drop
from collective.conventions.documents.decree.keeping import redraft
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from factories import bring
from factories import DECIDED
from factories import TODAY
import pytest


def test_a_part_is_changed_and_the_others_stay(convention):
    redraft(convention, "fr", TODAY)
    before = decree_of(convention)["fr"]
    assert change(convention, "fr", {"legal_basis": "<p>Vu la loi ;</p>"}, TODAY) is True
    assert decree_of(convention)["fr"] == {**before, "legal_basis": "<p>Vu la loi ;</p>"}


def test_languages_stand_in_their_order_and_go_one_by_one(convention):
    redraft(convention, "nl", TODAY)
    redraft(convention, "fr", TODAY)
    assert list(decree_of(convention)) == ["fr", "nl"]
    drop(convention, "fr", TODAY)
    assert list(decree_of(convention)) == ["nl"]


def test_what_is_written_is_cleaned(convention):
    change(convention, "fr", {"operative": '<p onclick="x()">Oui<script>y</script></p>'}, TODAY)
    assert decree_of(convention) == {"fr": {"operative": "<p>Oui</p>"}}


def test_the_same_again_leaves_no_trace(convention):
    redraft(convention, "fr", TODAY)
    length = find(convention.UID()).length
    redraft(convention, "fr", TODAY)
    assert change(convention, "fr", decree_of(convention)["fr"], TODAY) is False
    assert find(convention.UID()).length == length


@pytest.mark.parametrize(("language", "part"), [("fr", "preface"), ("la", "subject")])
def test_what_is_no_part_of_a_decree_is_refused(convention, language, part):
    with pytest.raises(UnprocessableEntity) as error:
        change(convention, language, {part: "<p>Text</p>"}, TODAY)
    assert [one.code for one in error.value.findings] == ["unknown_choice"]
    assert decree_of(convention) == {}


def test_what_the_council_has_voted_on_is_closed(convention):
    redraft(convention, "fr", TODAY)
    convention.council_date, convention.council_number = DECIDED, "12"
    bring(convention, "council_approved")
    with pytest.raises(Conflict):
        change(convention, "fr", {"subject": "<p>Other</p>"}, TODAY)


def test_who_may_not_record_decisions_may_not_write_the_decree(convention, as_roles):
    as_roles("Convention Author")
    with pytest.raises(Forbidden):
        redraft(convention, "fr", TODAY)


def test_a_model_of_the_library_may_take_the_place_of_our_wording(convention):
    redraft(convention, "fr", TODAY)
    ours = decree_of(convention)["fr"]
    redraft(convention, "fr", TODAY, "shipped:decree-fr@1")
    theirs = decree_of(convention)["fr"]
    assert set(theirs) == set(ours)
    assert theirs != ours
    assert "Plateforme d" in theirs["subject"]
    assert "la plateforme louée en 2017" in theirs["considerations"]
    with pytest.raises(BadRequest):
        redraft(convention, "nl", TODAY, "shipped:decree-fr@1")
    with pytest.raises(BadRequest):
        redraft(convention, "fr", TODAY, "shipped:access-fr@1")

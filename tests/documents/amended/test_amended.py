"""The text that amendments make: checked before they are signed, compared, on paper, archived."""

from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.documents.archive.writing import write
from collective.conventions.documents.rendering.consolidated import consolidated
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import file_of
from collective.conventions.documents.texts.checking import accept
from collective.conventions.documents.texts.checking import checked_as
from collective.conventions.documents.texts.comparing import offered
from collective.conventions.documents.texts.comparing import side
from collective.conventions.documents.texts.stages import stages
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import NotFound
from collective.conventions.lifecycle.steps import foreseen
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import take
from datetime import date
from datetime import timedelta
from factories import make_annex
from factories import make_convention
from factories import TODAY
from io import BytesIO
from plone import api
from zipfile import ZipFile
import json
import pytest


SOON = TODAY + timedelta(days=30)
TEXT = [
    {"part": "heading", "number": "", "title": "Convention", "body": ""},
    {"part": "article", "number": "1", "title": "Objet", "body": "<p>Deux locaux.</p>"},
    {"part": "article", "number": "2", "title": "Usage", "body": "<p>Voir l'article 1.</p>"},
]
THIRD = {"part": "article", "number": "3", "title": "Accès"}


@pytest.fixture
def convention(portal, partners):
    made = make_convention(
        portal,
        partners,
        "signed",
        reference="2031/7",
        text=TEXT,
        duration_unit="until_date",
        end_date=date(2026, 12, 31),
    )
    assert made.approved_text
    return made


def amended(convention, body, state="draft", action="add", row="3", **values):
    signs = {"name": "A. Person", "capacity": "Mayor", "date_signed": TODAY}
    change = {"action": action, "row": row} | (THIRD | {"body": body} if body else {})
    values = {
        "title": "Premier avenant",
        "subject_matter": "Un accès.",
        "effective_rule": "fixed_date",
        "first_day": SOON,
        "text_changes": [change],
        "council_date": TODAY - timedelta(days=30),
        "council_number": "7",
        "signatories": [{"partner": one["partner"], **signs} for one in convention.parties],
        **values,
    }
    found = api.content.create(convention, "Amendment", **values)
    for step in {"draft": (), "council_approved": ("approve",)}.get(state, ("approve", "sign")):
        take(found, step, TODAY)
    return found


def lacks(amendment, step="sign"):
    return [(one.code, one.field, one.row) for one in missing(amendment, step, TODAY)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>Les locaux ouvrent à ……………… heures.</p>", "text_blank"),
        ("<p>Comme le prévoit l'article 9.</p>", "reference_unknown"),
    ],
)
def test_a_fault_that_it_would_write_keeps_it_from_being_signed(convention, body, code):
    amendment = amended(convention, body)
    assert lacks(amendment) == [(code, "text_changes", 0)]
    assert lacks(amendment, "approve") == []
    assert [one.code for one in foreseen(amendment, "approve", TODAY)] == [code]


def test_an_article_that_others_speak_of_is_not_taken_out_unnoticed(convention):
    amendment = amended(convention, "", action="remove", row="2")
    assert ("reference_unknown", "text_changes", None) in lacks(amendment)


def test_what_was_wrong_before_is_not_held_against_it(convention):
    convention.text = [*TEXT[:2], {**TEXT[2], "body": "<p>Voir l'article 8.</p>"}]
    assert lacks(amended(convention, "<p>Toute la journée.</p>")) == []


def test_an_exception_lets_it_be_signed(convention):
    amendment = amended(convention, "<p>Comme le prévoit l'article 9.</p>", "council_approved")
    (found,) = checked_as(convention, "amendment:1", TODAY).blocking
    accept(convention, found.flaw.code, found.flaw.key, "Of another convention.", TODAY)
    assert lacks(amendment) == []
    assert checked_as(convention, "present", TODAY).stale == ()


def test_each_text_has_a_key(convention):
    assert [one.key for one in stages(convention, TODAY)] == ["present"]
    amended(convention, "<p>Toute la journée.</p>", "signed")
    assert [one.key for one in stages(convention, TODAY)] == ["present", "amendment:1"]
    assert [one.key for one in stages(convention, SOON)] == ["present", "original"]
    assert [one.key for one in offered(convention, TODAY)][:2] == ["present", "amendment:1"]
    assert len(side(convention, "amendment:1", TODAY).text) == 4
    assert len(side(convention, "original", SOON).text) == 3
    assert len(side(convention, "present", SOON).text) == 4
    with pytest.raises(NotFound):
        checked_as(convention, "amendment:2", TODAY)


def test_the_text_of_a_day_says_on_paper_that_it_was_not_signed(convention):
    amended(convention, "<p>Toute la journée.</p>", "signed")
    assert consolidated(convention, TODAY) == paper_of(convention)
    paper = consolidated(convention, SOON)
    assert len(paper.text) == 4
    assert paper.sides == () and paper.fingerprint == "" and not paper.draft
    made = file_of(convention, "html", at=SOON)
    assert made.name == f"2031-7-{SOON}.html"
    assert paper.kicker in made.data.decode() and "Toute la journée." in made.data.decode()
    assert "Toute la journée." not in file_of(convention, "html").data.decode()
    with pytest.raises(BadRequest):
        file_of(convention, "pdf", "1", SOON)


def test_its_data_its_text_and_its_annexes_lie_in_the_archive(convention):
    amendment = amended(convention, "<p>Toute la journée.</p>")
    make_annex(amendment, "Horaire", data=b"opening hours")
    out = BytesIO()
    write(convention, out, "fr", TODAY)
    archive = ZipFile(out)
    stem = f"amendments/{amendment.getId()}"
    assert {f"{stem}.html", f"{stem}.json", f"{stem}-text.html"} <= set(archive.namelist())
    (part,) = json.loads(archive.read(f"{stem}-text.json"))
    assert (part["number"], part["body"]) == ("3", "<p>Toute la journée.</p>")
    assert any(archive.read(name) == b"opening hours" for name in archive.namelist())


def test_the_timeline_names_what_a_date_rests_on(convention):
    assert {one.amendments for one in timeline_of(convention, TODAY)} == {()}
    owed = {"action": "add", "partner": convention.parties[0]["partner"], "description": "Plan"}
    amended(
        convention,
        "<p>Toute la journée.</p>",
        "signed",
        changes=[{"field": "end_date", "value": "2027-12-31"}],
        commitment_changes=[{**owed, "due": date(2026, 6, 1)}],
    )
    found = {one.what: one for one in timeline_of(convention, TODAY)}
    assert (found["amended"].day, found["amended"].params) == (SOON, {"number": 1})
    assert found["ends"].day == date(2027, 12, 31)
    assert found["ends"].amendments == found["commitment_due"].amendments == (1,)
    assert found["starts"].amendments == ()

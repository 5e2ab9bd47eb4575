"""What is said against a signed copy, and how much it weighs."""

from collective.conventions.documents.signed.inspection import CHANGES
from collective.conventions.documents.signed.inspection import FAULTS
from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.inspection import Signature
from collective.conventions.documents.signed.judging import PASSAGE
from collective.conventions.documents.signed.judging import quotable
from collective.conventions.documents.signed.judging import remarks
from collective.conventions.terms.texts.text import Part
from dataclasses import replace
import pytest


TEXT = (
    Part("article", "1", "Objet", "<p>La commune met à disposition deux locaux du centre.</p>"),
    Part("article", "2", "Durée", "<p>La convention dure cinq ans à partir de la signature.</p>"),
    Part("signatures", body="<p>Fait à Rivemont en deux exemplaires, le premier mars.</p>"),
)
PAGE = """Article 1 Objet
La commune met à disposition deux locaux du centre.
Article 2 Durée
La convention dure cinq ans à partir de la signature.
Fait à Rivemont en deux exemplaires, le premier mars."""
GOOD = Signature(signer="A. Dupuis", intact=True, whole=True, changes="none")


def said(signatures=(GOOD,), page=PAGE, text=TEXT, fault=""):
    inspection = Inspection((page,), signatures, fault)
    return [(one.severity, one.finding.code) for one in remarks(inspection, text)]


def test_a_good_copy_needs_no_word():
    assert said() == []


def test_a_broken_signature_is_severe():
    assert said((replace(GOOD, intact=False),)) == [("severe", "signature_broken")]
    assert said((Signature(fault="broken"),)) == [("severe", "signature_unreadable")]


@pytest.mark.parametrize("changes", CHANGES)
def test_what_was_added_after_it_weighs_by_what_it_is(changes):
    expected = [("severe", "changed_after_signing")] if changes in ("annotated", "other") else []
    assert said((replace(GOOD, whole=False, changes=changes),)) == expected


def test_other_words_are_severe_and_where_people_sign_a_warning():
    page = PAGE.replace("premier mars", "2 avril").replace("deux locaux", "trois locaux")
    assert said(page=page) == [("severe", "words_differ"), ("warning", "words_differ")]


def test_words_left_out_and_added():
    lines = PAGE.splitlines()
    assert said(page="\n".join(lines[:3] + lines[4:])) == [("severe", "words_left_out")]
    assert said(page="\n".join([*lines[:2], "En plus.", *lines[2:]])) == [("severe", "words_added")]


def test_a_scan_cannot_be_compared():
    assert said(page="  \n") == [("warning", "copy_without_words")]


def test_without_an_approved_text_there_is_nothing_to_compare():
    assert said(page="", text=()) == []


@pytest.mark.parametrize("fault", FAULTS[1:])
def test_what_cannot_be_read_is_a_warning(fault):
    ((severity, code),) = said((), fault=fault)
    assert severity == "warning"
    assert code.startswith("copy_")


def test_without_the_library_nothing_is_said_of_signatures():
    assert said(None) == []


def test_a_finding_carries_a_passage_and_no_more():
    (remark,) = remarks(Inspection(("x" * 5000,), ()), TEXT)
    assert {len(value) <= PASSAGE for value in remark.finding.params.values()} == {True}


def test_a_quoted_passage_that_quotes_has_marks_of_its_own():
    for quoted in ("«\u00a0le CPAS\u00a0»", "“le CPAS”", "„le CPAS“", "« le CPAS »"):
        page = PAGE.replace("Article 2", f"Nommé {quoted} ici.\nArticle 2")
        (remark,) = remarks(Inspection((page,), ()), TEXT)
        assert "le CPAS" in remark.finding.params["paper"]
        told = quotable(remark.finding).params
        assert "‘le CPAS’" in told["paper"]
        assert told["place"] == remark.finding.params["place"]

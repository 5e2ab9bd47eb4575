"""Two texts compared: nothing is lost, what moved is told from what changed."""

from agreements import article
from agreements import long_text
from agreements import part
from agreements import sound
from collective.conventions.terms.texts.compare import compare
from collective.conventions.terms.texts.compare import differs
from collective.conventions.terms.texts.compare import runs
from collective.conventions.terms.texts.pairing import likeness
from collective.conventions.terms.texts.text import plain
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


lines = st.lists(
    st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl"]), max_size=6).map(" ".join),
    max_size=5,
).map("\n".join)
texts = st.lists(
    st.builds(article, st.sampled_from("12345"), lines, st.sampled_from(["", "Prix", "Durée"])),
    max_size=6,
).map(tuple)


def joined(found, *kinds):
    return "".join(run.text for run in found if run.what in kinds)


def statuses(before, after):
    return [(one.status, one.before, one.after) for one in compare(before, after)]


@given(lines, lines)
def test_the_runs_of_a_text_are_that_text(before, after):
    found = runs(before, after)
    assert joined(found, "same", "removed") == before
    assert joined(found, "same", "added") == after
    assert all(run.text for run in found)


@given(texts, texts)
def test_every_part_of_both_texts_is_there_once(before, after):
    found = compare(before, after)
    assert sorted(one.before for one in found if one.before is not None) == [*range(len(before))]
    assert [one.after for one in found if one.after is not None] == [*range(len(after))]
    for one in found:
        if one.before is not None:
            kept = joined(one.body, "same", "removed")
            assert kept == plain(before[one.before].body)
        if one.after is not None:
            assert joined(one.body, "same", "added") == plain(after[one.after].body)


@given(texts)
def test_a_text_does_not_differ_from_itself(text):
    assert not differs(compare(text, text))
    assert [one.status for one in compare(text, text)] == ["same"] * len(text)


@given(texts)
def test_nothing_becomes_a_text_and_a_text_nothing(text):
    assert {one.status for one in compare((), text)} <= {"added"}
    assert {one.status for one in compare(text, ())} <= {"removed"}


def test_an_article_put_in_renumbers_the_others():
    text = sound()
    new = article(2, "L'Association assure le matériel contre le vol.", "Assurance")
    later = [replace(one, number=str(int(one.number) + 1)) for one in text[4:8]]
    after = (*text[:4], new, *later, text[8])
    found = compare(text, after)
    assert [one.status for one in found] == [
        *["same"] * 4,
        "added",
        *["renumbered"] * 4,
        "same",
    ]
    assert [(run.what, run.text) for run in found[5].heading][:2] == [
        ("removed", "2"),
        ("added", "3"),
    ]


def test_an_article_that_was_taken_out_stands_where_it_was():
    text = sound()
    assert statuses(text, (*text[:4], *text[5:]))[3:6] == [
        ("same", 3, 3),
        ("removed", 4, None),
        ("same", 5, 4),
    ]


def test_an_article_that_moved_is_told_alone():
    text = sound()
    after = (*text[:3], *text[4:8], text[3], text[8])
    assert [one.after for one in compare(text, after) if one.moved] == [7]
    assert {one.status for one in compare(text, after)} == {"same"}


def test_an_article_with_another_number_and_title_is_known_by_its_words():
    before = (article(1, "les objets prêtés restent la propriété de la commune", "Objet"),)
    after = (
        article(1, "tout autre chose encore", "But"),
        article(2, "les objets prêtés restent la propriété de la ville", "Biens"),
    )
    assert statuses(before, after) == [("added", None, 0), ("changed", 0, 1)]


def test_what_changed_within_a_sentence():
    found = runs("payé dans les trente jours de la facture", "payé dans les soixante jours francs")
    assert [(run.what, run.text) for run in found] == [
        ("same", "payé dans les "),
        ("removed", "trente"),
        ("added", "soixante"),
        ("same", " jours "),
        ("removed", "de la facture"),
        ("added", "francs"),
    ]


def test_words_that_follow_each_other_are_one_change():
    assert [run.what for run in runs("un deux trois", "quatre cinq six")] == ["removed", "added"]


def test_a_heading_and_signatures_are_compared_with_their_like():
    before = (part("heading", "Projet", title="Convention"), part("signatures", "Pour la Ville"))
    after = (part("heading", "Texte", title="Accord"), part("signatures", "Pour le CPAS"))
    assert statuses(before, after) == [("changed", 0, 0), ("changed", 1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "like"), [("a b", "b a", 1.0), ("a", "b", 0.0), ("", "", 1)]
)
def test_likeness(one, other, like):
    assert likeness(article(1, one), article(2, other)) == like


def test_a_long_text_with_one_word_changed():
    text = long_text(5)
    changed = replace(text[5], body=text[5].body.replace("remet", "donne", 1))
    found = compare(text, (*text[:5], changed, *text[6:]))
    assert [one.after for one in found if one.status != "same"] == [5]
    assert [(run.what, run.text) for run in found[5].body if run.what != "same"] == [
        ("removed", "remet"),
        ("added", "donne"),
    ]

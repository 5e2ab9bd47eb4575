"""The fingerprint of a text follows its words, and nothing else."""

from collective.conventions.terms.texts.fingerprint import fingerprint
from collective.conventions.terms.texts.fingerprint import short
from collective.conventions.terms.texts.text import Part
from dataclasses import replace
import pytest
import unicodedata


ARTICLE = Part("article", "3", "Durée", "<p>La convention dure un an.</p>", "shipped:access-fr@1")
TEXT = (Part("heading", title="Convention"), ARTICLE)


def test_it_is_the_same_for_the_same_words():
    assert len(fingerprint(TEXT)) == 64
    assert fingerprint(TEXT) == fingerprint(tuple(replace(part) for part in TEXT))


@pytest.mark.parametrize(
    "change",
    [
        {"body": "<p>La   convention\n dure <strong>un an</strong>.</p>"},
        {"body": "<p>La convention</p><p>dure un an.</p>"},
        {"clause": ""},
        {"title": unicodedata.normalize("NFD", "Durée")},
        {"title": " Durée "},
    ],
)
def test_what_changes_no_word_changes_nothing(change):
    assert fingerprint((TEXT[0], replace(ARTICLE, **change))) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "change",
    [
        {"body": "<p>La convention dure un an</p>"},
        {"body": "<p>La convention dure deux ans.</p>"},
        {"body": "<p>La convention ne dure pas un an.</p>"},
        {"body": "<p>la convention dure un an.</p>"},
        {"title": ""},
        {"title": "", "body": "<p>Durée La convention dure un an.</p>"},
        {"number": "4"},
        {"part": "preamble"},
    ],
)
def test_every_word_counts_and_where_it_stands(change):
    assert fingerprint((TEXT[0], replace(ARTICLE, **change))) != fingerprint(TEXT)


def test_the_order_counts():
    assert fingerprint(TEXT) != fingerprint(TEXT[::-1])


def test_people_compare_the_beginning():
    found = fingerprint(TEXT)
    assert short(found).replace(" ", "") == found[:16]
    assert [len(group) for group in short(found).split()] == [4, 4, 4, 4]
    assert short("") == ""

"""The whole check: a clean text is clean, one fault is one finding."""

from agreements import article
from agreements import sound
from collective.conventions.terms.texts.check.checking import check
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAmount
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.context import KnownDate
from collective.conventions.terms.texts.check.context import KnownParty
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


CONTEXT = Context(
    dates=(KnownDate("start_date", date(2026, 3, 1)),),
    amounts=(KnownAmount("prices", Decimal(120), True),),
    parties=(KnownParty("Ville de Montbrun"), KnownParty("Les Ateliers du Pont ASBL")),
    annexes=(KnownAnnex("1", "Inventaire"),),
)

#: Words without digits, capitals and marks: nothing in them can be a fault.
words = st.text("abcdefghijklmnop éàè", min_size=1, max_size=60).map(str.strip).filter(bool)


def codes(text, context=CONTEXT):
    return [flaw.code for flaw in check(text, context)]


@st.composite
def clean(draw):
    """Articles 1 to n, each of a few lines, with references only to those that are there."""
    count = draw(st.integers(1, 12))
    texts = []
    for number in range(1, count + 1):
        lines = draw(st.lists(words, min_size=1, max_size=3))
        cited = draw(st.integers(1, count))
        title = draw(words)
        texts.append(article(number, "\n".join([*lines, f"voir l'article {cited}."]), title))
    return tuple(texts)


def test_a_sound_text_has_no_finding():
    assert check(sound(), CONTEXT) == ()


def test_no_text_has_no_finding():
    assert check((), CONTEXT) == ()


@given(clean())
def test_a_generated_clean_text_has_no_finding(text):
    assert codes(text, Context(annexes=())) == []


@given(clean(), st.data())
def test_a_second_article_of_a_number_is_exactly_one_finding(text, data):
    twin = data.draw(st.sampled_from(text))
    at = data.draw(st.integers(0, len(text)))
    doubled = (*text[:at], replace(twin, title="autre chose"), *text[at:])
    found = check(doubled, Context(annexes=()))
    twice = [flaw for flaw in found if flaw.code == "article_twice"]
    assert [flaw.params["number"] for flaw in twice] == [twin.number]
    assert twice[0].severity == "severe"


@given(clean(), st.data())
def test_a_repeated_article_right_behind_is_the_only_finding(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    assert codes((*text[: at + 1], text[at], *text[at + 1 :]), Context(annexes=())) == [
        "article_twice"
    ]


@given(clean(), st.data())
def test_every_place_quotes_its_own_words(text, data):
    at = data.draw(st.integers(0, len(text) - 1))
    spoilt = replace(text[at], body=text[at].body + "<p>le montant de ........ dû</p>")
    (flaw,) = check((*text[:at], spoilt, *text[at + 1 :]), Context(annexes=()))
    assert (flaw.code, flaw.place.index, flaw.place.words) == ("text_blank", at, "........")
    assert flaw.place.words in flaw.place.line


@pytest.mark.parametrize(
    ("at", "old", "new", "expected"),
    [
        (3, "l'annexe 1", "l'annexe 2", ["annex_missing", "annex_uncited"]),
        (4, ", TVA de 21 % en sus", "", ["vat_missing"]),
        (4, "120", "125", ["amount_differs"]),
        (5, "l'article 2", "l'article 12", ["reference_unknown"]),
        (6, "2026", "2025", ["date_differs"]),
        (1, "Montbrun", "Monbrun", ["party_named_otherwise"]),
        (1, "Ville de Montbrun", "commune voisine", ["party_not_named"]),
        (7, "Namur", "…………", ["text_blank"]),
        (7, "Les tribunaux de Namur", "Le Prestataire ou eux", ["term_undefined"]),
    ],
)
def test_one_fault_is_one_finding(at, old, new, expected):
    text = sound()
    spoilt = replace(text[at], body=text[at].body.replace(old, new))
    assert spoilt != text[at]
    assert codes((*text[:at], spoilt, *text[at + 1 :])) == expected


def test_a_term_nobody_uses():
    text = list(sound())
    text[3] = article(1, "« Inventaire complet » : la liste des objets de l'annexe 1.", "Objet")
    (flaw,) = check(tuple(text), CONTEXT)
    assert (flaw.code, flaw.place.words) == ("term_unused", "Inventaire complet")


def test_the_findings_come_in_the_order_of_the_text():
    text = (*sound()[:3], article(1, "..... et ....."), article(1), article(4, "....."))
    found = [(f.place.index, f.place.start) for f in check(text, Context()) if f.place.words]
    assert found == sorted(found)


def test_a_finding_keeps_its_key_until_its_passage_changes():
    text = sound()
    faulty = (*text[:5], article(3, "Voir ..... plus loin."), *text[6:])
    longer = (*faulty[:4], article(2, "Le prix est de 120 euros, TVA comprise."), *faulty[5:])
    other = (*faulty[:5], article(3, "Voir ..... plus bas."), *faulty[6:])

    def key(given):
        return next(flaw.key for flaw in check(given, CONTEXT) if flaw.code == "text_blank")

    assert key(faulty) == key(longer)
    assert key(faulty) != key(other)


def test_a_finding_is_another_one_when_the_data_it_was_compared_with_changes():
    text = sound()
    keys = set()
    for price in (119, 118):
        context = replace(CONTEXT, amounts=(KnownAmount("prices", Decimal(price), True),))
        keys |= {flaw.key for flaw in check(text, context) if flaw.code == "amount_differs"}
    assert len(keys) == 2


def test_a_finding_speaks_like_every_other():
    text = (article(1), article(1))
    (flaw,) = check(text, Context())
    assert (flaw.finding.code, flaw.finding.field, flaw.finding.row) == ("article_twice", "text", 1)

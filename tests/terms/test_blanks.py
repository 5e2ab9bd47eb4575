"""Blanks still to fill in: found in the source documents' ways, few false alarms."""

from collective.conventions.terms.blanks import around
from collective.conventions.terms.blanks import Blank
from collective.conventions.terms.blanks import blanks
from hypothesis import given
from hypothesis import strategies as st
import pytest


def found(text):
    return [blank.text for blank in blanks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # C: dotted lines in the heading and above the signatures
        ("le CPAS\nde .....\nreprésenté par", ["....."]),
        ("Nom: .....", ["....."]),
        ("à (lieu) .....", ["(lieu)", "....."]),
        ("represented by ……", ["……"]),
        ("le . . . . 2026", [". . . ."]),
        ("number …..…", ["…..…"]),
        # O: underscores, each with the prompt that says what goes there
        ("_____ (nom de l’administration) à ____", ["_____", "(nom de l’administration)", "____"]),
        (
            "Fait à __________ (ville), le ___ (date), en",
            ["__________", "(ville)", "___", "(date)"],
        ),
        (r"by \_\_\_\_ of", [r"\_\_\_\_"]),
        ("____ (nom et qualité du représentant)", ["____", "(nom et qualité du représentant)"]),
        # W: an order in italics
        (
            "du (*indiquer la date de la décision*) ci-après",
            ["(*indiquer la date de la décision*)"],
        ),
        ("(à compléter)", ["(à compléter)"]),
        ("[date à préciser]", ["[date à préciser]"]),
        ("montant à compléter", ["à compléter"]),
        ("[…] et [...] et [   ]", ["[…]", "[...]", "[   ]"]),
        ("naam: in te vullen", ["in te vullen"]),
        ("(naam van de vertegenwoordiger)", ["(naam van de vertegenwoordiger)"]),
        ("Betrag: auszufüllen", ["auszufüllen"]),
        ("(Name der Verwaltung)", ["(Name der Verwaltung)"]),
        ("(to be completed)", ["(to be completed)"]),
        ("XXX euro, TBC", ["XXX", "TBC"]),
        ("signed on __/__/____", ["__/__/____"]),
        ("le …/…/20…", ["…/…/20…"]),
        ("le ../../....", ["../../...."]),
    ],
)
def test_blanks_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Directeur Général, Chefs de service, …). Cette rencontre",
        "and so on... The next article",
        "and so on…",
        "and so on….",
        "etc.... and more",
        "see https://commune.example/a___b/(nom)/....html for more",
        "write to jean____dupont@commune.example",
        "the field snake___case and __init__",
        "[Convention FR (Consultable au Secrétariat)](#)",
        "[nom](https://commune.example)",
        "Article 1 - Object ................. 12",
        "1.2 Duration …………… 3",
        "(date de la poste faisant foi)",
        "(ville de Mons)",
        "(qualité de l'eau)",
        "(numéro d'entreprise 0403.019.261)",
        "(adresse e-mail)",
        "(ci-après dénommé « l’Administration»)",
        "(voir annexe 2 de la présente convention)",
        "the complete (complete) list",
        "Titre XXIX, article 30.1.2.3",
        "82,00 EUR - 21 % - 3.000.000",
        "A.B.C.D.",
        "--- *** ===",
        "../../etc",
        "the date (1 April 2026)",
    ],
)
def test_ordinary_text_has_no_blanks(text):
    assert found(text) == []


def test_blanks_that_touch_are_one():
    assert found("[....]") == ["[....]"]
    assert found("____....") == ["____...."]


def test_positions_and_surroundings():
    text = "represented by ..... and\nits president"
    (blank,) = blanks(text)
    assert blank == Blank(15, 20, ".....")
    assert around(text, blank, 10) == "sented by ..... and its p"


@given(st.text("._…/[]()*\\ nomdateXx\n1", max_size=60))
def test_positions_always_fit_the_text_and_never_overlap(text):
    last = 0
    for blank in blanks(text):
        assert blank.start >= last
        assert blank.text == text[blank.start : blank.end] != ""
        last = blank.end


@given(st.text("abc é,\n", max_size=30), st.text("abc é,\n", max_size=30))
def test_a_dotted_line_is_found_wherever_it_stands(before, after):
    assert found(f"{before} ....... {after}") == ["......."]


def test_a_long_text_takes_no_time():
    # Every prefix of a pattern, repeated: a careless expression would take minutes.
    for piece in ("(nom de ", "[.", "(indiquer ", ". ", "_", "…", "article .", "a.", "(a à "):
        blanks(piece * 20000)

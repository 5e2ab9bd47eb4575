"""The models that come with the package: sound, and complete once they are filled."""

from collective.conventions.clock import today
from collective.conventions.content.values import snapshot
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.filling.sandbox import BLANK
from collective.conventions.documents.library.checks import model_findings
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.library.shipped import shipped
from collective.conventions.documents.texts.context import context_of
from collective.conventions.terms import choices
from collective.conventions.terms.texts.check.checking import check
from collective.conventions.terms.texts.text import plain
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from itertools import pairwise
from plone import api
import pytest
import re


TODAY = date(2026, 2, 3)
NAMES = sorted(shipped())
LETTERS = [name for name in NAMES if shipped()[name][1].kind == "letter"]
PARTNERSHIPS = {
    "shipped:partnership-fr": ("partner", "partner"),
    "shipped:partnership-nl": ("partner", "partner"),
    "shipped:platform-fr": ("user", "authority"),
    "shipped:platform-nl": ("user", "authority"),
    "shipped:collaboration-fr": ("partner", "partner"),
}


def said(text):
    return "\n".join(f"{part.number} {part.title}\n{plain(part.body)}" for part in text)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_model_has_no_fault(portal, name):
    entry = find(name)
    values = {**vars(entry), "text": [asdict(part) for part in entry.text]}
    assert model_findings(values, TODAY) == ()
    assert entry.title and entry.description


def test_every_occasion_has_a_french_model(portal):
    assert {entry.purpose for entry in models("letter", "fr")} == set(choices.LETTER_PURPOSES)
    assert len(models("convention", "fr")) == 5
    assert len(models("decree", "fr")) == 1
    assert len(models("convention", "nl")) == 2


def unsound(convention, text):
    values = {**snapshot(convention), "text": [asdict(part) for part in text]}
    return [
        flaw for flaw in check(text, context_of(convention, values)) if flaw.severity == "severe"
    ]


@pytest.mark.parametrize("name", ["shipped:access-fr", "shipped:collaboration-fr"])
def test_a_priced_convention_is_complete(convention, name):
    text = made(convention, find(name), TODAY)
    assert BLANK not in said(text)
    assert unsound(convention, text) == []
    numbers = [part.number for part in text if part.part == "article"]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_the_access_convention_says_its_price_and_term(convention):
    words = said(made(convention, find("shipped:access-fr"), TODAY)).replace("\xa0", " ")
    assert "Participation : 82,00 € hors TVA par mois, à majorer de la TVA au taux de 21 %" in words
    assert "réduites de 50 %" in words
    assert "le premier jour du mois qui suit la dernière signature" in words
    assert "reconduite tacitement, chaque fois pour un an, sans que" in words
    assert "Former les agents désignés (2 séances)" in words
    assert "Denis Essai, Président" in words


def test_the_programme_names_its_participants(portal, union, centre, values, convention):
    convention.parties = [
        {"partner": union.UID(), "role": "organiser"},
        {"partner": centre.UID(), "role": "participant"},
    ]
    convention.prices = [
        {"description": "Inscription", "basis": "per_participant", "amount": Decimal(250)},
        {
            "description": "Inscription de plusieurs agents",
            "basis": "per_participant",
            "amount": Decimal(200),
            "from_count": 2,
        },
    ]
    convention.participants = 3
    text = made(convention, find("shipped:programme-fr"), TODAY)
    words = said(text).replace("\xa0", " ")
    assert BLANK not in words
    assert "200,00 € hors TVA par participant, à partir de deux participants" in words
    assert unsound(convention, text) == []


def test_a_list_ends_with_a_full_stop(convention):
    words = said(made(convention, find("shipped:access-fr"), TODAY)).replace("\xa0", " ")
    lines = words.splitlines()
    ended = [line for line, after in pairwise(lines) if after[:1].isdigit()]
    assert [line for line in ended if line.endswith(";")] == []
    assert any(line.endswith("désignés (2 séances).") for line in lines)
    assert any(line.endswith("taux de 21 %.") for line in lines)


def test_a_month_and_a_day_are_one(convention, union):
    convention.breach_count, convention.breach_unit, convention.contacts_days = 1, "months", 1
    convention.prices = [{**convention.prices[0], "from_count": 1}]
    words = said(made(convention, find("shipped:access-fr"), TODAY)).replace("\xa0", " ")
    assert "moyennant un préavis donné au moins un mois avant" in words
    assert "dans un délai d’un mois à partir de l’envoi de la lettre de mise en demeure" in words
    assert "Le jour qui suit l’entrée en vigueur" in words
    assert "L’indice de départ est celui de décembre" in words
    assert "celui du mois qui précède l’adaptation." in words
    assert "prix de départ × indice nouveau ÷ indice de départ." in words
    assert "à partir de 1" not in words and "à partir d’un" not in words


def test_a_budget_stands_alone_or_behind_its_amount(convention, union):
    convention.commitments = [
        {"partner": union.UID(), "description": "Bâtir.", "budget": "Plan vert"},
        {
            "partner": union.UID(),
            "description": "Étendre",
            "budget": "Plan bleu",
            "amount": Decimal(1200),
            "due": TODAY,
            "frequency": "une fois par an",
        },
    ]
    (body,) = (
        part.body
        for part in made(convention, find("shipped:collaboration-fr"), TODAY)
        if part.title == "Engagements des parties"
    )
    words = body.replace("\xa0", " ")
    assert "<td>Bâtir</td><td></td><td>Sur le budget « Plan vert »</td><td></td>" in words
    assert "<td>1.200,00 €, sur le budget « Plan bleu »</td>" in words
    assert "<td>3 février 2026, une fois par an</td>" in words


def test_a_name_that_says_the_form_says_it_once(convention, free):
    text = said(made(free("partner", "partner"), find("shipped:partnership-fr"), TODAY))
    assert "Entraide des communes, ASBL, dont" in text
    union = api.content.find(Title="Entraide des communes")[0].getObject()
    union.title = "ASBL Entraide"
    union.reindexObject()
    text = said(made(convention, find("shipped:access-fr"), TODAY))
    assert "ASBL Entraide, dont les bureaux" in text


def test_several_sign_with_their_capacities(convention):
    words = said(made(convention, find("shipped:access-fr"), TODAY))
    assert "Denis Essai, Président, et Eva Preuve, Directrice générale" in words


STRAIGHT = re.compile(r"\w'\w|«(?!\xa0)|(?<!\xa0)»|[^\xa0\d][;:?!](?:\s|$)")


@pytest.mark.parametrize("name", [name for name in NAMES if "-fr" in name])
def test_french_has_its_apostrophes_and_spaces(portal, name):
    entry = find(name)
    texts = [entry.title, entry.description]
    texts += [source for part in entry.text for source in (part.title, part.body)]
    running = [re.sub(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>", "x", source) for source in texts]
    assert [found.group() for source in running if (found := STRAIGHT.search(source))] == []


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_convention_without_price_is_complete(free, name):
    agreement = free(*PARTNERSHIPS[name], text_language=find(name).language)
    text = made(agreement, find(name), TODAY)
    assert BLANK not in said(text)
    assert unsound(agreement, text) == []


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_complete(convention, name):
    convention.supervision_authority = "Service public de tutelle"
    unpaid = Unpaid("2026-7", TODAY, TODAY, Decimal(100), Decimal(60))
    letter = Letter(reason="Les séances n'ont pas eu lieu.", end=TODAY, invoices=(unpaid,))
    words = said(made(convention, find(name), TODAY, letter))
    assert BLANK not in words
    assert "Entraide des communes" in words


def test_a_decree_has_its_parts(convention):
    text = made(convention, find("shipped:decree-fr"), TODAY)
    assert [part.number for part in text] == list(choices.DECREE_PARTS)
    assert "Entraide des communes et CPAS de Sart-le-Haut" in said(text)


def test_nothing_depends_on_the_day_of_the_test(convention):
    assert made(convention, find("shipped:access-fr"), TODAY) == made(
        convention, find("shipped:access-fr"), today()
    )

"""Each rule in the wordings of three languages: what it sees and what it lets pass."""

from agreements import article
from agreements import part
from collective.conventions.terms.texts.check.amounts import amounts
from collective.conventions.terms.texts.check.annexes import annexes
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAmount
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.context import KnownDate
from collective.conventions.terms.texts.check.context import KnownParty
from collective.conventions.terms.texts.check.dates import dates
from collective.conventions.terms.texts.check.defined import defined
from collective.conventions.terms.texts.check.numbering import numbering
from collective.conventions.terms.texts.check.parties import parties
from collective.conventions.terms.texts.check.references import references
from collective.conventions.terms.texts.check.taxes import taxes
from collective.conventions.terms.texts.check.unfilled import unfilled
from collective.conventions.terms.texts.text import Part
from datetime import date
from decimal import Decimal
import pytest


def found(rule, text, context=None):
    return [(f.code, f.severity, f.place.words) for f in rule(text, context or Context())]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2", "2bis", "3"], []),
        (["1er", "2", "3"], []),
        (["I", "II", "III", "IV"], []),
        (["unique"], []),
        (["1", "2", "4"], [("article_gap", "4")]),
        (["2", "3"], [("article_gap", "2")]),
        (["1", "3", "2"], [("article_gap", "3"), ("article_order", "2")]),
        (["1", "1er"], [("article_twice", "1er")]),
        (["1", "2", "2", "3"], [("article_twice", "2")]),
    ],
)
def test_numbering(numbers, expected):
    flaws = numbering(tuple(article(number) for number in numbers), Context())
    assert [(flaw.code, flaw.place.words) for flaw in flaws] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "comme le prévoit l'article 2.",
        "visés aux articles 1 et 2",
        "l'article 117 de la nouvelle loi communale",
        "l'article 30, § 1er, du décret du 27 mars 2014",
        "la loi communale, notamment son article 117",
        "l'article 1184 du Code civil",
        "zoals bepaald in artikel 2.",
        "artikel 40 van de wet van 8 juli 1976",
        "im Sinne von Artikel 2.",
        "Artikel 35 der Verfassung",
        "article 5.74 C. civ.",
        "les articles de presse",
    ],
)
def test_a_reference_that_is_right_or_points_elsewhere(sentence):
    assert found(references, (article(1, sentence), article(2))) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("comme le prévoit l'article 9.", ("severe", "9")),
        ("l'article 9 de la présente convention", ("severe", "9")),
        ("les articles 1, 2 et 7 ci-dessus", ("severe", "7")),
        ("l'article 9 règle ce point", ("warning", "9")),
        ("volgens artikel 9 van deze overeenkomst", ("severe", "9")),
        ("gemäß Artikel 9 der vorliegenden Vereinbarung", ("severe", "9")),
    ],
)
def test_a_reference_to_an_article_that_is_not_there(sentence, expected):
    assert found(references, (article(1, sentence), article(2))) == [
        ("reference_unknown", *expected)
    ]


def test_a_reference_to_a_numbered_part():
    text = (article(1, "2.1 Un\n2.2 Deux"), article(2, "2.1. Un\n2.2. Deux\nvoir article 2.3."))
    assert found(references, text) == [("reference_part_unknown", "warning", "2.3")]
    assert found(references, (article(1, "voir l'article 1.4."),)) == [
        ("reference_part_unknown", "hint", "1.4")
    ]
    listed = Part("article", "1", "", "<ol><li>a</li><li>b</li></ol><p>voir l'article 1.2.</p>")
    assert found(references, (listed,)) == []


@pytest.mark.parametrize(
    ("sentence", "number", "words"),
    [
        ("voir annexe1 ci-jointe", "1", "annexe1"),
        ("repris à l'annexe II", "2", "annexe II"),
        ("zie bijlage 3", "3", "bijlage 3"),
        ("siehe Anlage 1", "1", "Anlage 1"),
        ("l'annexe A", "A", "annexe A"),
    ],
)
def test_an_annex_that_is_cited_and_missing(sentence, number, words):
    text = (article(1, sentence),)
    (flaw,) = annexes(text, Context(annexes=()))
    assert (flaw.code, flaw.severity) == ("annex_missing", "severe")
    assert (flaw.params["number"], flaw.place.words) == (number, words)
    assert found(annexes, text, Context(annexes=(KnownAnnex(number, "Plan"),))) == []
    assert found(annexes, text, Context()) == []


def test_annexes_cited_together():
    context = Context(annexes=(KnownAnnex("1", "Plan"), KnownAnnex("3", "Liste")))
    assert found(annexes, (article(1, "les annexes 1 et 2"),), context) == [
        ("annex_missing", "severe", "2"),
        ("annex_uncited", "warning", ""),
    ]
    assert [f.params["number"] for f in annexes((article(1, "annexes 1 à 3"),), context)] == ["2"]


def test_an_annex_that_may_well_be_the_one_that_bears_no_number():
    context = Context(annexes=(KnownAnnex("", "Inventaire du matériel"),))
    assert found(annexes, (article(1, "voir annexe 1"),), context) == [
        ("annex_missing", "warning", "annexe 1"),
        ("annex_uncited", "hint", ""),
    ]
    assert found(annexes, (article(1, "selon l'inventaire du matériel"),), context) == []


def test_an_annex_without_number_where_there_is_none():
    for sentence in ("la liste ci-annexée", "joint en annexe", "als bijlage toegevoegd"):
        flaws = found(annexes, (article(1, sentence),), Context(annexes=()))
        assert [code for code, *_rest in flaws] == ["annex_none"]


@pytest.mark.parametrize(
    ("definition", "use"),
    [
        ("ci-après dénommée « la Coopérative »,", "La Coopérative vient."),
        ('ci-après dénommé "l\'Exploitant".', "L'Exploitant vient."),
        ("ci-apres, “le Réseau °,", "le Réseau suffit"),
        ("ci-après dénommée la Coopérative,", "La Coopérative vient."),
        ("hierna genoemd “de Beheerder”,", "de Beheerder komt"),
        ("nachstehend „der Betreiber“ genannt,", "der Betreiber kommt"),
        ("« Lots » : les objets prêtés.", "chaque lot est rendu"),
        ("On entend par « rapport annuel » ce qui est remis.", "le rapport annuel"),
        ("« donnée sensible » désigne ce qui nuit.", "une donnée sensible"),
    ],
)
def test_a_term_is_used_or_not(definition, use):
    assert found(defined, (article(1, definition), article(2, use))) == []
    (flaw,) = found(defined, (article(1, definition), article(2, "Rien.")))
    assert flaw[:2] == ("term_unused", "warning")


@pytest.mark.parametrize(
    ("sentence", "language", "term"),
    [
        ("le Prestataire livre", "fr", "Prestataire"),
        ("L'Accord est conclu.", "fr", "Accord"),
        ("de Dienstverlener levert", "nl", "Dienstverlener"),
        ("der Auftragnehmer liefert", "de", "Auftragnehmer"),
        ("les « Biens » tels que définis ailleurs", "fr", "Biens"),
    ],
)
def test_a_term_that_nothing_defines(sentence, language, term):
    context = Context(language=language)
    assert found(defined, (article(1, sentence),), context) == [("term_undefined", "hint", term)]


@pytest.mark.parametrize(
    "sentence",
    [
        "le prestataire livre",
        "la Ville de Montbrun",
        "l'Administration communale",
        "des Villes et Communes",
    ],
)
def test_what_only_looks_like_a_defined_term(sentence):
    assert found(defined, (article(1, sentence),)) == []


def test_a_party_needs_no_definition():
    context = Context(parties=(KnownParty("Ville de Montbrun"),))
    assert found(defined, (article(1, "la Ville paie"),), context) == []


def test_blanks_block_unless_they_stand_beside_the_signatures():
    text = (
        Part("parties", body="<p>décision du (<em>indiquer la date</em>) et</p>"),
        Part("article", "1", "", "<p>Prix : ______ (montant)</p><p><em>À compléter</em></p>"),
        part("signatures", "Fait à Namur, le\nNom : ....."),
    )
    assert found(unfilled, text) == [
        ("text_blank", "severe", "(indiquer la date)"),
        ("text_blank", "severe", "______ (montant)"),
        ("text_blank", "severe", "À compléter"),
        ("text_blank", "hint", "le"),
        ("text_blank", "hint", "....."),
    ]


def test_emphasis_alone_is_no_blank():
    text = (Part("article", "1", "", "<p><em>Indiquent</em> et <em>le CIRB</em></p>"),)
    assert found(unfilled, text) == []


COUNCIL = Context(dates=(KnownDate("council_date", date(2024, 6, 24)),))


@pytest.mark.parametrize(
    "sentence",
    [
        "en exécution d'une décision du Conseil communal du 23 juin 2024",
        "besluit van de gemeenteraad van 23 juni 2024",
        "gemäß Beschluss des Gemeinderates vom 23. Juni 2024",
        "approuvé par le conseil communal le 23/06/2024",
    ],
)
def test_a_date_of_the_text_that_is_not_that_of_the_data(sentence):
    (flaw,) = dates((part("parties", sentence),), COUNCIL)
    assert (flaw.code, flaw.severity) == ("date_differs", "severe")
    assert flaw.params == {"text": "2024-06-23", "data": "2024-06-24", "fact": "council_date"}


@pytest.mark.parametrize(
    "sentence",
    [
        "décision du Conseil communal du 24 juin 2024",
        "en conformité avec le décret du 12 juillet 2017",
        "le Conseil communal, vu la loi du 24 juin 1988",
        "Le marché du 3 mai 2016",
        "une réunion le 5 mai 2023",
    ],
)
def test_a_date_that_is_right_or_something_else(sentence):
    assert found(dates, (part("parties", sentence),), COUNCIL) == []


def test_a_second_date_is_a_hint_once_the_right_one_is_there():
    text = (
        part("parties", "décision du Conseil communal du 24 juin 2024"),
        part("preamble", "le Conseil communal du 3 mai 2019 l'avait voulu"),
    )
    assert found(dates, text, COUNCIL) == [("date_differs", "hint", "3 mai 2019")]


def test_an_amount_is_wrong_where_one_of_the_data_is_missing():
    context = Context(amounts=(KnownAmount("prices", Decimal(82), True),))
    for sentence in ("une redevance de 85 euros par mois", "de prijs bedraagt € 85 per maand"):
        (flaw,) = amounts((article(1, sentence),), context)
        assert (flaw.code, flaw.severity) == ("amount_differs", "severe")
        assert flaw.params == {"text": "85", "data": "82", "fact": "prices"}


@pytest.mark.parametrize(
    "sentence",
    [
        "une redevance de 82 euros par mois et une amende de 100 euros",
        "une caution de 500 euros",
        "rien du tout",
    ],
)
def test_an_amount_that_is_right_or_something_else(sentence):
    context = Context(amounts=(KnownAmount("prices", Decimal(82), True),))
    assert found(amounts, (article(1, sentence),), context) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "une valeur estimée à 2 000 EUR par participant (2 inscrits)",
        "valeur estimée : 2 000 EUR par participant",
        "een geraamde waarde van 2.000 euro per deelnemer",
        "ein geschätzter Wert von 2.000 EUR pro Teilnehmer",
    ],
)
def test_what_each_is_worth_is_no_total_and_no_price(sentence):
    known = ("declared_value", 4000), ("commitments", 400), ("prices", 200)
    for field, amount in known:
        context = Context(amounts=(KnownAmount(field, Decimal(amount)),))
        assert found(amounts, (article(1, sentence),), context) == []
    assert found(taxes, (article(1, sentence),)) == []


def test_a_price_for_each_may_be_wrong():
    context = Context(amounts=(KnownAmount("prices", Decimal(200), True),))
    (flaw,) = amounts((article(1, "le prix est de 210 EUR par participant"),), context)
    assert (flaw.severity, flaw.params["data"]) == ("severe", "200")


def test_a_total_of_the_data_is_right():
    context = Context(
        amounts=(KnownAmount("commitments", Decimal(300)), KnownAmount("commitments", Decimal(50)))
    )
    assert found(amounts, (article(1, "un budget estimé à 350 euros"),), context) == []


CENTRE = Context(parties=(KnownParty("Centre régional de calcul (CRC)", ("Le Centre",)),))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le CENTRE REGIONAL DE CALCUL asbl", []),
        ("le C.R.C., représenté par", []),
        ("le Centre régionat de caleul", ["hint"]),
        ("le Centre national du calcul", ["warning"]),
    ],
)
def test_a_party_under_another_name(words, expected):
    context = Context(parties=(KnownParty("Centre régional de calcul (CRC)"),))
    found_here = list(parties((part("parties", words),), context))
    assert [flaw.severity for flaw in found_here] == expected
    assert all(flaw.code == "party_named_otherwise" for flaw in found_here)


def test_a_party_that_is_nowhere():
    assert [flaw.code for flaw in parties((part("parties", "La Ville"),), CENTRE)] == [
        "party_not_named"
    ]


@pytest.mark.parametrize(
    ("sentence", "context", "expected"),
    [
        ("le prix est de 82 euros", Context(), ["hint"]),
        ("le prix est de 82 euros HTVA", Context(), []),
        ("de prijs is 82 euro, exclusief btw", Context(), []),
        ("der Preis beträgt 82 EUR zzgl. MwSt", Context(), []),
        ("une valeur de 82 euros", Context(), []),
        ("le prix est de 82 euros", Context(monetary=False), []),
        (
            "il verse 82 euros",
            Context(amounts=(KnownAmount("prices", Decimal(82), True),)),
            ["warning"],
        ),
        ("il verse 82 euros", Context(amounts=(KnownAmount("prices", Decimal(82)),)), []),
    ],
)
def test_a_price_says_whether_vat_is_included(sentence, context, expected):
    flaws = list(taxes((article(1, sentence),), context))
    assert [flaw.severity for flaw in flaws] == expected

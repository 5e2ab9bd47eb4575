"""Documents split into the parts of a text, in every style of numbering, without a word lost."""

from collections import Counter
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.paragraph import Run
from collective.conventions.terms.texts.split import split
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import words
from hypothesis import given
from hypothesis import strategies as st
import pytest
import re


def of(*texts, style=""):
    return [Paragraph.of(text, style) for text in texts]


def articles(text):
    return [(part.number, part.title) for part in text if part.part == "article"]


def kinds(text):
    return [part.part for part in text]


WHOLE = of(
    "Convention de prêt d'un local",
    "ENTRE",
    "La Commune de Neuville, représentée par son collège, ci-après « la Commune » ;",
    "ET",
    "L'ASBL Les Joyeux, ci-après « l'Association »",
    "PRÉAMBULE",
    "La Commune possède un local libre.",
    "Il est convenu ce qui suit :",
    "Article 1 – Objet",
    "Un local est prêté.",
    "Article 2 – Durée",
    "Le prêt dure un an.",
    "Fait à Neuville, le 3 mars 2026, en deux exemplaires.",
    "Pour la Commune",
    "Pour l'Association",
)


def test_all_parts_of_a_convention():
    text = split(WHOLE)
    assert kinds(text) == [
        "heading",
        "parties",
        "preamble",
        "article",
        "article",
        "signatures",
    ]
    heading, parties, preamble, first, _second, signatures = text
    assert (heading.title, heading.body) == ("Convention de prêt d'un local", "")
    assert plain(parties.body).startswith("ENTRE\nLa Commune")
    assert (preamble.title, plain(preamble.body)) == (
        "PRÉAMBULE",
        "La Commune possède un local libre.\nIl est convenu ce qui suit :",
    )
    assert (first.number, first.title, first.body) == ("1", "Objet", "<p>Un local est prêté.</p>")
    assert plain(signatures.body).startswith("Fait à Neuville")


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Article 3 – Durée", "3", "Durée"),
        ("ARTICLE 3 - DURÉE", "3", "DURÉE"),
        ("ARTICLE 3\tDurée", "3", "Durée"),
        ("Art. 3. Durée", "3", "Durée"),
        ("Art.3 : Durée", "3", "Durée"),
        ("Article 3bis. Durée", "3bis", "Durée"),
        ("Article 3 ter – Durée", "3 ter", "Durée"),
        ("Article III. Durée", "III", "Durée"),
        ("Article 1er. Objet", "1er", "Objet"),
        ("Article premier – Objet", "premier", "Objet"),
        ("Article l – Objet", "1", "Objet"),
        ("§ 3. Durée", "3", "Durée"),
        ("A R T I C L E 3 - Durée", "3", "Durée"),
        ("ART1CLE 3 - Durée", "3", "Durée"),
        ("Articie 3 - Durée", "3", "Durée"),
        ("Article 3 Durée", "3", "Durée"),
        ("Artikel 3. Duur", "3", "Duur"),
        ("Artikel 3 – Dauer", "3", "Dauer"),
    ],
)
def test_headings_of_articles(line, number, title):
    text = split(of(line, "Le texte de cet article dit quelque chose."))
    assert articles(text) == [(number, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Article 3 de la loi du 8 juillet 1976 s'applique.",
        "article 6.",
        "Article 3, alinéa 2, du décret s'applique.",
        "Article 7 – Durée ........ 4",
        "Articles de bureau",
        "Artisans et commerçants",
    ],
)
def test_references_and_tables_of_contents_are_no_headings(line):
    text = split(of("Article 1 – Objet", "Un texte.", line))
    assert articles(text) == [("1", "Objet")]
    assert line in plain(text[0].body)


def test_the_text_may_follow_on_the_line_of_the_number():
    text = split(of("Art. 1. La commune prête un local à l'association.", "Art. 2. Il est vide."))
    assert [(part.number, part.title, plain(part.body)) for part in text] == [
        ("1", "", "La commune prête un local à l'association."),
        ("2", "", "Il est vide."),
    ]


def test_a_title_may_precede_the_text_on_the_same_line():
    (part,) = split(of("Article 4 : Loyer. Le loyer est payé chaque mois par l'association."))
    assert (part.number, part.title) == ("4", "Loyer.")
    assert plain(part.body) == "Le loyer est payé chaque mois par l'association."


def test_the_number_may_stand_on_a_line_of_its_own():
    text = split(of("Article 1", "Objet", "Un local est prêté.", "Article 2", "Il est vide."))
    assert articles(text) == [("1", "Objet"), ("2", "")]


def test_the_same_number_twice_is_kept_twice():
    text = split(of("Article 9 – Fin", "Un an.", "Article 9 – Litiges", "Les tribunaux de Namur."))
    assert articles(text) == [("9", "Fin"), ("9", "Litiges")]


def test_sub_articles_stay_inside():
    text = split(of("Article 2 – Tâches", "Article 2.1 – Ville", "Elle va.", "2.2. ASBL", "Aussi."))
    assert articles(text) == [("2", "Tâches")]
    assert plain(text[0].body).splitlines() == [
        "Article 2.1 – Ville",
        "Elle va.",
        "2.2. ASBL",
        "Aussi.",
    ]


def test_numbers_alone_head_articles_where_no_article_is_named():
    text = split(of("Accord", "1. Objet", "Un texte suit ici.", "2. Durée", "Un autre texte suit."))
    assert articles(text) == [("1", "Objet"), ("2", "Durée")]


def test_a_numbered_list_does_not_head_articles_where_some_are_named():
    items = [Paragraph.of(word, "item", marker=f"{n}.") for n, word in enumerate(("A", "B"), 1)]
    text = split([*of("Article 1 – Tâches"), *items])
    assert articles(text) == [("1", "Tâches")]
    assert text[0].body == "<ol><li>A</li><li>B</li></ol>"


def test_headings_of_the_word_processor_head_articles_without_numbers():
    parts = [
        *of("Objet", style="heading"),
        *of("Un local."),
        *of("Durée", style="heading"),
        *of("Un an."),
    ]
    assert articles(split(parts)) == [("", "Objet"), ("", "Durée")]


def test_a_chapter_stands_between_articles():
    text = split(of("Article 1 – Objet", "Un.", "CHAPITRE II – Suite", "Article 2 – Fin", "Deux."))
    assert articles(text) == [("1", "Objet"), ("", "CHAPITRE II – Suite"), ("2", "Fin")]


def test_a_decree_has_no_parties_and_its_annexes_close_it():
    text = split(
        of(
            "Objet : convention de prêt",
            "Le Conseil communal,",
            "Vu la loi ;",
            "ARRÊTE :",
            "Article unique : La convention de prêt est adoptée par le Conseil.",
            "Annexes :",
            "Convention FR",
        )
    )
    assert kinds(text) == ["heading", "preamble", "article", "signatures"]
    assert articles(text) == [("unique", "")]


@pytest.mark.parametrize(
    ("opening", "agreed", "article", "closing"),
    [
        ("TUSSEN:", "Wordt overeengekomen wat volgt:", "Artikel 1. Voorwerp", "Gedaan te Gent op"),
        ("Zwischen:", "wird folgendes vereinbart:", "Artikel 1. Gegenstand", "Geschehen zu Eupen,"),
        ("Entre les soussignés :", "il a été convenu :", "Article 1. Objet", "Ainsi fait à Mons"),
    ],
)
def test_the_three_languages(opening, agreed, article, closing):
    text = split(
        of("Titel", opening, "A", "B", agreed, article, "Een tekst van drie woorden.", closing)
    )
    assert kinds(text) == ["heading", "parties", "preamble", "article", "signatures"]


def test_who_signs_closes_a_text_that_says_no_place():
    text = split(of("Article 1 – Objet", "Un texte.", "Pour la Commune", "A. B.", "Pour l'ASBL"))
    assert kinds(text) == ["article", "signatures"]


def test_a_document_without_any_border_is_one_article():
    (part,) = split(of("Bonjour.", "Ceci n'est pas une convention."))
    assert (part.part, part.number, plain(part.body)) == (
        "article",
        "",
        "Bonjour.\nCeci n'est pas une convention.",
    )


def test_nothing_at_all_has_no_parts():
    assert split(()) == ()
    assert split(of(" ", "\t")) == ()


def test_bold_and_italics_and_signs_of_html_are_kept():
    runs = (Run("Un "), Run("local", strong=True), Run(" & <b> "), Run("clair", em=True))
    (part,) = split([*of("Article 1 – Objet"), Paragraph(runs)])
    assert part.body == "<p>Un <strong>local</strong> &amp; &lt;b&gt; <em>clair</em></p>"


def item(text, marker="-", level=0):
    return Paragraph.of(text, "item", level, marker)


def test_lists_are_nested_by_level():
    (part,) = split([*of("Article 1 – Objet"), item("a"), item("b", level=1), item("c")])
    assert part.body == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_numbered_list_goes_on_around_what_stands_between():
    between = [item("1a"), *of("dit de plus")]
    (part,) = split([*of("Article 1 – Objet"), item("un", "1."), *between, item("deux", "2.")])
    assert part.body == ("<ol><li>un<ul><li>1a</li></ul><p>dit de plus</p></li><li>deux</li></ol>")


def test_a_number_that_continues_nothing_is_written_out():
    (part,) = split([*of("Article 1 – Objet"), item("trois", "3."), item("b", "b)")])
    assert part.body == "<p>3. trois</p><p>b) b</p>"


def test_rows_are_a_table_with_a_head_when_the_first_row_is_words():
    rows = [Paragraph.row(cells) for cells in (("Jour", "Quoi"), ("1", "A\nB"), ("2", ""))]
    (part,) = split([*of("Article 1 – Objet"), *rows])
    assert part.body == (
        "<table><thead><tr><th>Jour</th><th>Quoi</th></tr></thead><tbody>"
        "<tr><td>1</td><td>A<br>B</td></tr><tr><td>2</td><td></td></tr></tbody></table>"
    )


LINES = st.sampled_from(
    [
        "Convention entre deux",
        "ENTRE :",
        "ET",
        "Préambule",
        "Il est convenu ce qui suit :",
        "Article 1 – Objet",
        "ARTICLE 2\tDurée",
        "Art. 3. La commune paie le loyer chaque mois.",
        "Article 4",
        "Article 2.1 – Dedans",
        "Durée",
        "2.1. Dedans",
        "1. Objet",
        "CHAPITRE II",
        "Le loyer est de 100 € par mois.",
        "a & b <c>",
        "Annexe 1 : plan",
        "Fait à Mons, le 1er mai 2026",
        "Pour la Commune",
        "Pour l'ASBL",
        "« fin »",
    ]
)
PARAGRAPHS = st.lists(
    st.one_of(
        LINES.map(Paragraph.of),
        LINES.map(lambda text: Paragraph.of(text, "heading")),
        st.builds(item, LINES, st.sampled_from(["-", "1.", "2.", "3.", "b)"]), st.integers(0, 2)),
        st.lists(LINES, min_size=1, max_size=3).map(Paragraph.row),
        st.text(max_size=40).map(Paragraph.of),
    ),
    max_size=25,
)
HEADED = re.compile(r"(?i)art(?:icle|\.)?|§|[-–—:.)\t ]+")


def _said(strings):
    """Words, without what only makes a heading a heading: "article" and the signs around it."""
    found = Counter()
    for string in strings:
        for word in string.split():
            if bare := word.strip("-–—:.)("):
                found[bare] += not HEADED.fullmatch(bare)
    return +found


@given(PARAGRAPHS)
def test_every_word_stands_in_exactly_one_part(paragraphs):
    text = split(paragraphs)
    strings = [
        piece for part in text for piece in (part.number, part.title, " ".join(words(part.body)))
    ]
    said = _said(strings)
    markers = {"-", "1", "2", "3", "b"}
    given_words = _said(paragraph.text for paragraph in paragraphs)
    for word in {*said, *given_words} - markers:
        assert said[word] == given_words[word], (word, text)


@given(PARAGRAPHS)
def test_parts_come_in_their_order(paragraphs):
    order = ["heading", "parties", "preamble", "article", "signatures"]
    found = [order.index(kind) for kind in kinds(split(paragraphs))]
    assert found == sorted(found)

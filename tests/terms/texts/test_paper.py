"""A signed paper against the approved text: what its layout does counts for nothing, words do."""

from collective.conventions.terms.texts.paper import Difference
from collective.conventions.terms.texts.paper import differences
from collective.conventions.terms.texts.text import Part
from dataclasses import replace
import pytest


BODY = """<p>La commune met à disposition deux locaux situés au rez-de-chaussée.</p>
<p>Elle verse une indemnité de 1.250,50 € par an, soit 1,5 % du budget.</p>"""
ITEMS = "<ol><li>entretenir les locaux ;</li><li>les assurer.</li></ol>"
TEXT = (
    Part("heading", title="Convention de mise à disposition"),
    Part("parties", body="<p>Entre la commune de Rivemont et le CPAS de Rivemont,</p>"),
    Part("article", "1", "Objet", BODY),
    Part("article", "2", "Obligations", f"<p>Le CPAS s'engage à :</p>{ITEMS}"),
    Part("article", "3", "", "<p>La présente convention prend effet le 1er mars 2031.</p>"),
    Part("signatures", body="<p>Fait en deux exemplaires.</p>"),
)
FIRST = """Commune de Rivemont - empreinte 12ab 34cd
Convention de mise à
disposition
Entre la commune de Rivemont et le CPAS de Rivemont,
Article 1 – Objet
La commune met à disposi-
tion deux locaux situés au rez-de-chaus\u00adsée.
Elle verse une indemnité de 1.250,50 € par an,
soit 1,5 % du budget.
Page 1 / 2"""
SECOND = """Commune de Rivemont - empreinte 12ab 34cd
Article 2 – Obligations
Le CPAS s'engage à :
1. entretenir les locaux ;
2. les assurer.
Article 3
La présente convention prend e\ufb00et le 1er mars 2031.
Fait en deux exemplaires.
Page 2 / 2"""


def found(first=FIRST, second=SECOND, text=TEXT):
    return differences(text, (first, second))


def test_a_paper_of_the_text_has_the_same_words():
    assert found() == ()


def test_what_stands_before_and_after_is_no_difference():
    assert found(f"Original 1 sur 2\n{FIRST}", f"{SECOND}\nSigné par A. Dupuis") == ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("1,5 %", "15 %", "article 1"),
        ("1,5 %", "1,6 %", "article 1"),
        ("1.250,50 €", "1.250,50 $", "article 1"),
        ("deux locaux", "trois locaux", "article 1"),
        ("Objet", "But", "article 1"),
    ],
)
def test_another_word_or_figure_is_told_at_its_article(old, new, place):
    (difference,) = found(FIRST.replace(old, new))
    assert difference.place == place
    assert old in difference.approved
    assert new in difference.paper


def test_what_is_left_out_is_told():
    (difference,) = found(second=SECOND.replace("2. les assurer.\n", ""))
    assert difference.approved == "les assurer."
    assert difference.place == "article 2"


def test_what_is_added_between_is_told():
    added = "Le CPAS paie en outre toutes les charges."
    (difference,) = found(second=SECOND.replace("Article 3", f"{added}\nArticle 3"))
    assert (difference.place, difference.approved) == ("article 2", "")
    assert added.startswith(difference.paper)
    assert difference.paper.endswith("charges")


def test_another_number_of_an_article_is_told():
    assert [one.paper for one in found(FIRST.replace("Article 1", "Article 7"))] == ["Article 7"]


def test_an_article_without_title_is_found_by_its_words():
    assert found(second=SECOND.replace("Article 3\n", "Art. 3. ")) == ()
    (difference,) = found(second=SECOND.replace("Article 3\n", ""))
    assert difference == Difference("article 3", "3", "")


def test_numbers_before_lines_are_marks_in_lists_only():
    (difference,) = found(FIRST.replace("Elle verse", "12 Elle verse"))
    assert difference.paper == "12"


def test_the_end_may_be_missing():
    (difference,) = found(second="Commune de Rivemont - empreinte 12ab 34cd\nPage 2 / 2")
    assert difference.place == "article 2"
    assert difference.approved.startswith("Obligations Le CPAS")
    assert difference.approved.endswith("deux exemplaires.")


def test_another_document_differs_in_everything():
    (difference,) = differences(TEXT, ("A quite different letter.",))
    assert difference.approved.startswith("Convention de mise")
    assert difference.paper == "A quite different letter"


def test_without_a_text_nothing_differs():
    assert differences((), (FIRST, SECOND)) == ()


def test_a_line_of_the_text_may_stand_at_the_edge_of_pages():
    lines = [f"Ligne {'x' * n} du contrat." for n in range(1, 7)]
    body = "".join(f"<p>{line}</p>" for line in lines)
    text = tuple(Part("article", number, "Objet", body) for number in "12")
    pages = ["\n".join((f"Article {number} Objet", *lines)) for number in "12"]
    assert differences(text, pages) == ()
    changed = [page.replace("xxx du", "yyy du") for page in pages]
    assert all("Ligne xxx" in one.approved for one in differences(text, changed))
    assert differences(text, changed)


def test_words_that_the_text_repeats_are_found_once_for_each():
    text = tuple(replace(TEXT[2], number=str(n)) for n in range(1, 4))
    page = FIRST.split("Article 1")[1].rpartition("\n")[0]
    pages = [f"Article {n}{page}" for n in range(1, 4)]
    (difference,) = differences(text, ["\n".join(pages[:2])])
    assert difference.place == "article 3"


FOOT = "Convention de mise à disposition\nPage {} / 2"


def footed(first=FIRST, second=SECOND):
    """The paper with the title of the convention at the foot of every page."""
    pages = [page.splitlines()[1:-1] for page in (first, second)]
    return ["\n".join((*lines, FOOT.format(at))) for at, lines in enumerate(pages, start=1)]


def test_the_title_at_the_foot_of_pages_takes_nothing_from_the_heading():
    joined = FIRST.replace("mise à\ndisposition", "mise à disposition")
    assert differences(TEXT, footed(joined)) == ()
    (difference,) = differences(TEXT, footed(joined.replace("deux locaux", "trois locaux")))
    assert difference.place == "article 1"


def test_a_first_page_may_bear_no_title_but_that_of_the_text():
    title = "Convention de mise à disposition"
    joined = FIRST.replace("mise à\ndisposition", "mise à disposition").partition("\n")[2]
    second = SECOND.replace(SECOND.partition("\n")[0], title)
    assert differences(TEXT, (joined, second, f"{title}\nFait le 1er mars.")) == ()


def test_short_pages_have_the_same_foot():
    assert differences(TEXT, [*footed(), f"Signé par A. Dupuis\n{FOOT.format(3)}"]) == ()
    text = (Part("heading", title="Convention"), *TEXT[4:])
    pages = ["Convention\nArticle 3\nLa présente convention prend\nConvention"]
    pages.append("effet le 1er mars 2031.\nFait en deux exemplaires.\nConvention")
    assert differences(text, pages) == ()


def test_numbers_of_articles_at_the_top_of_pages_are_not_those_of_pages():
    words = ("La commune prête la salle.", "Le CPAS la rend en ordre.", "Chacun paie sa part.")
    text = tuple(Part("article", str(n), "", f"<p>{one}</p>") for n, one in enumerate(words, 1))
    pages = [f"Article {n}\n{one}\nPage {n} / 3" for n, one in enumerate(words, start=1)]
    assert differences(text, pages) == ()


@pytest.mark.parametrize("number", ["", "Article 1 "])
def test_the_first_words_may_stand_above_them_as_the_title_of_the_paper(number):
    text = (Part("article", number[8:].strip(), "Objet", BODY),)
    assert differences(text, (f"Objet\n{number}Objet\n{FIRST.partition('Objet')[2]}",)) == ()


def test_the_head_of_a_table_may_be_repeated_on_the_next_page():
    rows = "".join(f"<tr><td>Salle {n}</td><td>{n} 250 €</td></tr>" for n in range(1, 4))
    head = "<thead><tr><th>Local</th><th>Loyer</th></tr></thead>"
    text = (Part("article", "1", "Loyers", f"<table>{head}<tbody>{rows}</tbody></table>"),)
    first = "Article 1 – Loyers\nLocal Loyer\nSalle 1 1 250 €\nSalle 2 2 250 €"
    assert differences(text, (first, "Local Loyer\nSalle 3 3 250 €")) == ()
    (difference,) = differences(text, (first, "Local Loyer annuel\nSalle 3 3 250 €"))
    assert difference.paper == "Local Loyer annuel"


def test_a_line_may_stand_more_than_once_at_the_foot():
    pages = [
        page.replace("\nPage", "\nConvention de mise à disposition\nPage") for page in footed()
    ]
    assert differences(TEXT, pages) == ()

"""A page holds every word of its text, and all that it needs."""

from collective.conventions import _
from collective.conventions.documents.rendering.page import print_page
from collective.conventions.documents.rendering.page import screen_page
from collective.conventions.documents.rendering.paper import DECREE
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.paper import LETTER
from collective.conventions.documents.rendering.paper import ORIGINAL
from collective.conventions.documents.rendering.paper import Original
from collective.conventions.documents.rendering.paper import Side
from collective.conventions.documents.rendering.paper import Signer
from collective.conventions.documents.rendering.word.frame import PAGES
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import words
from html import escape
from lxml import html
from lxml.cssselect import CSSSelector
import pytest
import re
import written


SAY = Wording("fr")
HOSTILE = "<script src='http://x/'>x()</script><b>"


def page(make=print_page, **values):
    return html.fromstring(make(written.paper(**values)))


def found(tree, selector):
    return [" ".join(one.text_content().split()) for one in CSSSelector(selector)(tree)]


@pytest.mark.parametrize("make", [print_page, screen_page])
def test_every_word_of_the_text_stands_on_the_page_in_order(make):
    (main,) = CSSSelector("main")(page(make))
    shown, position = "".join(main.text_content().split()), 0
    for part in written.TEXT:
        for told in ("".join(part.title.split()), "".join(words(part.body))):
            position = shown.index(told, position) + len(told)


def test_a_page_is_called_what_it_is_and_speaks_its_language():
    tree = page(language="nl")
    assert tree.get("lang") == "nl"
    assert found(tree, "title") == ["Salle du centre culturel"]
    assert found(tree, "h1") == ["Convention de mise à disposition"]
    assert found(page(text=written.TEXT[1:]), "h1") == ["Salle du centre culturel"]


def test_each_part_has_a_heading_of_its_own_below_the_title():
    told = ["Entre", "Préambule", "Article 1 – Objet", "Article 2 – Durée", "Article 3 – Prix"]
    assert found(page(), "h2") == [*told, "Article 4", "Article 5 – Litiges"]


def test_a_number_that_says_what_it_is_gets_no_other_name():
    parts = [Part("article", number, "Titre") for number in ("Article 3bis", "§ 4", "IV", "")]
    said = ["Article 3bis – Titre", "§ 4 – Titre", "Article IV – Titre", "Titre"]
    assert found(page(text=tuple(parts)), "h2") == said


def test_every_party_has_its_place_to_sign_two_beside_each_other():
    tree = page()
    pairs = [len(CSSSelector(".side")(pair)) for pair in CSSSelector(".pair")(tree)]
    assert pairs == [2, 1]
    assert found(tree, ".party") == ["Commune de Belval", "Les Amis du Théâtre", "CPAS de Belval"]
    assert found(tree, ".name") == ["Jeanne Modèle", "Paul Exemple", "Anne Témoin", ""]
    assert found(tree, ".capacity") == [
        "Bourgmestre",
        f"Directeur, {SAY.t(_('by delegation'))}",
        "Présidente",
    ]
    assert found(tree, ".signed") == ["Date", "Date", "Date 1er mars 2027", "Date"]
    assert found(page(sides=()), ".pair") == []


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_as_many_parties_as_there_are(count):
    sides = tuple(Side(f"Partie {n}", (Signer(f"Personne {n}"),)) for n in range(count))
    assert found(page(sides=sides), ".party") == [side.party for side in sides]


def test_a_draft_is_marked_and_what_is_approved_is_not():
    assert found(page(draft=True), ".mark") == [SAY.t(DRAFT)]
    assert found(page(screen_page, draft=True), ".mark") == [SAY.t(DRAFT)]
    assert found(page(), ".mark") == []


def test_what_repeats_on_every_sheet():
    tree = page(original=Original(2, 3))
    assert found(tree, ".who") == ["Commune de Belval"]
    assert found(tree, ".which") == [SAY.t(ORIGINAL, number=2, count=3)]
    told = f"{SAY.t(_('Fingerprint of the text'))} 0f3a 0f3a 0f3a 0f3a"
    assert found(tree, ".about") == [f"Salle du centre culturel 2027/CULT/0042 · {told}"]
    assert found(tree, ".leaf") == [" ".join(SAY.t(PAGES, page="", pages="").split())]
    bare = page(original=None, reference="", fingerprint="")
    assert found(bare, ".above") == ["Commune de Belval"]
    assert found(bare, ".about") == ["Salle du centre culturel"]


def test_a_page_for_the_screen_numbers_no_sheets():
    tree = page(screen_page)
    assert found(tree, ".leaf") == found(tree, ".what") == []
    assert found(tree, ".which") == [SAY.t(ORIGINAL, number=1, count=3)]


def test_a_letter_says_who_writes_to_whom_and_when():
    tree = page(
        kind=LETTER,
        letterhead=("Commune de Belval", "Grand-Place 1"),
        addressee=("Les Amis du Théâtre", "5000 Namur"),
        place_and_day="Belval, le 3 mars 2027",
    )
    assert found(tree, ".letterhead p") == ["Commune de Belval", "Grand-Place 1"]
    assert found(tree, ".addressee p") == ["Les Amis du Théâtre", "5000 Namur"]
    assert found(tree, ".day") == ["Belval, le 3 mars 2027"]


def test_a_decree_says_under_what_it_is_filed():
    tree = page(kind=DECREE, kicker="Conseil communal", facts=(("Dossier", "12"), ("Point", "3")))
    assert found(tree, ".kicker") == ["Conseil communal"]
    assert found(tree, ".facts div") == ["Dossier 12", "Point 3"]


@pytest.mark.parametrize("make", [print_page, screen_page])
def test_what_people_type_is_text_and_never_markup(make):
    made = make(
        written.paper(
            title=HOSTILE,
            reference=HOSTILE,
            author=HOSTILE,
            sides=(Side(HOSTILE, (Signer(HOSTILE, HOSTILE),)),),
            letterhead=(HOSTILE,),
            facts=((HOSTILE, HOSTILE),),
            text=(Part("article", HOSTILE, HOSTILE, f"<p onclick='x()'>{HOSTILE}</p>"),),
        )
    )
    tree = html.fromstring(made)
    assert not CSSSelector("script, [onclick], [src]")(tree)
    assert made.count(escape(HOSTILE, quote=False)) > 5


@pytest.mark.parametrize("make", [print_page, screen_page])
def test_a_page_needs_nothing_from_elsewhere(make):
    made = make(written.paper(draft=True))
    # The name of the language of the page is no address.
    assert re.findall(r"url\(|@import|https?://(?!www\.w3\.org/1999/xhtml)", made) == []


def test_the_name_of_a_file_leads_nowhere():
    assert written.paper(reference="../a/B 1").file_name == "a-b-1-1"
    assert written.paper(reference="", original=None).file_name == "salle-du-centre-culturel"
    assert written.paper(reference="", title="…", original=None).file_name == "convention"

"""A DOCX file opens, has real headings, lists and page numbers, and says what the text says."""

from collective.conventions import _
from collective.conventions.documents.rendering.docx import docx
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.paper import LETTER
from collective.conventions.documents.rendering.paper import ORIGINAL
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import words
from docx import Document
from docx.oxml.ns import qn
from functools import cache
from io import BytesIO
from zipfile import ZipFile
import written


SAY = Wording("fr")


@cache
def made(**values):
    return Document(BytesIO(docx(written.paper(**values))))


def styled(document, style):
    return [one.text for one in document.paragraphs if one.style.name == style]


def told(document):
    """Every word of the file in its order, in tables too."""
    found = document.element.body.iter(qn("w:p"))
    return " ".join("".join(_texts(one)) for one in found).split()


def _texts(paragraph):
    return (one.text or "" for one in paragraph.iter(qn("w:t")))


def numbers(document):
    """The number of the list and the level of each item."""
    found = [one.find(f"{qn('w:pPr')}/{qn('w:numPr')}") for one in document.element.iter(qn("w:p"))]
    return [
        (one.find(qn("w:numId")).get(qn("w:val")), one.find(qn("w:ilvl")).get(qn("w:val")))
        for one in found
        if one is not None
    ]


def test_every_word_of_the_text_stands_in_it_in_order():
    shown = iter(told(made()))
    said = [word for part in written.TEXT for word in (*part.title.split(), *words(part.body))]
    assert [word for word in said if word not in shown] == []


def test_titles_are_titles_and_headings_are_headings():
    assert styled(made(), "Title") == ["Convention de mise à disposition"]
    assert styled(made(), "Heading 1")[:4] == [
        "Entre",
        "Préambule",
        "Article 1 – Objet",
        "Article 2 – Durée",
    ]
    assert len(styled(made(), "Heading 1")) == 7


def test_lists_are_lists_and_each_counts_from_one():
    assert styled(made(), "List Number")[0] == "d’abord trois ans ;"
    assert styled(made(), "List Bullet")[0] == "la première d’un an ;"
    outer, again = [number for number, level in numbers(made()) if level == "0"][::2]
    assert outer != again
    known = made().part.numbering_part.element
    for number in {one for one, _level in numbers(made())}:
        (listed,) = [one for one in known.findall(qn("w:num")) if one.get(qn("w:numId")) == number]
        assert listed.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_an_item_of_two_lines_has_one_number():
    body = "<ol><li>un<br>deux<ul><li>trois</li></ul>quatre</li></ol>"
    document = Document(BytesIO(docx(written.paper(text=(Part("article", "1", "", body),)))))
    assert styled(document, "List Number") == ["un\ndeux", "quatre"]
    assert [number == "0" for number, _level in numbers(document)] == [False, False, True]


def test_a_table_repeats_its_head_and_breaks_no_row():
    table = made().tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Prestation", "Montant"],
        ["Salle & loges", "1.250,00 €"],
    ]
    head, body = (row._tr.trPr for row in table.rows)
    assert head.find(qn("w:tblHeader")) is not None and body.find(qn("w:tblHeader")) is None
    assert body.find(qn("w:cantSplit")) is not None


def test_emphasis_is_kept():
    runs = [run for one in made().paragraphs for run in one.runs]
    assert [run.text for run in runs if run.italic] == ["commune"]
    assert "hors TVA" in [run.text for run in runs if run.bold]


def test_head_and_foot_say_what_it_is_on_every_page():
    (section,) = made().sections
    assert (
        section.header.paragraphs[0].text
        == f"Commune de Belval\t{SAY.t(ORIGINAL, number=1, count=3)}"
    )
    foot = section.footer.paragraphs[0]
    told = f"{SAY.t(_('Fingerprint of the text'))} 0f3a 0f3a 0f3a 0f3a"
    assert foot.text.startswith(f"Salle du centre culturel · 2027/CULT/0042 · {told}\t")
    assert [one.text for one in foot._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_draft_is_marked_and_what_is_approved_is_not():
    drawn = "{urn:schemas-microsoft-com:vml}textpath"
    marks = [one.get("string") for one in made(draft=True).sections[0].header._element.iter(drawn)]
    assert marks == [None, SAY.t(DRAFT)]
    assert not list(made().sections[0].header._element.iter(drawn))


def test_every_party_has_its_place_to_sign():
    parties = [
        cell.paragraphs[0].text for table in made().tables[1:] for cell in table.rows[0].cells
    ]
    assert parties == ["Commune de Belval", "Les Amis du Théâtre", "CPAS de Belval", ""]
    signed = made().tables[1].cell(0, 1).text
    assert (
        "Présidente" in signed
        and "Anne Témoin" in signed
        and "1er mars 2027" in signed.replace("\xa0", " ")
    )
    assert f"Directeur, {SAY.t(_('by delegation'))}" in made().tables[1].cell(0, 0).text


def test_it_knows_its_language_title_and_author():
    document = made(language="nl")
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == ["nl-BE"]
    about = document.core_properties
    assert (about.title, about.author, about.language) == (
        "Salle du centre culturel",
        "Commune de Belval",
        "nl",
    )
    assert about.created.date().isoformat() == "2027-02-22"


def test_a_letter_says_who_writes_to_whom_and_when():
    document = made(
        kind=LETTER, letterhead=("Commune",), addressee=("Amis",), place_and_day="Belval, le 3 mars"
    )
    for style, line in (("Letterhead", "Commune"), ("Addressee", "Amis")):
        assert styled(document, style) == [line]
    assert styled(document, "Day") == ["Belval, le 3 mars"]


def test_the_same_paper_gives_the_same_bytes():
    data = docx(written.paper(draft=True))
    assert data == docx(written.paper(draft=True))
    with ZipFile(BytesIO(data)) as packed:
        assert packed.testzip() is None
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


def test_the_parts_of_the_file_stand_in_the_order_that_word_asks_for():
    settings = [one.tag for one in made().settings.element]
    place = settings.index(qn("w:autoHyphenation"))
    assert settings[place - 1] == qn("w:defaultTabStop")
    kinds = [one.tag for one in made().part.numbering_part.element]
    assert kinds == sorted(kinds, key=[qn("w:abstractNum"), qn("w:num")].index)

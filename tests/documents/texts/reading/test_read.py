"""Files as paragraphs: each kind found by its bytes, its structure kept, what is unsafe refused."""

from collective.conventions.documents.texts.reading import limits
from collective.conventions.documents.texts.reading.kinds import kind_of
from collective.conventions.documents.texts.reading.read import paragraphs_of
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.texts.split import split
from collective.conventions.terms.texts.text import plain
from docx import Document
from io import BytesIO
from pypdf import PdfReader
from pypdf import PdfWriter
from weasyprint import HTML
import pytest
import zipfile


BODY = "La commune prête un local à l'association pour ses réunions du soir."
ODT_HEAD = (
    '<?xml version="1.0"?>{doctype}<office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)


def packed(**members):
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


def odt(body, styles="", doctype=""):
    content = (
        f"{ODT_HEAD.format(doctype=doctype)}<office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def docx(build):
    document, data = Document(), BytesIO()
    build(document)
    document.save(data)
    return data.getvalue()


def pdf(html):
    return HTML(string=f"<html lang='fr'><body>{html}</body></html>").write_pdf()


def told(data):
    return [(one.style, one.marker, one.text) for one in paragraphs_of(data)]


def articles(data):
    text = split(paragraphs_of(data))
    return [(part.number, part.title, plain(part.body)) for part in text if part.part == "article"]


def test_the_kind_is_what_the_bytes_say():
    assert kind_of(docx(lambda document: document.add_paragraph("a"))) == "docx"
    assert kind_of(odt("<text:p>a</text:p>")) == "odt"
    assert kind_of(pdf("<p>a</p>")) == "pdf"
    assert kind_of(b"# Titre\n\nMots") == "markdown"
    assert kind_of(b"Des **mots** gras") == "markdown"
    assert kind_of(b"____ 3 * 4 ____") == "plain"
    assert kind_of(b"\x89PNG\r\n\x1a\n\0\0\0") == ""
    assert kind_of(packed(other="a")) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_every_encoding_that_is_met(encoding):
    assert told("Prêté à l'été".encode(encoding)) == [("", "", "Prêté à l'été")]


def test_lines_that_the_margin_broke_are_joined_and_others_are_not():
    long = "La commune prête un local à l'association pour toutes ses réunions du soir et de la"
    data = f"{long}\nfin de semaine.\nPour la Commune\nAnne Dupré\n\n{long}\njournée."
    assert [text for _style, _marker, text in told(data.encode())] == [
        f"{long} fin de semaine.",
        "Pour la Commune",
        "Anne Dupré",
        f"{long} journée.",
    ]


def test_items_of_plain_text_even_as_a_scan_reads_their_dots():
    assert told(b"- un\n\xc2\xb7 deux\n3. trois\nb) quatre\ne Cinq") == [
        ("item", "-", "un"),
        ("item", "-", "deux"),
        ("item", "3.", "trois"),
        ("item", "b)", "quatre"),
        ("item", "-", "Cinq"),
    ]


def test_cells_after_tabs_are_rows_and_a_heading_after_one_is_not():
    found = told(b"\tJour\n\tQuoi\n\n\t1\n\tUn\nligne\n\t\n\nARTICLE 3\tDur\xc3\xa9e\nUn\tDeux")
    assert found == [
        ("row", "", "Jour\tQuoi"),
        ("row", "", "1\tUn\nligne\t"),
        ("", "", "ARTICLE 3\tDurée"),
        ("row", "", "Un\tDeux"),
    ]


MARKDOWN = """## Convention

**Article 1 – Objet**

Un *local* est [prêté](https://example.org/x) le 1<sup>er</sup> mai.

1. un
   - a
2. deux

| Jour | Quoi |
| --- | --- |
| 1 | A |
"""


def test_markdown():
    assert told(MARKDOWN.encode()) == [
        ("heading", "", "Convention"),
        ("", "", "Article 1 – Objet"),
        ("", "", "Un local est prêté (https://example.org/x) le 1er mai."),
        ("item", "1.", "un"),
        ("item", "-", "a"),
        ("item", "2.", "deux"),
        ("row", "", "Jour\tQuoi"),
        ("row", "", "1\tA"),
    ]


def test_markdown_keeps_bold_and_italics():
    _heading, article, words, *_others = paragraphs_of(MARKDOWN.encode())
    assert article.strong
    assert [run.text for run in words.runs if run.em] == ["local"]


def test_raw_html_in_markdown_leaves_its_words_only():
    assert told(b"# T\n\n<div onclick='x()'>mots</div>")[1:] == [("", "", "mots")]


def _word(document):
    document.add_heading("Convention", 0)
    paragraph = document.add_paragraph("Article 1 – ")
    paragraph.add_run("Objet").bold = True
    document.add_paragraph(BODY)
    document.add_paragraph("un", style="List Bullet")
    document.add_paragraph("premier", style="List Number")
    document.add_paragraph("second", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Jour", "Quoi", "1", "A"), strict=True):
        cell.text = text
    document.add_paragraph("Ligne une\nligne deux")


def test_docx():
    assert told(docx(_word)) == [
        ("heading", "", "Convention"),
        ("", "", "Article 1 – Objet"),
        ("", "", BODY),
        ("item", "-", "un"),
        ("item", "1.", "premier"),
        ("item", "2.", "second"),
        ("row", "", "Jour\tQuoi"),
        ("row", "", "1\tA"),
        ("", "", "Ligne une"),
        ("", "", "ligne deux"),
    ]


def test_the_numbers_word_counts_are_the_numbers_of_the_articles():
    def build(document):
        numbering = document.part.numbering_part.element
        level = next(numbering.iter(f"{{{numbering.nsmap['w']}}}lvlText"))
        identity = level.getparent().getparent().get(level.nsmap["w"].join(("{", "}abstractNumId")))
        level.set(level.nsmap["w"].join(("{", "}val")), "Article %1 –")
        form = level.getparent().find(level.nsmap["w"].join(("{", "}numFmt")))
        form.set(level.nsmap["w"].join(("{", "}val")), "decimal")
        number = numbering.add_num(int(identity))
        for title in ("Objet", "Durée"):
            paragraph = document.add_paragraph(title)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number.numId
            document.add_paragraph(BODY)

    assert articles(docx(build)) == [("1", "Objet", BODY), ("2", "Durée", BODY)]


def test_odt():
    styles = (
        '<style:style style:name="B" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/>'
        "</text:list-style>"
    )
    body = (
        '<text:h text:outline-level="1">Article 1 – Objet</text:h>'
        '<text:p>Un<text:s text:c="2"/><text:span text:style-name="B">local</text:span>'
        "<text:line-break/>clair</text:p>"
        '<text:list text:style-name="N"><text:list-item><text:p>un</text:p></text:list-item>'
        "<text:list-item><text:p>deux</text:p></text:list-item></text:list>"
        "<text:list><text:list-item><text:p>trois</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>fin<text:note><text:p>note</text:p></text:note></text:p>"
    )
    data = odt(body, styles)
    assert told(data) == [
        ("heading", "", "Article 1 – Objet"),
        ("", "", "Un  local"),
        ("", "", "clair"),
        ("item", "1.", "un"),
        ("item", "2.", "deux"),
        ("item", "-", "trois"),
        ("row", "", "A\tB"),
        ("", "", "fin"),
    ]
    assert paragraphs_of(data)[1].runs[-1].strong


def test_pdf_joins_lines_and_pages_and_drops_page_numbers():
    data = pdf(
        "<style>@page { size: A5; @bottom-center { content: counter(page) ' / ' counter(pages) } }"
        f"</style><h2>Article 1 – Objet</h2><p>{BODY} {BODY}</p>"
        f"<h2 style='break-before: page'>Article 2 – Durée</h2><p>{BODY}</p>"
    )
    assert articles(data) == [("1", "Objet", f"{BODY} {BODY}"), ("2", "Durée", BODY)]


def test_a_scan_is_refused_with_what_to_do():
    with pytest.raises(BadRequest, match="scan"):
        paragraphs_of(pdf("<svg width='90' height='90'><circle r='40'/></svg>"))


def test_a_pdf_with_a_password_is_refused():
    writer, data = PdfWriter(clone_from=PdfReader(BytesIO(pdf(f"<p>{BODY}</p>")))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(data)
    with pytest.raises(BadRequest, match="password"):
        paragraphs_of(data.getvalue())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "no text that can be read"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"%PDF-1.7\nand no more", "damaged"),
        (packed(word__document_xml="<no end"), "damaged"),
        (odt("<text:p>&e;</text:p>", doctype="<!DOCTYPE x [<!ENTITY e 'x'>]>"), "damaged"),
        (odt(""), "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused(data, said):
    with pytest.raises(BadRequest, match=said):
        paragraphs_of(data)


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = packed(mimetype="x", content_xml=b" " * (limits.LARGEST_MEMBER + 1))
    assert len(bomb) < 100_000
    with pytest.raises(BadRequest, match="unpacks"):
        paragraphs_of(bomb)


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    with pytest.raises(BadRequest, match="larger"):
        paragraphs_of(b"more than ten")

"""The PDF of a text says what the text says, lasts, can be heard, and fetches nothing."""

from collective.conventions.documents.library.shipped import shipped
from collective.conventions.documents.rendering.fetching import NoFetcher
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.paper import ORIGINAL
from collective.conventions.documents.rendering.paper import Original
from collective.conventions.documents.rendering.pdf import laid_out
from collective.conventions.documents.rendering.pdf import pdf
from collective.conventions.documents.rendering.word.frame import PAGES
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.terms.texts.paper import differences
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from functools import cache
from io import BytesIO
from lxml import etree
from pathlib import Path
import os
import pypdf
import pytest
import subprocess
import sys
import written


A4 = (595, 842)
SAY = Wording("fr")


@cache
def made(**values):
    return pypdf.PdfReader(BytesIO(pdf(written.paper(**values))))


def pages(reader):
    return [page.extract_text() for page in reader.pages]


def structure(reader):
    """The elements of the structure tree, from the root down, in order."""

    def walk(node):
        node = node.get_object()
        if not isinstance(node, dict):
            return
        if "/S" in node:
            yield node["/S"]
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

    return list(walk(reader.trailer["/Root"]["/StructTreeRoot"]))


def test_the_words_of_the_paper_are_those_of_the_text():
    assert differences(written.TEXT, pages(made())) == ()
    assert differences(written.TEXT, pages(made(draft=True))) == ()


CONVENTIONS = sorted(name for name, found in shipped().items() if found[1].kind == "convention")


@pytest.mark.parametrize("words", [1, 2, 3])
@pytest.mark.parametrize("name", ["", *CONVENTIONS])
def test_what_stands_at_the_edge_of_pages_takes_nothing_from_the_text(name, words):
    text = shipped()[name][1].text if name else written.TEXT
    title = " ".join([text[0].title] * words)
    paper = {"title": title, "author": title, "reference": text[0].title}
    assert differences(text, pages(made(text=text, **paper))) == ()
    headless = text[1:]
    first = next(line for part in headless for line in (part.title, plain(part.body)) if line)
    assert differences(headless, pages(made(text=headless, title=first.split("\n")[0]))) == ()


def test_a_word_that_differs_would_be_found():
    other = (*written.TEXT[:-1], Part("signatures", body="<p>Rien n’est signé ici.</p>"))
    assert differences(other, pages(made())) != ()


def test_it_lasts_and_can_be_heard():
    root = made().trailer["/Root"]
    told = etree.fromstring(root["/Metadata"].get_object().get_data())
    values = {key: value for node in told.iter() for key, value in node.attrib.items()}
    assert values["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
    assert values["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
    assert values["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert len(told.findall("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF")) == 1
    assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "fr"
    assert root["/OutputIntents"]


def test_its_structure_is_that_of_the_text():
    told = structure(made())
    assert told.count("/H1") == 1 and told.count("/H2") == 7
    assert told.count("/L") == 4 and told.count("/LI") == 8
    assert told.count("/Table") == 1 and told.count("/TH") == told.count("/TD") == 2
    assert "/Figure" not in told
    # Whoever leafs through the file finds the articles in its outline.
    (title,) = made().outline[:1]
    assert title["/Title"] == "Convention de mise à disposition"
    assert len(made().outline[1]) == 7


def test_it_says_what_it_is_who_made_it_and_when_the_text_was_approved():
    about = made().metadata
    assert about.title == "Salle du centre culturel"
    assert about.author == "Commune de Belval"
    assert about.creation_date.date().isoformat() == "2027-02-22"
    assert made(made=None).metadata.creation_date is None


def test_every_sheet_is_a4_and_numbered():
    reader = made(draft=True)
    count = len(reader.pages)
    assert count > 1
    for number, page in enumerate(reader.pages, start=1):
        assert tuple(round(float(side)) for side in page.mediabox[2:]) == A4
        text = page.extract_text()
        assert SAY.t(PAGES, page=number, pages=count) in text
        assert "2027/CULT/0042" in text and "0f3a 0f3a 0f3a 0f3a" in text
        assert SAY.t(ORIGINAL, number=1, count=3) in text and SAY.t(DRAFT) in text


def test_what_is_approved_bears_no_mark():
    assert SAY.t(DRAFT) not in "".join(pages(made()))


def test_all_originals_in_one_file_count_their_own_pages():
    one = len(made().pages)
    papers = [written.paper(original=Original(number, 3)) for number in (1, 2, 3)]
    reader = pypdf.PdfReader(BytesIO(pdf(papers)))
    told = pages(reader)
    assert len(told) == 3 * one
    for at, text in enumerate(told):
        assert SAY.t(ORIGINAL, number=at // one + 1, count=3) in text
        assert SAY.t(PAGES, page=at % one + 1, pages=one) in text


@pytest.mark.parametrize("make", ["pdf", "docx"])
def test_the_same_paper_gives_the_same_bytes_in_every_process(make):
    said = (
        f"import hashlib, written; from collective.conventions.documents.rendering.{make} import"
        f" {make}; print(hashlib.sha256({make}(written.paper(draft=True))).hexdigest())"
    )
    asked = {"args": [sys.executable, "-c", said], "cwd": Path(written.__file__).parent}
    told = {
        subprocess.run(
            **asked, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_fonts_are_in_the_file():
    for page in made().pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in described.get_object() or "/FontFile3" in described.get_object()


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/x.png", "file:///etc/passwd"])
def test_even_markup_that_got_in_would_fetch_nothing(address, monkeypatch):
    asked = []
    refuse = NoFetcher.fetch

    def spy(self, url, headers=None):
        asked.append(url)
        return refuse(self, url, headers)

    monkeypatch.setattr(NoFetcher, "fetch", spy)
    laid_out(f"<html lang='fr'><title>x</title><body><img alt='x' src='{address}'>")
    assert asked == [address]

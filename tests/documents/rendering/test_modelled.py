"""Letters and Word models become files, filled with what is known of the convention."""

from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import find
from collective.conventions.documents.rendering.modelled import file_from
from collective.conventions.documents.rendering.modelled import offered
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.texts.text import plain
from datetime import date
from decimal import Decimal
from docx import Document
from factories import make_convention
from io import BytesIO
from plone.namedfile.file import NamedBlobFile
import pypdf
import pytest


TODAY = date(2027, 3, 3)
LETTER = Letter("City", "Centre", reason="Le théâtre ferme.", end=date(2027, 12, 31))


@pytest.fixture
def convention(portal, partners):
    return make_convention(portal, partners, title="Salle", reference="2027/1")


def word_model(*lines, kind="convention"):
    document, kept = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(kept)
    file = NamedBlobFile(data=kept.getvalue(), filename="model.docx")
    return Entry("uid", 1, "Bail", "", kind, "", "fr", (), (), source="docx", file=file)


def test_letters_are_offered_and_those_about_unpaid_invoices_where_there_are_some(portal):
    told = {entry.id for entry in offered()}
    assert "shipped:letter-non-renewal-fr" in told
    assert {entry.kind for entry in offered()} == {"letter"}
    unpaid = Unpaid("2027-0001", TODAY, TODAY, Decimal(2), Decimal(1))
    dunning = {"shipped:letter-dunning-fr"}
    assert {entry.id for entry in offered((unpaid,))} - told == dunning


def test_a_letter_says_who_writes_to_whom_and_why(convention):
    file = file_from(convention, find("shipped:letter-non-renewal-fr"), "pdf", LETTER, TODAY)
    assert file.name.endswith(".pdf") and file.kind == "application/pdf"
    pages = pypdf.PdfReader(BytesIO(file.data)).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    for told in ("City", "Centre", "Salle", "2027/1", "Le théâtre ferme.", "3 mars 2027"):
        assert told in text


@pytest.mark.parametrize("name", ["docx", "html"])
def test_it_comes_in_each_format(convention, name):
    file = file_from(convention, find("shipped:letter-non-renewal-fr"), name, LETTER, TODAY)
    if name == "docx":
        text = "\n".join(one.text for one in Document(BytesIO(file.data)).paragraphs)
    else:
        text = plain(file.data.decode())
    assert "Le théâtre ferme." in text


def test_a_word_model_stays_a_word_file(convention):
    entry = word_model("Objet : {{ convention.title }}", "{{ letter.recipient.name }}")
    file = file_from(convention, entry, "docx", LETTER, TODAY)
    assert file.name == "bail.docx"
    lines = [one.text for one in Document(BytesIO(file.data)).paragraphs]
    assert lines == ["Objet : Salle", "Centre"]
    with pytest.raises(BadRequest):
        file_from(convention, entry, "pdf", LETTER, TODAY)


@pytest.mark.parametrize(("kind", "marks"), [("convention", 1), ("letter", 0)])
def test_a_convention_made_in_word_is_marked_as_a_draft(convention, kind, marks):
    entry = word_model("{{ convention.title }}", kind=kind)
    head = Document(BytesIO(file_from(convention, entry, "docx", LETTER, TODAY).data)).sections[0]
    drawn = head.header._element.xpath("//*[local-name()='textpath' and @string]")
    assert len(drawn) == marks

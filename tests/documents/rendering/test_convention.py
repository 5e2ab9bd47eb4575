"""The paper of a real convention: who signs, what it says of itself, and which files there are."""

from collective.conventions.documents.rendering.convention import all_originals
from collective.conventions.documents.rendering.convention import original
from collective.conventions.documents.rendering.convention import originals_of
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import file_of
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.documents.rendering.page import original_of
from collective.conventions.documents.rendering.paper import Signer
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import NotFound
from collective.conventions.terms.texts.fingerprint import fingerprint
from dataclasses import asdict
from factories import bring
from factories import DECIDED
from factories import make_convention
from factories import make_partner
from factories import SIGNED
from io import BytesIO
import pypdf
import pytest
import written


ROWS = [asdict(part) for part in written.TEXT]


@pytest.fixture
def convention(portal, partners):
    values = {"reference": "2027/1", "text_language": "nl", "text": ROWS}
    return make_convention(portal, partners, **values)


def test_the_text_the_parties_and_those_who_sign(convention):
    paper = paper_of(convention)
    assert paper.text == written.TEXT
    assert (paper.title, paper.reference, paper.language) == ("Agreement", "2027/1", "nl")
    assert [side.party for side in paper.sides] == ["City", "Centre"]
    assert paper.sides[0].signers == (Signer("A. Person", "Mayor", False, SIGNED),)


def test_a_party_for_which_nobody_signs_yet_has_its_place(convention, portal):
    other = make_partner(portal, "Other")
    convention.parties = [*convention.parties, {"partner": other.UID(), "role": "partner"}]
    assert paper_of(convention).sides[2].signers == (Signer(),)


def test_it_is_a_draft_until_the_council_has_approved_it(convention):
    paper = paper_of(convention)
    assert paper.draft and not paper.fingerprint and paper.made is None
    bring(convention, "council_approved")
    paper = paper_of(convention)
    assert not paper.draft and paper.made == DECIDED
    assert paper.fingerprint == fingerprint(written.TEXT)


def test_as_many_originals_as_parties_or_as_were_entered(convention):
    assert originals_of(convention) == 2
    assert [paper.original.number for paper in all_originals(convention)] == [1, 2]
    convention.originals = 3
    assert original(convention, 3).original.count == 3
    for number in (0, 4):
        with pytest.raises(NotFound):
            original(convention, number)


def test_without_a_text_there_is_no_paper(portal, partners):
    with pytest.raises(NotFound, match="no text"):
        paper_of(make_convention(portal, partners))


def test_there_is_a_file_in_each_format(convention):
    begins = {"pdf": b"%PDF-1.7", "docx": b"PK", "html": b"<!DOCTYPE html>"}
    for name, made in FORMATS.items():
        file = file_of(convention, name, "2")
        assert (file.name, file.kind) == (f"2027-1-2.{name}", made.kind)
        assert file.data.startswith(begins[name])
    assert file_of(convention, "html").name == "2027-1.html"


def test_all_originals_are_one_pdf(convention):
    file = file_of(convention, "pdf", "all")
    assert file.name == "2027-1.pdf"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file.data)).pages)
    for paper in all_originals(convention):
        assert original_of(paper, Wording("nl")) in text


@pytest.mark.parametrize(
    ("name", "which"),
    [("odt", ""), ("docx", "all"), ("pdf", "first"), ("pdf", "-1"), ("pdf", "²"), ("pdf", "1000")],
)
def test_what_there_is_not_is_refused(convention, name, which):
    with pytest.raises(BadRequest):
        file_of(convention, name, which)

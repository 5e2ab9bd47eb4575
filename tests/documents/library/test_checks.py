"""A model with a fault is refused when it is saved: line, article and field."""

from collective.conventions.clock import today
from collective.conventions.content.checks import findings
from collective.conventions.messages import sentence
from docx import Document
from io import BytesIO
from plone.namedfile.file import NamedBlobFile
from zope.i18n import translate
import pytest


def found(**values):
    values = {"kind": "convention", "source": "articles", **values}
    return [
        (one.code, one.field, one.row, one.column) for one in findings("Model", values, today())
    ]


def test_a_letter_needs_its_purpose(portal):
    assert found(kind="letter") == [("required", "purpose", None, None)]


def test_a_fault_names_its_article_and_line(portal):
    rows = [
        {"part": "article", "title": "Un", "body": "<p>Rien.</p>"},
        {"part": "article", "title": "Deux", "body": "<p>A</p><p>{{ party.name }}</p>"},
    ]
    (finding,) = findings("Model", {"kind": "convention", "text": rows}, today())
    assert (finding.row, finding.column) == (1, "body")
    told = translate(sentence(finding), target_language="en")
    assert told == "Line 2: there is no field “party”. Is “partner” what you mean?"


def test_a_clause_must_be_one(portal):
    rows = [{"part": "article", "clause": "shipped:access-fr@1"}]
    assert found(text=rows) == [("model_unknown_clause", "text", 0, "clause")]


def test_a_part_of_a_decree_has_its_place(portal):
    rows = [{"part": "article", "number": "1", "body": "<p>Vu.</p>"}]
    assert found(kind="decree", text=rows) == [("model_decree_part", "text", 0, "number")]


def document(*paragraphs):
    made, data = Document(), BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(data)
    return NamedBlobFile(data=data.getvalue(), filename="model.docx")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("{{ convention.title }}",), []),
        (("{%p for party in parties %}", "{{ party.name }}", "{%p endfor %}"), []),
        (("Rien.", "{{ convention.titel }}"), [("model_unknown_field_near", 2)]),
        (("{% include 'x' %}",), [("model_forbidden", 1)]),
        (("{% if convention.free %}",), [("model_unclosed", 1)]),
    ],
)
def test_a_document_is_checked_like_articles(portal, paragraphs, expected):
    values = {"kind": "convention", "source": "docx", "file": document(*paragraphs)}
    told = [(one.code, one.params.get("line")) for one in findings("Model", values, today())]
    assert told == expected


@pytest.mark.parametrize("data", [b"", b"no document", b"PK\x03\x04"])
def test_what_is_no_document_is_refused(portal, data):
    assert found(source="docx", file=NamedBlobFile(data=data)) == [
        ("model_no_docx", "file", None, None)
    ]


def test_a_document_is_needed(portal):
    assert found(source="docx") == [("required", "file", None, None)]

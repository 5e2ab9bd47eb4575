"""Word models are filled with plain values and bodies, and can do no more than that."""

from collective.conventions.documents.rendering.office import filled
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.interfaces import UnprocessableEntity
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from io import BytesIO
import pytest


CONTEXT = {
    "title": "Salle & loges <b>",
    "parties": [{"name": "Commune"}, {"name": "Amis"}],
    "free": True,
}
BODY = "<p>Un <strong>mot</strong></p><ol><li>deux<ul><li>trois</li></ul></li></ol>"
TABLE = "<table><tbody><tr><td>quatre</td><td>cinq</td></tr></tbody></table>"


def model(*lines, head="", bare=False):
    """A model of these paragraphs; a bare one knows no lists, as some programs write it."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = head
    if bare:
        rels = document.part.rels
        (name,) = [key for key, one in rels.items() if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
        rels.pop(name)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def opened(data):
    return Document(BytesIO(data))


def lines(data):
    return [one.text for one in opened(data).paragraphs if one.text]


def test_fields_conditions_and_loops():
    source = model(
        "Objet : {{ title }}",
        "{%p for party in parties %}",
        "– {{ party.name }}",
        "{%p endfor %}",
        "{%p if free %}",
        "Gratuit",
        "{%p endif %}",
        head="{{ parties[0].name }}",
    )
    data = filled(source, CONTEXT, "fr")
    assert lines(data) == ["Objet : Salle & loges <b>", "– Commune", "– Amis", "Gratuit"]
    assert opened(data).sections[0].header.paragraphs[0].text == "Commune"


@pytest.mark.parametrize("bare", [False, True])
def test_a_body_becomes_paragraphs_lists_and_tables(bare):
    source = model("Avant", "{{p body }}", "Après", bare=bare)
    data = filled(source, {}, "fr", {"body": BODY + TABLE})
    assert lines(data) == ["Avant", "Un mot", "deux", "trois", "Après"]
    document = opened(data)
    assert [run.text for one in document.paragraphs for run in one.runs if run.bold] == ["mot"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["quatre", "cinq"]
    used = {one.get(qn("w:val")) for one in document.element.iter(qn("w:numId"))}
    known = document.part.numbering_part.element.findall(qn("w:num"))
    assert len(used) == 2 and used <= {one.get(qn("w:numId")) for one in known}


def test_a_value_that_looks_like_a_field_stays_what_it_is():
    data = filled(model("{{ title }}"), {"title": "{{ secret }}", "secret": "x"}, "fr")
    assert lines(data) == ["{{ secret }}"]


@pytest.mark.parametrize(
    "line",
    [
        "{{ title.__class__ }}",
        "{{ nothing }}",
        "{{ ''.join(parties) }}",
        "{% include 'x' %}",
        "{{ title ",
    ],
)
def test_what_a_model_may_not_do_is_told(line):
    with pytest.raises(UnprocessableEntity):
        filled(model(line), CONTEXT, "fr")


def test_a_draft_is_marked_on_the_paper_of_the_house_too():
    drawn = "{urn:schemas-microsoft-com:vml}textpath"
    source = model("{{ title }}", head="{{ title }}")
    for draft, expected in ((True, [None, Wording("en").t(DRAFT)]), (False, [])):
        head = opened(filled(source, CONTEXT, "en", draft=draft)).sections[0].header
        assert [one.get("string") for one in head._element.iter(drawn)] == expected
        assert "Salle & loges <b>" in head.paragraphs[0].text


def test_the_same_values_give_the_same_bytes():
    source = model("{{ title }}", "{{p body }}")
    assert len({filled(source, CONTEXT, "fr", {"body": BODY}) for _time in range(2)}) == 1

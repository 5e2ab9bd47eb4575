"""The package holds what the Council needs, sealed, and never what is closed to it."""

from collective.conventions.documents.decree.keeping import change
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.exchange.package import package_of
from collective.conventions.interfaces import NotFound
from factories import make_annex
from factories import make_convention
from factories import TODAY
from hashlib import sha256
from io import BytesIO
from jsonschema import Draft202012Validator
from pathlib import Path
from zipfile import ZipFile
import json
import pytest


SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "folder.schema.json"


@pytest.fixture
def package(convention):
    return package_of(convention, TODAY)


@pytest.fixture
def content(package):
    """The files of the zip by their paths."""
    with ZipFile(BytesIO(package.zipped())) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def folder(content):
    return json.loads(content["convention.json"])


def test_the_files_of_the_package(content):
    assert set(content) == {
        "convention.json",
        "decree.html",
        "decree.pdf",
        "decree.docx",
        "annexes/01-Planning.txt",
        "SHA256SUMS",
    }
    assert content["decree.pdf"].startswith(b"%PDF-")
    assert content["decree.docx"].startswith(b"PK")
    assert "Plateforme d'idées" in content["decree.html"].decode()


def test_the_text_travels_once_there_is_one(convention):
    convention.text = [
        {"part": "article", "number": "1", "title": "Objet", "body": "<p>Words.</p>", "clause": ""}
    ]
    names = [one.name for one in package_of(convention, TODAY).files]
    assert "text.pdf" in names


def test_the_data_are_as_the_schema_says(folder, convention):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(folder)
    assert folder["id"] == convention.UID()
    assert folder["fingerprint"] == fingerprint(convention)
    assert folder["exported"] == TODAY.isoformat()
    assert folder["decision"]["entity"]["region"] == "wallonia"
    assert "L1122-30" in folder["decision"]["entity"]["legal_basis"]
    assert folder["decision"]["proposed"]["date"] == "2025-11-03"
    assert [party["name"] for party in folder["parties"]] == [
        "Ville de Belval",
        "Service des outils",
    ]


def test_b3_a_closed_annex_never_travels_but_is_told_of(content, folder):
    told = {annex["title"]: annex for annex in folder["annexes"]}
    assert told["Analyse des risques"] == {
        "title": "Analyse des risques",
        "publication": "secretariat",
        "kind": None,
        "number": None,
        "language": None,
        "path": None,
    }
    assert told["Planning"]["path"] == "annexes/01-Planning.txt"
    assert "Letter of May" not in told
    assert not any(b"Hidden words" in data for data in content.values())


def test_every_file_is_sealed(content, folder):
    lines = content["SHA256SUMS"].decode().splitlines()
    sealed = {name: told for told, name in (line.split("  ", 1) for line in lines)}
    assert sealed == {
        name: sha256(data).hexdigest() for name, data in content.items() if name != "SHA256SUMS"
    }
    listed = {one["path"]: (one["sha256"], one["size"]) for one in folder["files"]}
    assert listed == {
        name: (sealed[name], len(content[name])) for name in sealed if name != "convention.json"
    }


def test_the_same_package_is_the_same_file(convention, package):
    assert package_of(convention, TODAY).zipped() == package.zipped()


def test_names_of_files_lead_nowhere(convention):
    for annex in convention.objectValues():
        if annex.publication != "secretariat":
            annex.file.filename = "../..\\etc/.pass wd\x00é.TXT"
    names = [one.name for one in package_of(convention, TODAY).files]
    assert "annexes/01-pass-wd-.TXT" in names


def test_nothing_is_exported_without_a_decree(portal, convention):
    partners = [portal["partners"][name] for name in portal["partners"].objectIds()]
    bare = make_convention(portal, partners, council_date=None, council_number=None)
    with pytest.raises(NotFound):
        package_of(bare, TODAY)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Other"),
        ("subject_matter", "Other"),
        ("replaced_arrangement", "Other"),
        ("text", [{"part": "article", "number": "1", "title": "", "body": "<p>a</p>"}]),
    ],
)
def test_what_is_decided_about_changes_the_fingerprint(convention, name, value):
    before = fingerprint(convention)
    setattr(convention, name, value)
    assert fingerprint(convention) != before


def test_the_decree_and_the_annexes_are_decided_about_too(convention):
    seen = {fingerprint(convention)}
    change(convention, "fr", {"subject": "<p>Other</p>"}, TODAY)
    seen.add(fingerprint(convention))
    make_annex(convention, "One more")
    seen.add(fingerprint(convention))
    closed = next(one for one in convention.objectValues() if one.publication == "secretariat")
    closed.publication = "parties"
    seen.add(fingerprint(convention))
    assert len(seen) == 4


def test_what_happens_meanwhile_does_not_change_the_fingerprint(convention):
    before = fingerprint(convention)
    convention.remarks = "Called them"
    convention.council_sitting = TODAY
    convention.signatories = [{**row, "date_signed": None} for row in convention.signatories]
    make_annex(convention, "Letter of June", annex_kind="letter")
    assert fingerprint(convention) == before

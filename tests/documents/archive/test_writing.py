"""The complete file of a convention: everything the reader may see, proved, readable offline."""

from collective.conventions.documents.archive.every import archive_all
from collective.conventions.documents.archive.writing import name_of
from collective.conventions.documents.archive.writing import write
from collective.conventions.journal.chain import digest
from collective.conventions.progress import Progress
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from factories import TODAY
from hashlib import sha256
from io import BytesIO
from io import RawIOBase
from lxml import html
from pathlib import PurePosixPath
from plone import api
from zipfile import ZipFile
import json
import pytest
import signing
import tracemalloc


TEXT = [{"part": "article", "number": "1", "title": "Objet", "body": "<p>Deux locaux.</p>"}]


@pytest.fixture
def convention(portal, partners):
    made = make_convention(
        portal,
        partners,
        "signed",
        title="Mise à disposition",
        reference="2031/7",
        remarks="For us only.",
        text=TEXT,
    )
    make_annex(made, "Plan", "parties", b"the plan", number="1")
    make_annex(made, "../Plan", "public", b"another plan", number="1", annex_kind="evidence")
    make_annex(made, "Secret list", "secretariat", b"closed words")
    make_annex(made, "Signed", "parties", signing.signed(signing.scan()), annex_kind="signed_copy")
    make_invoice(made, partners)
    return made


def written(convention):
    out = BytesIO()
    write(convention, out, "fr", TODAY)
    return out.getvalue()


def opened(convention):
    archive = ZipFile(BytesIO(written(convention)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def words(files):
    return b" ".join(files.values())


def test_it_holds_everything_with_a_manifest_that_is_true(convention):
    files = opened(convention)
    folders = {PurePosixPath(name).parts[0] for name in files if "/" in name}
    assert folders == {
        "convention",
        "text",
        "annexes",
        "evidence",
        "signed",
        "invoices",
        "journal",
    }
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["title"] == "Mise à disposition"
    files.pop("index.html")
    listed = {one["path"]: one for one in manifest["files"]}
    assert set(listed) == set(files)
    for path, data in files.items():
        assert listed[path]["size"] == len(data)
        assert listed[path]["sha256"] == sha256(data).hexdigest()
        assert listed[path]["origin"].startswith("conventions/mise-a-disposition")
    assert files["annexes/1-Plan.txt"] == b"the plan"
    assert files["text/text.pdf"].startswith(b"%PDF-")


def test_the_index_leads_to_every_file_and_needs_no_network(convention):
    files = opened(convention)
    page = html.fromstring(files["index.html"].decode())
    links = {link for *_rest, link, _place in page.iterlinks()}
    assert links == set(files) - {"index.html", "manifest.json"}
    for name in files:
        if name.endswith(".html"):
            found = html.fromstring(files[name].decode()).iterlinks()
            assert not [link for *_rest, link, _place in found if ":" in link or "//" in link]


def test_the_pages_are_in_the_language_asked_for(convention):
    page = opened(convention)["convention/convention.html"].decode()
    assert 'lang="fr"' in page
    assert "2031/7" in page
    assert "City" in page


def test_a_reader_gets_what_he_may_read(convention, as_roles):
    as_roles("Convention Author")
    assert b"closed words" in words(opened(convention))
    as_roles("Convention Reader", "Member")
    files = opened(convention)
    for closed in (b"closed words", b"Secret list", b"Secret-list"):
        assert closed not in words(files)
    assert not [name for name in files if name.startswith("journal/")]
    assert "1" in html.fromstring(files["index.html"].decode()).text_content()
    as_roles("Signature Officer", "Member")
    files = opened(convention)
    assert not [name for name in files if name.startswith("invoices/")]
    told = files["journal/journal.json"].decode()
    # That there is such an annex is known inside; what it is, is not.
    assert "Secret list" in told
    assert "Secret list.txt" not in told


def test_the_journal_can_be_proved_from_the_file(convention):
    journal = json.loads(opened(convention)["journal/journal.json"])
    assert journal["breaks"] == []
    previous = [entry["hash"] for entry in journal["entries"]]
    for entry, before in zip(journal["entries"][1:], previous, strict=False):
        assert entry["previous"] == before
        assert digest(entry) == entry["hash"]
    assert previous[-1] == journal["last_hash"]


def test_signatures_are_reported(convention):
    told = json.loads(opened(convention)["signed/signatures.json"])
    (copy,) = told["copies"]
    assert copy["signatures"][0]["intact"] is True
    assert [one["code"] for one in copy["findings"]] == ["copy_without_words"]


def test_the_same_content_is_the_same_file(convention):
    assert written(convention) == written(convention)
    before = written(convention)
    make_annex(convention, "Later")
    assert written(convention) != before


def test_the_name_of_the_file_tells_which_it_is(convention):
    assert name_of(convention) == f"2031-7-Mise-a-disposition-{convention.UID()[:8]}"


class Nowhere(RawIOBase):
    """A stream that keeps nothing and cannot be wound back."""

    def writable(self):
        return True

    def write(self, data):
        return len(data)


def test_a_large_file_is_never_in_memory(convention):
    size = 64 * 2**20
    make_annex(convention, "Large", data=b"x" * size)
    write(convention, Nowhere(), "fr", TODAY)
    tracemalloc.start()
    write(convention, Nowhere(), "fr", TODAY)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < size / 4


class Told(Progress):
    """Stops after so many; remembers what was done."""

    def __init__(self, most=99):
        self.most = most
        self.about = []

    @property
    def stopped(self):
        return len(self.about) >= self.most

    def done(self, work, about):
        self.about.append(about)


def test_all_conventions_of_a_space(convention, partners, portal, tmp_path, monkeypatch):
    monkeypatch.setattr("transaction.abort", lambda: None)
    other = make_convention(portal, partners, title="Other")
    first = archive_all(tmp_path, "fr", TODAY, Told(1))
    assert (first.made, first.kept) == (1, 0)
    progress = Told()
    second = archive_all(tmp_path, "fr", TODAY, progress)
    assert (second.made, second.kept, second.failures) == (1, 1, ())
    assert sorted(progress.about) == ["Mise à disposition", "Other"]
    names = {f"{name_of(one)}.zip" for one in (convention, other)}
    assert {path.name for path in tmp_path.iterdir()} == {*names, "archived.json"}
    for name in names:
        assert ZipFile(tmp_path / name).testzip() is None
    make_annex(other, "New")
    third = archive_all(tmp_path, "fr", TODAY)
    assert (third.made, third.kept) == (1, 1)


def test_what_fails_leaves_the_others(convention, partners, portal, tmp_path, monkeypatch):
    monkeypatch.setattr("transaction.abort", lambda: None)
    broken = make_convention(portal, partners, title="Broken")
    annex = make_annex(broken)
    annex.file._blob = None
    found = archive_all(tmp_path, "fr", TODAY)
    assert [failure.about for failure in found.failures] == ["Broken"]
    assert found.made == 1
    assert not list(tmp_path.glob("*Broken*.zip"))
    assert api.content.get(UID=broken.UID()) is not None

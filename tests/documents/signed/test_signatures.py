"""Signatures of PDFs: intact or not, whole or not, who and when; hostile files break nothing."""

from collective.conventions.documents.signed import signatures as reader
from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.inspection import inspection_of
from collective.conventions.documents.signed.reading import inspect
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from io import BytesIO
from pypdf import PdfWriter
import json
import pytest
import signing
import zlib


LINES = ("Article 1 Objet", "La commune met à disposition deux locaux.")
PAPER = signing.paper(*LINES)


def found(data):
    # It runs a loop of its own, and a browser may have left one in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(inspect, BytesIO(data)).result()


def only(data):
    (signature,) = found(data).signatures
    return signature


def test_a_paper_without_signature_has_words_only():
    assert found(PAPER) == Inspection(("\n".join(LINES),), ())
    assert found(PAPER).has_words


def test_a_signature_is_intact_and_covers_the_whole_file():
    one = only(signing.signed(PAPER, "Zoé Dupuis"))
    assert (one.kind, one.intact, one.whole, one.changes) == ("signature", True, True, "none")
    assert "Zoé Dupuis" in one.signer
    assert "Zoé Dupuis" in one.issuer
    assert datetime.fromisoformat(one.claimed).tzinfo is not None
    assert (one.stamped, one.fault) == ("", "")


def test_a_timestamp_says_when():
    assert only(signing.signed(PAPER, stamped=True)).stamped == signing.SIGNED_AT.isoformat()


def test_a_second_signature_leaves_the_first_intact():
    first, second = found(signing.signed(PAPER, "A. Dupuis", "B. Lemaire")).signatures
    assert (first.intact, first.whole, first.changes) == (True, False, "filled")
    assert (second.intact, second.whole, second.changes) == (True, True, "none")
    assert "B. Lemaire" in second.signer


def test_what_was_changed_is_not_intact():
    assert only(signing.tampered(signing.signed(PAPER))).intact is False


@pytest.mark.parametrize("change", [signing.appended, lambda data: data + b"\nmore"])
def test_what_was_added_after_it_is_told(change):
    one = only(change(signing.signed(PAPER)))
    assert (one.intact, one.whole, one.changes) == (True, False, "other")


def test_a_scan_has_no_words():
    inspection = found(signing.signed(signing.scan()))
    assert not inspection.has_words
    assert inspection.signatures[0].intact


def encrypted():
    writer = PdfWriter(clone_from=BytesIO(PAPER))
    writer.encrypt("secret")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def nested():
    """Arrays in arrays, deeper than any reader goes."""
    deep = b"[" * 100_000 + b"]" * 100_000
    return b"%PDF-1.7\n1 0 obj\n" + deep + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF"


def in_a_circle():
    """A tree of pages that is its own branch."""
    body = (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
    )
    table = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % (
        body.index(b"1 0 obj"),
        body.index(b"2 0 obj"),
    )
    return body + table + b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF" % len(body)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "no_pdf"),
        (b"\xff\xd8\xff\xe0 a photograph", "no_pdf"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (signing.signed(PAPER)[:-2000], "damaged"),
        (encrypted(), "encrypted"),
    ],
)
def test_what_cannot_be_read_says_why(data, fault):
    assert found(data) == Inspection(fault=fault)


@pytest.mark.parametrize("data", [nested(), in_a_circle(), PAPER[:200] + zlib.compress(PAPER)])
def test_a_hostile_file_breaks_nothing(data):
    assert found(data).fault in ("damaged", "too_much")


def test_a_signature_that_is_none_leaves_the_others_readable():
    data = signing.signed(PAPER, "A. Dupuis", "B. Lemaire")
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    broken = data[:start] + b"00" * 40 + data[start + 80 :]
    inspection = found(broken)
    assert inspection.fault == "damaged" or any(one.intact for one in inspection.signatures)


def test_without_the_library_the_words_are_read_all_the_same(monkeypatch):
    monkeypatch.setattr(reader, "find_spec", lambda name: None)
    inspection = found(signing.signed(PAPER))
    assert inspection.signatures is None
    assert inspection.has_words


def test_names_stay_on_one_line():
    assert reader._tidy("A\u202e\nB\x00  C") == "A B C"
    assert len(reader._tidy("x" * 1000)) == reader.LONGEST


def test_what_is_told_is_read_again():
    inspection = found(signing.signed(PAPER))
    assert inspection_of(json.loads(json.dumps(inspection.told()))) == inspection
    assert inspection_of(Inspection(signatures=None).told()) == Inspection(signatures=None)

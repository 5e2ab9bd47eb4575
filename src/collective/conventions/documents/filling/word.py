"""Models made in Word or LibreOffice: what is wrong with one, found when it is sent."""

from collections.abc import Iterator
from collective.conventions.documents.filling.faults import faults_of
from collective.conventions.terms.findings import Finding
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from io import BytesIO
from lxml.etree import XMLSyntaxError
from zipfile import BadZipFile
from zipfile import ZipFile
import re


#: What the parts of a document may amount to once they are unpacked, in bytes.
MOST_UNPACKED = 50_000_000
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKUP = re.compile(r"<[^>]*>")


def check(data: bytes) -> tuple[Finding, ...]:
    """Every fault of a DOCX model; its lines are the paragraphs of the document, from 1.

    Those of the headers and footers are counted for themselves.

    :param data: the file, as it was sent.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                return (Finding("model_too_large", "file"),)
        sources = tuple(_sources(data))
    except (BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, OSError):
        return (Finding("model_no_docx", "file"),)
    return tuple(fault for source in sources for fault in _faults(source))


def _sources(data: bytes) -> Iterator[str]:
    """The parts of a document that are filled, each paragraph on a line of its own."""
    document = DocxTemplate(BytesIO(data))
    document.init_docx()
    yield document.patch_xml(_on_lines(document.get_xml()))
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield document.patch_xml(_on_lines(document.get_part_xml(part)))


def _on_lines(xml: str) -> str:
    return _PARAGRAPH.sub(r"\n<w:p\1", xml.replace("\n", " "))


def _faults(source: str) -> Iterator[Finding]:
    for fault in faults_of(source):
        params = dict(fault.params)
        if "near" in params:
            params["near"] = " ".join(_MARKUP.sub(" ", params["near"]).split())
        yield Finding(fault.code, "file", {"line": max(fault.line - 1, 1), **params})

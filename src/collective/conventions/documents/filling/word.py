"""Models made in Word or LibreOffice: what is wrong with one, found when it is sent."""

from collections.abc import Iterator
from collective.conventions.documents.filling.faults import faults_of
from collective.conventions.terms.findings import Finding
from docxtpl import DocxTemplate
from io import BytesIO
from zipfile import BadZipFile
from zipfile import ZipFile
import re


#: What the parts of a document may amount to once they are unpacked, in bytes.
MOST_UNPACKED = 50_000_000
_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKUP = re.compile(r"<[^>]*>")


def check(data: bytes) -> tuple[Finding, ...]:
    """Every fault of a DOCX model; its lines are the paragraphs of the document, from 1.

    :param data: the file, as it was sent.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                return (Finding("model_too_large", "file"),)
        document = DocxTemplate(BytesIO(data))
        source = document.patch_xml(document.get_xml())
    except (BadZipFile, KeyError, ValueError, SyntaxError, OSError):
        return (Finding("model_no_docx", "file"),)
    return tuple(_faults(source))


def _faults(source: str) -> Iterator[Finding]:
    lines = _PARAGRAPH.sub(r"\n<w:p\1", source.replace("\n", " "))
    for fault in faults_of(lines):
        params = dict(fault.params)
        if "near" in params:
            params["near"] = " ".join(_MARKUP.sub(" ", params["near"]).split())
        yield Finding(fault.code, "file", {"line": max(fault.line - 1, 1), **params})

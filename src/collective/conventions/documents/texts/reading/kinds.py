"""Which kind of document a file is, by what it holds: names lie."""

from collective.conventions.documents.texts.reading.limits import opened
import re


_ODT = b"application/vnd.oasis.opendocument.text"
_MARKDOWN = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<![*\\\w])\*\*(?=\S)[^*]{1,200}?(?<=\S)\*\*(?!\*)"),
    re.compile(r"\[[^\]\n]{1,300}\]\([^)\s]*\)"),
)


def kind_of(data: bytes) -> str:
    """Return "docx", "odt", "pdf", "markdown", "plain", or "" for what is none of them.

    :raises BadRequest: an office document that is broken or a bomb.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    text = decoded(data)
    if text is None:
        return ""
    return "markdown" if any(mark.search(text) for mark in _MARKDOWN) else "plain"


def decoded(data: bytes) -> str | None:
    """Return text as its bytes say it: UTF-8 or UTF-16 with a mark, else as Windows writes it.

    ``None`` when it is no text.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return _text(data.decode(encoding))
            except UnicodeDecodeError:
                continue
    return None if b"\0" in data else _text(data.decode("cp1252", "replace"))


def _text(text: str) -> str | None:
    """The text, when hardly any of its characters is a control character."""
    strange = sum(1 for character in text if character < " " and character not in "\t\r\n\f\v")
    if "\0" in text or strange > len(text) // 100:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")


def _office(data: bytes) -> str:
    with opened(data) as packed:
        names = set(packed.namelist())
        if "word/document.xml" in names:
            return "docx"
        if "mimetype" in names and "content.xml" in names:
            with packed.open("mimetype") as member:
                return "odt" if member.read(len(_ODT) + 20).startswith(_ODT) else ""
    return ""

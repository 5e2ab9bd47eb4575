"""A page of text as a PDF file, with nothing but what every reader knows."""

from collections.abc import Iterable
from textwrap import wrap


WIDTH, LINES = 88, 52


def page(title: str, text: str) -> bytes:
    """One A4 page: the title, then the text; what does not fit on it is left out."""
    lines = [line for part in text.splitlines() for line in wrap(part, WIDTH) or [""]]
    return _file((_catalog(), _pages(), _page(), _stream(title, lines[:LINES]), *_fonts()))


def _catalog() -> bytes:
    return b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-BE) >>"


def _pages() -> bytes:
    return b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _page() -> bytes:
    fonts = b"<< /F1 5 0 R /F2 6 0 R >>"
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font " + fonts + b" >> >>"
    )


def _stream(title: str, lines: Iterable[str]) -> bytes:
    shown = [f"BT /F2 14 Tf 56 780 Td ({_escaped(title)}) Tj ET", "BT /F1 11 Tf 14 TL 56 750 Td"]
    shown += [f"({_escaped(line)}) Tj T*" for line in lines]
    content = "\n".join([*shown, "ET"]).encode("cp1252", "replace")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _fonts() -> tuple[bytes, ...]:
    kind = b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /%s >>"
    return tuple(kind % name for name in (b"Helvetica", b"Helvetica-Bold"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(objects: tuple[bytes, ...]) -> bytes:
    """The objects, numbered from 1, with the table of their places."""
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, rows)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + table + trailer

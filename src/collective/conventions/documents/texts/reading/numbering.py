"""The numbers Word counts before paragraphs: "Article 3 –", "2.1.", "b)", a bullet."""

from docx.oxml.ns import qn
from typing import Any
import re


#: Stands for every sign that counts nothing.
BULLET = "-"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts through a document in its order.

    :param document: of python-docx.
    """

    def __init__(self, document: Any) -> None:
        self._counts: dict[tuple[str, int], int] = {}
        self._levels: dict[str, dict[int, Any]] = {}
        part = next(
            (
                r.target_part
                for r in document.part.rels.values()
                if r.reltype.endswith("/numbering")
            ),
            None,
        )
        if part is None:
            return
        root = part.element
        abstract = {one.get(qn("w:abstractNumId")): one for one in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            of = abstract.get(number.find(qn("w:abstractNumId")).get(qn("w:val")))
            if of is not None:
                levels = {int(one.get(qn("w:ilvl"))): one for one in of.iter(qn("w:lvl"))}
                self._levels[number.get(qn("w:numId"))] = levels

    def label(self, paragraph: Any, style: Any) -> tuple[str, int] | None:
        """Return what is counted before a paragraph and how deep, or ``None``; counts on."""
        found = _numbered(paragraph, style)
        if found is None or found[1] not in self._levels.get(found[0], {}):
            return None
        list_id, level = found
        levels = self._levels[list_id]
        if _value(levels[level], "numFmt") in ("bullet", "none", ""):
            return (BULLET, level) if _value(levels[level], "numFmt") == "bullet" else None
        start = int(_value(levels[level], "start") or 1)
        self._counts[list_id, level] = self._counts.get((list_id, level), start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        return self._said(list_id, level), level

    def _said(self, list_id: str, level: int) -> str:
        levels = self._levels[list_id]

        def count(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            number = self._counts.get((list_id, depth), 1)
            return counted(number, _value(levels.get(depth, levels[level]), "numFmt"))

        return re.sub(r"%(\d)", count, _value(levels[level], "lvlText")).strip()


def counted(number: int, form: str) -> str:
    """Return a number as Word writes it in a form: "decimal", "upperRoman", "lowerLetter" …"""
    if form.endswith("Roman"):
        said = ""
        for worth, letters in _ROMAN:
            said += letters * (number // worth)
            number %= worth
        return said.upper() if form.startswith("upper") else said
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    return str(number)


def _numbered(paragraph: Any, style: Any) -> tuple[str, int] | None:
    """The list and the level of a paragraph, its own or those of its style."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    while found is None and style is not None:
        found = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = style.base_style
    if found is None or found.find(qn("w:numId")) is None:
        return None
    level = _value(found, "ilvl")
    return _value(found, "numId"), int(level) if level.isdecimal() else 0


def _value(element: Any, name: str) -> str:
    found = element.find(qn(f"w:{name}"))
    return "" if found is None else found.get(qn("w:val")) or ""

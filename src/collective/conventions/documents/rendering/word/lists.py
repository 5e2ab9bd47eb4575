"""Lists of a DOCX file: each one that has numbers counts for itself, from 1."""

from collective.conventions.documents.rendering.word.nodes import node
from docx.opc.constants import CONTENT_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from docx.shared import Twips
from typing import Any


#: How each level is marked, from the outermost; deeper ones begin again.
NUMBERS = (("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}."))
BULLETS = (("bullet", "\u2022"), ("bullet", "\u2013"), ("bullet", "\u2022"))
LEVELS = 9
#: Twentieths of a point.
INDENT = 400
STYLES = {True: "List Number", False: "List Bullet"}


class Lists:
    """The lists of a file (``numbering.xml``)."""

    def __init__(self, document: Any) -> None:
        self._root = _root_of(document.part)
        self._patterns = {True: self._pattern(NUMBERS), False: self._pattern(BULLETS)}

    def style(self, ordered: bool) -> str:
        """The style of the items."""
        return STYLES[ordered]

    def new(self, ordered: bool) -> int:
        """Begin a list; answers its number in the file."""
        number = 1 + max(_ids(self._root, "w:num", "w:numId"), default=0)
        starts = [
            node("w:lvlOverride", node("w:startOverride", val=1), ilvl=level)
            for level in range(LEVELS)
        ]
        pattern = node("w:abstractNumId", val=self._patterns[ordered])
        self._root.append(node("w:num", pattern, *starts, numId=number))
        return number

    def mark(self, paragraph: Any, number: int, level: int) -> None:
        """Make a paragraph an item of a list; with the number 0 it goes on with the item before."""
        shape = paragraph._p.get_or_add_pPr()
        level = min(level, LEVELS - 1)
        rules = shape.get_or_add_numPr()
        rules.append(node("w:ilvl", val=level))
        rules.append(node("w:numId", val=number))
        if not number:
            paragraph.paragraph_format.left_indent = Twips((level + 1) * INDENT)

    def _pattern(self, marks: tuple[tuple[str, str], ...]) -> int:
        number = 1 + max(_ids(self._root, "w:abstractNum", "w:abstractNumId"), default=0)
        levels = [_level(level, *marks[level % len(marks)]) for level in range(LEVELS)]
        kind = node("w:multiLevelType", val="multilevel")
        made = node("w:abstractNum", kind, *levels, abstractNumId=number)
        # All patterns stand before all lists (ECMA-376, 17.9.17).
        first = self._root.find(qn("w:num"))
        self._root.insert(list(self._root).index(first) if first is not None else 0, made)
        return number


def _root_of(part: Any) -> Any:
    """The lists of a file, which has none where nobody has made one yet."""
    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        name, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
        made = NumberingPart(name, kind, node("w:numbering"), part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def _level(level: int, kind: str, mark: str) -> Any:
    left = (level + 1) * INDENT
    return node(
        "w:lvl",
        node("w:start", val=1),
        node("w:numFmt", val=kind),
        node("w:lvlText", val=mark.format(level + 1)),
        node("w:lvlJc", val="left"),
        node("w:pPr", node("w:ind", left=left, hanging=INDENT)),
        ilvl=level,
    )


def _ids(root: Any, name: str, attribute: str) -> list[int]:
    return [int(found.get(qn(attribute))) for found in root.findall(qn(name))]

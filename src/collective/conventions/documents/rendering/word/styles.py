"""The styles of a DOCX file: real ones, so that who edits it keeps its looks and its outline."""

from collective.conventions.documents.rendering.word.nodes import node
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor
from typing import Any


FONT = "Cambria"
INK, SOFT, ACCENT = (RGBColor.from_string(code) for code in ("16191C", "555D66", "23415E"))
LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
RIGHT, BOTH = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
#: Languages of a text → what Word calls them in Belgium.
LANGUAGES = {"fr": "fr-BE", "nl": "nl-BE", "de": "de-BE", "en": "en-GB"}

#: name → size in points, colour, bold, alignment, points before and after.
STYLES: dict[str, tuple[float, RGBColor, bool, Any, float, float]] = {
    "Normal": (11, INK, False, LEFT, 0, 0),
    "Body Text": (11, INK, False, BOTH, 0, 6),
    "Kicker": (10, SOFT, False, CENTER, 0, 2),
    "Title": (20, ACCENT, True, CENTER, 0, 12),
    "Subtitle": (11, INK, False, CENTER, 0, 10),
    "Heading 1": (12, ACCENT, True, LEFT, 14, 5),
    "List Number": (11, INK, False, LEFT, 0, 3),
    "List Bullet": (11, INK, False, LEFT, 0, 3),
    "Fact": (10, INK, False, LEFT, 0, 2),
    "Letterhead": (9.5, SOFT, False, LEFT, 0, 0),
    "Addressee": (11, INK, False, LEFT, 0, 0),
    "Day": (11, INK, False, RIGHT, 24, 24),
    "Signature Party": (11, INK, True, LEFT, 12, 6),
    "Signature Line": (10, INK, False, LEFT, 0, 2),
    "Header": (8.5, SOFT, False, LEFT, 0, 0),
    "Footer": (8.5, SOFT, False, LEFT, 0, 0),
}


def dress(document: Any, language: str) -> None:
    """Give a new document its sheet, its styles and its language."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)
    for name, look in STYLES.items():
        _dress(style_of(document, name), *look)
    for name in ("Heading 1", "Signature Party", "Signature Line"):
        document.styles[name].paragraph_format.keep_with_next = True
    document.styles["Addressee"].paragraph_format.left_indent = Mm(90)
    _speak(document, LANGUAGES.get(language, language))


def style_of(document: Any, name: str) -> Any:
    """The style of this name; a plain one is made where there is none."""
    if name in document.styles:
        return document.styles[name]
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _dress(
    style: Any, size: float, colour: RGBColor, bold: bool, align: Any, before: float, after: float
) -> None:
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = colour
    # The fonts of the theme would win over the name.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    shape.alignment, shape.space_before, shape.space_after = align, Pt(before), Pt(after)
    shape.line_spacing, shape.widow_control = 1.15, True
    # The rule that the library draws under a title.
    for drawn in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        drawn.getparent().remove(drawn)


def _speak(document: Any, language: str) -> None:
    """The language of the text, for the spelling and for who hears it read."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    said = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in said.findall(qn("w:lang")):
        said.remove(old)
    said.append(node("w:lang", val=language, eastAsia=language, bidi="ar-SA"))
    # The parts of the settings have an order (ECMA-376, 17.15.1.78).
    tabs = document.settings.element.find(qn("w:defaultTabStop"))
    tabs.addnext(node("w:autoHyphenation", val="true"))

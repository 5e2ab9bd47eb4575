"""Models made in Word or LibreOffice, filled in the sandbox in which every model is filled."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.documents.filling.sandbox import environment
from collective.conventions.documents.rendering.word.frame import add_mark
from collective.conventions.documents.rendering.word.lists import Lists
from collective.conventions.documents.rendering.word.settling import settled
from collective.conventions.documents.rendering.word.styles import style_of
from collective.conventions.documents.rendering.word.writing import Writer
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.markup.read import read
from docxtpl import DocxTemplate
from io import BytesIO
from jinja2 import TemplateError
from lxml import etree
from markupsafe import Markup
from typing import Any


#: What the paragraphs of a body are in; a model that has them says how they look.
STYLES = ("Body Text", "List Number", "List Bullet", "Normal", "Signature Line")


def filled(
    model: bytes,
    context: Mapping[str, Any],
    language: str,
    bodies: Mapping[str, str] | None = None,
    draft: bool = False,
) -> bytes:
    """A DOCX model with its fields filled; the same values always give the same bytes.

    :param model: a file that ``filling.word.check`` has found no fault in.
    :param context: plain values by name (``filling.context.context_of``).
    :param bodies: HTML by name; a model says ``{{p name }}`` in a paragraph of its own, and it
        becomes paragraphs, lists and tables.
    :param draft: draw the mark of a draft behind its pages.
    :raises UnprocessableEntity: the model cannot be filled.
    """
    document = DocxTemplate(BytesIO(model))
    document.init_docx()
    if draft:
        add_mark(document.docx, Wording(language))
    written = {name: _written(document.docx, html) for name, html in (bodies or {}).items()}
    try:
        document.render({**context, **written}, environment(language))
    except (TemplateError, RecursionError, TypeError) as error:
        why = {"why": str(error)}
        raise UnprocessableEntity(_("The model cannot be filled: ${why}", mapping=why)) from error
    kept = BytesIO()
    document.save(kept)
    return settled(kept.getvalue())


def _written(document: Any, html: str) -> Markup:
    """The paragraphs of a body as the file keeps them; they are written into a cell that goes."""
    for name in STYLES:
        style_of(document, name)
    table = document.add_table(rows=1, cols=1)
    cell = table.cell(0, 0)
    Writer(cell, Lists(document)).add(read(html), "Body Text")
    table._tbl.getparent().remove(table._tbl)
    # A new cell begins with its shape and an empty paragraph.
    _shape, _empty, *found = cell._tc
    return Markup("".join(etree.tostring(one, encoding="unicode") for one in found))

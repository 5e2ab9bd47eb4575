"""Nodes of a DOCX file that the library has no words for."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from typing import Any


def node(name: str, *children: Any, **attributes: Any) -> Any:
    """An element such as ``w:numId``; the attributes belong to the namespace of Word (``w:``)."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    for child in children:
        made.append(child)
    return made


def field(paragraph: Any, code: str) -> None:
    """Something that Word computes, such as ``PAGE``, at the end of a paragraph."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(node("w:fldChar", fldCharType=kind))
        else:
            told = node("w:instrText")
            told.text = code
            run._r.append(told)

"""The models that come with the package, read from their files.

A file is called "<id>.<version>.xml". Its parts hold the elements of a text and Jinja; a version
that was delivered stays as it is, and a change is a new file.
"""

from collections.abc import Mapping
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.entry import Saved
from collective.conventions.documents.library.entry import SHIPPED
from collective.conventions.markup.clean import clean
from collective.conventions.terms.texts.text import Part
from functools import cache
from html import escape
from lxml import etree
from pathlib import Path
from typing import Any


HERE = Path(__file__).parent / "shipped"


@cache
def shipped() -> Mapping[str, Mapping[int, Entry]]:
    """Every model of the package by its id, and each of its versions by number."""
    found: dict[str, dict[int, Entry]] = {}
    for path in sorted(HERE.glob("*/*.xml")):
        name, _dot, number = path.stem.rpartition(".")
        found.setdefault(f"{SHIPPED}{name}", {})[int(number)] = _read(path, name, int(number))
    return {
        model_id: {n: _with_versions(entry, versions) for n, entry in versions.items()}
        for model_id, versions in found.items()
    }


def _with_versions(entry: Entry, versions: Mapping[int, Entry]) -> Entry:
    numbers = tuple(Saved(number) for number in sorted(versions))
    return Entry(**{**vars(entry), "versions": numbers})


def _read(path: Path, name: str, version: int) -> Entry:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.parse(str(path), parser).getroot()
    return Entry(
        id=f"{SHIPPED}{name}",
        version=version,
        title=root.findtext("title", ""),
        description=" ".join(root.findtext("description", "").split()),
        kind=root.get("kind", ""),
        purpose=root.get("purpose", ""),
        language=path.parent.name,
        text=tuple(_part(part) for part in root.iterfind("part")),
        versions=(),
    )


def _part(element: Any) -> Part:
    inner = escape(element.text or "", quote=False) + "".join(
        etree.tostring(child, encoding="unicode") for child in element
    )
    return Part(
        part=element.get("part", "article"),
        number=element.get("number", ""),
        title=element.get("title", ""),
        body=clean(inner),
        clause=element.get("clause", ""),
    )

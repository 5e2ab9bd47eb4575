"""What is wrong with a model, told when it is saved."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.values import text_of
from collective.conventions.documents.filling import word
from collective.conventions.documents.filling.faults import faults
from collective.conventions.documents.library.models import is_clause
from collective.conventions.documents.library.models import resolved
from collective.conventions.interfaces import NotFound
from collective.conventions.terms import rows
from collective.conventions.terms.choices import DECREE_PARTS
from collective.conventions.terms.findings import Finding
from datetime import date
from typing import Any


Values = Mapping[str, Any]


def model_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with the values of a model, all at once."""
    text = [row for row in values.get("text") or () if isinstance(row, Mapping)]
    return (
        *_of_the_letter(values),
        *_of_the_document(values),
        *rows.check_text(values.get("text")),
        *_of_the_clauses(text),
        *_of_the_decree(values, text),
        *faults(text, _titles(text)),
    )


def _of_the_letter(values: Values) -> Iterator[Finding]:
    if values.get("kind") == "letter" and not values.get("purpose"):
        yield Finding("required", "purpose")


def _of_the_document(values: Values) -> Iterator[Finding]:
    if values.get("source") != "docx":
        return
    file = values.get("file")
    if file is None:
        yield Finding("required", "file")
    else:
        yield from word.check(file.data)


def _of_the_clauses(text: list[Mapping[str, Any]]) -> Iterator[Finding]:
    """A part without words must name a clause that there is."""
    for position, row in enumerate(text):
        named = row.get("clause") or ""
        if named and not row.get("body") and not is_clause(named):
            yield Finding("model_unknown_clause", "text", {"name": named}, position, "clause")


def _of_the_decree(values: Values, text: list[Mapping[str, Any]]) -> Iterator[Finding]:
    """In a decree, the number of a part says which one of the decree it is."""
    if values.get("kind") != "decree":
        return
    for position, row in enumerate(text):
        if (row.get("number") or "") not in DECREE_PARTS:
            known = {"parts": ", ".join(DECREE_PARTS)}
            yield Finding("model_decree_part", "text", known, position, "number")


def _titles(text: list[Mapping[str, Any]]) -> list[str]:
    """The titles of all articles, those of reusable clauses too."""
    try:
        parts = resolved(text_of({"text": text}))
    except NotFound:
        parts = text_of({"text": text})
    return [part.title for part in parts if part.part == "article"]

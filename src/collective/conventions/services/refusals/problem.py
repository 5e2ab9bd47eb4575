"""What is wrong with one value that a client sent."""

from collective.conventions import _
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


#: What only a client that speaks JSON can get wrong; the rest is said by ``messages``.
SENTENCES: dict[str, Message] = {
    "unknown_field": _("There is no such field."),
    "forbidden": _("You may not change this."),
    "invalid": _("This is not valid."),
    "too_small": _("This must be ${minimum} at least."),
    "too_long": _("This is too long: ${maximum} characters at most."),
    "too_many": _("There are too many of these: ${maximum} at most."),
    "several_lines": _("This must be a single line."),
    "not_storable": _("This holds characters that cannot be stored."),
    "not_a_date": _("This is not a date, as in 2026-01-31."),
    "not_a_url": _("This is not a web address, as in https://www.example.be."),
    "not_base64": _("This is not the content of a file in base64."),
}


@dataclass(frozen=True)
class Problem:
    """One value that is refused; ``row`` counts from 0, ``field`` is empty for the whole."""

    code: str
    field: str
    message: Message
    row: int | None = None
    column: str | None = None


def problem(
    code: str, field: str, row: int | None = None, column: str | None = None, **params: Any
) -> Problem:
    """A problem of this code, with its sentence."""
    if code in SENTENCES:
        message = Message(SENTENCES[code], mapping=params)
    else:
        message = sentence(Finding(code, field, params))
    # A client that makes names up is not answered with all it sent.
    return Problem(code, field[:100], message, row, column and column[:100])


def shown(item: Finding | Problem, request: Any) -> dict[str, Any]:
    """A problem, or a finding of ``terms/``, as the answer carries it."""
    message = sentence(item) if isinstance(item, Finding) else item.message
    return {
        "field": item.field,
        "row": item.row,
        "column": item.column,
        "code": item.code,
        "message": translate(message, context=request),
    }

"""A document as the answers carry it, with what is computed from it."""

from collections.abc import Callable
from collections.abc import Sequence
from collective.conventions.billing.wording import sentence
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from dataclasses import asdict
from plone import api
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from typing import TypeVar


Value = TypeVar("Value")


def document_told(
    document: Document, reasons: Sequence[Sequence[Reason]] | None = None
) -> dict[str, Any]:
    """What a document says; amounts in euro as texts, ``null`` where no money can be computed.

    :param reasons: why each line is there, beside the lines; told only where they are known.
    """
    answer = {
        **asdict(document),
        "lines": [line_told(line) for line in document.lines],
        "net": _computed(lambda: document.net),
        "vat": _computed(lambda: document.vat),
        "gross": _computed(lambda: document.gross),
        "vat_shares": _computed(lambda: [asdict(share) for share in document.vat_shares]),
    }
    for line, why in zip(answer["lines"], reasons or (), strict=False):
        line["reasons"] = [reason_told(reason) for reason in why]
    found: dict[str, Any] = json_compatible(answer)
    return found


def line_told(line: DocumentLine) -> dict[str, Any]:
    """A line with what it charges."""
    return {**asdict(line), "net": _computed(lambda: line.net)}


def reason_told(reason: Reason) -> dict[str, Any]:
    """A reason: its code and parameters for programs, its sentence for people."""
    language = str(api.portal.get_current_language()).split("-")[0]
    return {
        "code": reason.code,
        "params": dict(reason.params),
        "sentence": sentence(reason, language),
    }


def _computed(value: Callable[[], Value]) -> Value | None:
    try:
        return value()
    except InvalidAmount:
        return None

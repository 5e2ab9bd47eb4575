"""From a form or a query string to a question."""

from collections.abc import Collection
from collections.abc import Mapping
from collective.conventions.listing.filters import Refused
from collective.conventions.listing.question import BATCH_SIZES
from collective.conventions.listing.question import Listing
from collective.conventions.listing.question import ORDERS
from collective.conventions.listing.question import Question
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from typing import Any
import re


def read(listing: Listing, form: Mapping[str, Any]) -> tuple[Question, tuple[Finding, ...]]:
    """The question that a form asks, and what in it could not be read and was left out."""
    orders = {"sort_on": OneOf(listing.sorts), "sort_order": OneOf(ORDERS)}
    found, findings = values_of({**listing.filters, **orders, **BATCH}, form)
    filters = {name: found.pop(name) for name in listing.filters if name in found}
    return Question(filters=filters, **found), findings


def values_of(
    readers: Mapping[str, Any], form: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    """What each of the readers finds in a form, and what none of them could read."""
    found: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, reader in readers.items():
        try:
            if texts := [text for text in texts_of(form.get(name)) if text]:
                found[name] = reader.read(texts)
        except Refused as refused:
            findings.append(Finding(refused.code, name, refused.params))
    return found, tuple(findings)


def texts_of(value: Any) -> list[str]:
    """One value or several, as trimmed texts.

    :raises Refused: a file or something else that is no text.
    """
    if value is None:
        return []
    if isinstance(value, str | int):
        return [str(value).strip()]
    if isinstance(value, list | tuple):
        return [text for item in value for text in texts_of(item)]
    raise Refused("wrong_type", expected="text")


@dataclass(frozen=True)
class OneOf:
    """Reads a single one of a few names."""

    allowed: Collection[str]

    def read(self, texts: list[str]) -> str:
        if texts[-1] not in self.allowed:
            raise Refused("unknown_choice", value=texts[-1])
        return texts[-1]


@dataclass(frozen=True)
class Count:
    """Reads a whole number; more than ``most`` is taken as ``most``."""

    least: int
    most: int = 999_999_999

    def read(self, texts: list[str]) -> int:
        if not re.fullmatch(r"-?[0-9]{1,9}", texts[-1]):
            raise Refused("not_a_number")
        if int(texts[-1]) < self.least:
            raise Refused("not_positive" if self.least else "negative")
        return min(int(texts[-1]), self.most)


#: Reads which batch is asked for.
BATCH = {"b_start": Count(least=0), "b_size": Count(least=1, most=max(BATCH_SIZES))}

"""What the operator may say of a space, and what is wrong with it."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.register import entries
from collective.conventions.server.usage import read_limit
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_nis_code
from contextlib import suppress
from dataclasses import asdict
from typing import Any


COMMUNE, CPAS = "commune", "cpas"

#: The fields of the register that a person fills in; the server keeps the others.
FACTS = ("title", "kind", "nis_code", "commune", "limit", "notes")

#: The most characters of a text, and the most bytes of a limit: a slip of the finger is refused.
LONGEST = {"id": 50, "title": 200, "notes": 10_000, "description": 1000, "reason": 1000}
LARGEST = 1000**5


def checked(app: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as they are kept, when nothing is wrong with them.

    A space that is no longer a CPAS is tied to no commune.

    :param facts: all of ``FACTS``; texts, and the limit as it is typed, in bytes, or None.
    :raises UnprocessableEntity: with what is wrong, field by field.
    """
    facts = {name: _tidy(facts[name]) for name in FACTS}
    with suppress(UnprocessableEntity):
        # What cannot be read stays text, to be refused with all the rest.
        if isinstance(facts["limit"], str):
            facts["limit"] = read_limit(facts["limit"])
    if facts["kind"] != CPAS and isinstance(facts["commune"], str):
        facts["commune"] = ""
    found = list(findings(app, facts))
    if found:
        raise UnprocessableEntity(_("The space cannot be registered like this."), found)
    if facts["nis_code"]:
        facts["nis_code"] = normalise_nis_code(facts["nis_code"])
    return facts


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def findings(app: Any, facts: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with each of the facts."""
    for name in FACTS:
        value = facts[name]
        if name != "limit" and not isinstance(value, str):
            yield Finding("wrong_type", name, {"expected": "text"})
        elif name == "limit":
            yield from _limit(value)
        elif len(value) > LONGEST.get(name, 100):
            yield too_long(name)
        elif value or name == "title":
            yield from CHECKS.get(name, _nothing)(app, value)


def too_long(name: str) -> Finding:
    return Finding("text_too_long", name, {"maximum": LONGEST.get(name, 100)})


def communes(app: Any) -> dict[str, str]:
    """The spaces of communes, to which one of a CPAS may be tied: titles by id."""
    return {one.id: one.title for one in entries(app) if one.kind == COMMUNE}


def facts_of(entry: Any) -> dict[str, Any]:
    """The facts that an entry holds."""
    return {name: value for name, value in asdict(entry).items() if name in FACTS}


def _nothing(app: Any, value: str) -> Iterator[Finding]:
    return iter(())


def _title(app: Any, value: str) -> Iterator[Finding]:
    if not value:
        yield Finding("required", "title")


def _kind(app: Any, value: str) -> Iterator[Finding]:
    if value not in ENTITY_KINDS:
        yield Finding("unknown_choice", "kind", {"value": value})


def _nis_code(app: Any, value: str) -> Iterator[Finding]:
    try:
        normalise_nis_code(value)
    except InvalidIdentifier as error:
        yield Finding(error.code, "nis_code")


def _commune(app: Any, value: str) -> Iterator[Finding]:
    if value not in communes(app):
        yield Finding("unknown_choice", "commune", {"value": value})


def _limit(value: Any) -> Iterator[Finding]:
    if value is None:
        return
    if isinstance(value, str):
        yield Finding("size_malformed", "limit")
    elif isinstance(value, bool) or not isinstance(value, int):
        yield Finding("not_a_number", "limit")
    elif value < 0:
        yield Finding("negative", "limit")
    elif value > LARGEST:
        yield Finding("too_large", "limit", {"maximum": LARGEST})


CHECKS = {"title": _title, "kind": _kind, "nis_code": _nis_code, "commune": _commune}

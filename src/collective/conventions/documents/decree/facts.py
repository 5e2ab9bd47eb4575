"""What a decree can say of a convention, in the words of one language."""

from collections.abc import Mapping
from collective.conventions.access.annexes import annexes
from collective.conventions.content.records import record_of
from collective.conventions.content.values import snapshot
from collective.conventions.documents.decree.entity import Entity
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.decree.words import PHRASES
from collective.conventions.documents.decree.words import words_of
from collective.conventions.documents.filling import saying
from collective.conventions.documents.filling.phrases import period
from collective.conventions.terms import writing
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.councils import basis_of
from datetime import date
from decimal import Decimal
from typing import Any


#: The kinds of annexes that belong to what the council approves, in their order on the decree;
#: letters and proofs do not.
OF_THE_TEXT = ("text", "annex", "other")
SECRETARIAT = "secretariat"


def facts_of(convention: Any, entity: Entity, language: str) -> dict[str, Any]:
    """The values that the wording of a decree asks for, by name."""
    values = snapshot(convention)
    parties = parties_of(convention)
    basis = basis_of(entity.kind, entity.region)
    return {
        "language": language,
        "words": words_of(language, entity.kind, entity.region),
        "basis": basis.titles[language] if basis is not None else "",
        "title": title_of(convention, language),
        "entity": entity.name,
        "parties": [party.title for party in parties],
        "partners": [party.title for party in parties if party.UID() != entity.uid],
        "subject_matter": values["subject_matter"] or "",
        "replaced": replaced(values),
        "free": bool(values["free_of_charge"]),
        "monetary": bool(values["monetary"]),
        "prices": _prices(values, language),
        "contribution": _contribution(values, entity, language),
        "languages": _languages(values, language),
        "college_date": _day(values["college_date"], language),
        "college_number": values["college_number"] or "",
        "signatories": _signatories(values, entity),
        "annexes": listed_annexes(convention),
        **_term(values, language),
    }


def title_of(convention: Any, language: str) -> str:
    """What the convention is called in a language: its usual title where there is no other (B7)."""
    rows = convention.language_versions or ()
    titles = {row.get("language"): row.get("title") for row in rows}
    return str(titles.get(language) or convention.title)


def replaced(values: Mapping[str, Any]) -> str:
    """What the convention replaces: an earlier one of the space, or what is told of it (B5)."""
    record = record_of(values["predecessor"]) if values.get("predecessor") else None
    return str(record.Title) if record is not None else values.get("replaced_arrangement") or ""


def listed_annexes(convention: Any) -> list[dict[str, Any]]:
    """The annexes that a decree names: the title, and of a closed one nothing more (B3)."""
    found = [one for one in annexes(convention) if one.annex_kind in OF_THE_TEXT]
    return [
        {
            "title": one.title,
            "kind": one.annex_kind,
            "language": one.language or "",
            "closed": one.publication == SECRETARIAT,
        }
        for one in sorted(found, key=place)
    ]


def place(annex: Any) -> tuple[int, int, str, str]:
    """Where an annex stands among the others: by its kind, then by its number."""
    number = annex.number or ""
    return OF_THE_TEXT.index(annex.annex_kind), len(number), number, annex.title


def _term(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    count = values["duration_count"] or 0
    counted = values["duration_unit"] in ("months", "years")
    return {
        "duration": values["duration_unit"] if count or not counted else "",
        "length": period(language, count, values["duration_unit"]) if count and counted else "",
        "end": _day(values["end_date"], language),
        "tacit": values["renewal"] == "tacit",
    }


def _prices(values: Mapping[str, Any], language: str) -> list[dict[str, str]]:
    if values["free_of_charge"] or not values["monetary"]:
        return []
    return [
        {
            "description": row["description"],
            "sentence": saying.price(row, language),
        }
        for row in values["prices"] or ()
        if all(row.get(name) is not None for name in ("description", "amount", "basis"))
    ]


def _contribution(values: Mapping[str, Any], entity: Entity, language: str) -> str:
    """What the commitments of the entity are worth in all; empty where none is valued."""
    amounts = [
        row["amount"]
        for row in values["commitments"] or ()
        if row.get("partner") == entity.uid and row.get("amount")
    ]
    return writing.money(cents(sum(amounts, Decimal(0))), language) if amounts else ""


def _languages(values: Mapping[str, Any], language: str) -> list[str]:
    """The languages of the text, its own first."""
    known = [values["text_language"] or "fr"]
    known += [row.get("language") for row in values["language_versions"] or ()]
    names = PHRASES[language].languages
    return [names[one] for one in dict.fromkeys(known) if one in names]


def _signatories(values: Mapping[str, Any], entity: Entity) -> list[str]:
    """Who signs for the entity, each with his capacity."""
    return [
        f"{row['name']} ({row['capacity']})" if row.get("capacity") else row["name"]
        for row in values["signatories"] or ()
        if row.get("partner") == entity.uid and row.get("name")
    ]


def _day(day: date | None, language: str) -> str:
    return writing.day(day, language) if day else ""

"""From a content object to the plain values of ``terms/``."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.convention import IConvention
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.dated import Override
from collective.conventions.terms.dossier import Dossier
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.spans import Span
from collective.conventions.terms.supervision import Supervision
from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from collective.conventions.terms.term import force
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
from dataclasses import fields
from datetime import date
from functools import cache
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IText


TERM_FIELDS = tuple(item.name for item in fields(Term) if item.name not in ("clauses", "origins"))
PART_FIELDS = tuple(item.name for item in fields(Part))
PRICE_FIELDS = tuple(item.name for item in fields(Price))
INDEXATION_FIELDS = tuple(item.name for item in fields(Indexation) if item.name != "clause")
COMMITMENT_FIELDS = tuple(item.name for item in fields(Commitment) if item.name != "party")
# What a person writes into a convention; a blank left in one of them blocks the signature (W10).
ROW_TEXTS = {
    "signatories": ("name", "capacity"),
    "commitments": ("description", "domain", "unit", "budget", "condition", "frequency"),
}


def snapshot(content: Any) -> dict[str, Any]:
    """All schema values of a content object by field name, rows copied.

    Of two schemas that share a name the first wins, as it does in forms.
    """
    values: dict[str, Any] = {}
    for schema in iterSchemataForType(content.portal_type):
        for name in names_of(schema):
            value = getattr(content, name, None)
            values.setdefault(
                name,
                [dict(row) if isinstance(row, dict) else row for row in value]
                if isinstance(value, list)
                else value,
            )
    return values


class Reading(Mapping[str, Any]):
    """The schema values of a content object, each read when it is asked for.

    For who needs a few of them, as the catalog's indexes do; ``snapshot`` copies all.
    """

    def __init__(self, content: Any) -> None:
        self._content = content

    def __getitem__(self, name: str) -> Any:
        return getattr(self._content, name, None)

    def __iter__(self) -> Iterator[str]:
        schemata = iterSchemataForType(self._content.portal_type)
        return iter(dict.fromkeys(name for schema in schemata for name in names_of(schema)))

    def __len__(self) -> int:
        return sum(1 for _name in self)


@cache
def names_of(schema: Any) -> tuple[str, ...]:
    """The names of a schema's fields; kept, for they are read many times in each write."""
    return tuple(name for name, _field in getFieldsInOrder(schema))


def term_of(values: Mapping[str, Any]) -> Term:
    """The term that the values of a convention describe."""
    found = {name: values[name] for name in TERM_FIELDS if values.get(name) is not None}
    clauses = {row.get("topic"): row.get("clause") or "" for row in _rows(values, "clauses")}
    return Term(**{**found, "clauses": clauses})


def facts_of(values: Mapping[str, Any]) -> Facts:
    """What has happened so far; rows that lack what their rule needs are left out."""
    return Facts(
        college=values.get("college_date"),
        approved=values.get("council_date"),
        condition_met=values.get("condition_met"),
        event=values.get("event_date"),
        terminated=values.get("termination_date"),
        signatories=tuple(_signatory(row) for row in _rows(values, "signatories")),
        parties=tuple(_party(row) for row in _rows(values, "parties")),
        letters=tuple(_letter(row) for row in _rows(values, "notices")),
        supervision=_supervision(values),
        agreed=tuple(row["agreed"] for row in _rows(values, "renewals_agreed") if row["agreed"]),
        contacts=tuple(row.get("partner") or "" for row in _rows(values, "contacts")),
        commitments=tuple(commitment_of(row) for row in _rows(values, "commitments")),
        overrides=tuple(_override(row) for row in _rows(values, "overrides") if _decided(row)),
    )


def tariff_of(values: Mapping[str, Any]) -> Tariff:
    """What the values of a convention say of its price; rows that lack something are left out."""
    prices = [
        row for row in _rows(values, "prices") if all(row.get(n) for n in ("description", "basis"))
    ]
    return Tariff(
        prices=tuple(_price(row) for row in prices if row.get("amount") is not None),
        indexation=_indexation(values),
        reduction=_reduction(values),
        participants=values.get("participants") or 0,
    )


def span_of(values: Mapping[str, Any]) -> Span:
    """First and last day in force, by the facts known now; ``None`` where open."""
    return force(term_of(values), facts_of(values))


def dossier_of(values: Mapping[str, Any], today: date, **facts: Any) -> Dossier:
    """What the rules of the steps look at. ``facts`` are given with the step itself."""
    merged = {**values, **{name: value for name, value in facts.items() if value is not None}}
    return Dossier(
        title=merged.get("title") or "",
        kind=merged.get("kind") or "",
        subject_matter=merged.get("subject_matter") or "",
        supervision_outcome=merged.get("supervision_outcome") or "",
        monetary=bool(merged.get("monetary")),
        parties=tuple(_party(row) for row in _rows(merged, "parties")),
        signatories=tuple(_signatory(row) for row in _rows(merged, "signatories")),
        college_date=merged.get("college_date"),
        council_date=merged.get("council_date"),
        council_number=merged.get("council_number") or "",
        text=text_of(merged),
        approved_text=merged.get("approved_text") or "",
        texts=texts_of(merged),
        termination_reason=merged.get("termination_reason") or "",
        termination_date=merged.get("termination_date"),
        withdrawal_reason=merged.get("withdrawal_reason") or "",
        term=term_of(merged),
        today=today,
    )


def text_of(values: Mapping[str, Any]) -> Text:
    """The text that the values of a convention or a model hold; rows without a kind left out."""
    rows = [row for row in _rows(values, "text") if row.get("part")]
    return tuple(Part(**{name: row.get(name) or "" for name in PART_FIELDS}) for row in rows)


def texts_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Every text of the convention that must hold no blank, by field name."""
    names = {name for name in names_of(IConvention) if IText.providedBy(IConvention[name])}
    names = (names | {"title", "description"}) - {"remarks", "termination_reason"}
    texts = {name: values[name] for name in sorted(names) if values.get(name)}
    for table, columns in ROW_TEXTS.items():
        found = [row.get(c) for row in values.get(table) or () for c in columns]
        if any(found):
            texts[table] = "\n".join(text for text in found if text)
    return texts


def _rows(values: Mapping[str, Any], table: str) -> Iterator[Mapping[str, Any]]:
    """The rows of a table that are rows: what else stands there has a finding of its own."""
    return (row for row in values.get(table) or () if isinstance(row, Mapping))


def _party(row: Mapping[str, Any]) -> Party:
    return Party(partner=row.get("partner") or "", role=row.get("role") or "")


def _letter(row: Mapping[str, Any]) -> Letter:
    return Letter(
        kind=row.get("kind") or "",
        party=row.get("partner") or "",
        sent=row.get("sent"),
        received=row.get("received"),
        presented=row.get("presented"),
    )


def commitment_of(row: Mapping[str, Any]) -> Commitment:
    """What a row of the commitments says."""
    given = {name: row[name] for name in COMMITMENT_FIELDS if row.get(name) is not None}
    return Commitment(party=row.get("partner") or "", **given)


def _price(row: Mapping[str, Any]) -> Price:
    return Price(**{name: row[name] for name in PRICE_FIELDS if row.get(name) is not None})


def _indexation(values: Mapping[str, Any]) -> Indexation | None:
    if not values.get("index_series") or not values.get("index_base_month"):
        return None
    names = (name for name in INDEXATION_FIELDS if values.get(f"index_{name}") is not None)
    return Indexation(**{name: values[f"index_{name}"] for name in names})


def _reduction(values: Mapping[str, Any]) -> Reduction | None:
    percent, condition = values.get("reduction_percent"), values.get("reduction_condition")
    return Reduction(percent, condition) if percent and condition else None


def _decided(row: Mapping[str, Any]) -> bool:
    return all(str(row.get(name) or "").strip() for name in ("key", "day", "reason", "author"))


def _override(row: Mapping[str, Any]) -> Override:
    return Override(row["key"], row["day"], row["reason"], row["author"])


def _supervision(values: Mapping[str, Any]) -> Supervision:
    return Supervision(
        sent=values.get("supervision_sent"),
        received=values.get("supervision_received"),
        outcome=values.get("supervision_outcome") or "",
        decided=values.get("supervision_date"),
        lifted=values.get("supervision_lifted"),
        regime=values.get("supervision_regime") or "",
        prolonged_days=values.get("supervision_prolonged_days") or 0,
    )


def _signatory(row: Mapping[str, Any]) -> Signatory:
    return Signatory(
        party=row.get("partner") or "",
        name=row.get("name") or "",
        capacity=row.get("capacity") or "",
        by_delegation=bool(row.get("by_delegation")),
        date_signed=row.get("date_signed"),
        original_received=row.get("original_received"),
    )

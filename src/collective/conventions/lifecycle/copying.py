"""A copy of a convention is a fresh draft: it takes over what is agreed, not what has happened."""

from collections.abc import Mapping
from collective.conventions.content.values import snapshot
from collective.conventions.terms.aspects import ASPECTS
from typing import Any
from zope.lifecycleevent.interfaces import IObjectCopiedEvent


#: What has happened to the original, beside its decisions and its end.
FACTS = (
    "condition_met",
    "supervision_authority",
    "supervision_sent",
    "supervision_received",
    "supervision_outcome",
    "supervision_date",
    "supervision_prolonged_days",
    "supervision_lifted",
    "event_date",
)
PARTS_OF_FACTS = ("Invoice", "Amendment")
TABLES_OF_FACTS = (
    "consents",
    "notices",
    "renewals_agreed",
    "overrides",
    "text_exceptions",
    "decree",
    "deliberations",
)
COLUMNS_OF_FACTS = {
    "signatories": ("date_signed", "original_received"),
    "commitments": ("done", "evidence"),
    "undertakings": ("signed", "document"),
}


def afresh(values: Mapping[str, Any]) -> dict[str, Any]:
    """What must be replaced in the values of a convention to make a new draft of it."""
    single = {name for name, aspect in ASPECTS.items() if aspect in ("decision", "ending")}
    cleared: dict[str, Any] = dict.fromkeys((*FACTS, *sorted(single & set(values))))
    cleared |= {name: [] for name in TABLES_OF_FACTS}
    for table, columns in COLUMNS_OF_FACTS.items():
        cleared[table] = [{**row, **dict.fromkeys(columns)} for row in values.get(table) or ()]
    return cleared


def start_afresh(convention: Any, event: IObjectCopiedEvent) -> None:
    """Leave behind what belongs to the original only: its past, invoices and amendments."""
    for name, value in afresh(snapshot(convention)).items():
        setattr(convention, name, value)
    for item in [one for one in convention.objectValues() if one.portal_type in PARTS_OF_FACTS]:
        convention._delObject(item.getId(), suppress_events=True)

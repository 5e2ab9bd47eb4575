"""``convention.json``: what a decision system needs to know of a convention (docs/exchange.md)."""

from collections.abc import Sequence
from collective.conventions.content.values import snapshot
from collective.conventions.documents.decree.entity import Entity
from collective.conventions.documents.decree.entity import entity_of
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.decree.facts import replaced
from collective.conventions.documents.decree.keeping import decree_of
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.journal.plain import plain
from collective.conventions.terms.councils import basis_of
from datetime import date
from typing import Any


FORMAT, VERSION = "collective.conventions/folder", 1


def folder_of(
    convention: Any, day: date, annexes: Sequence[Any], files: Sequence[Any]
) -> dict[str, Any]:
    """The values of ``convention.json``, as JSON carries them.

    :param day: of the export.
    :param annexes: what is told of each annex, in the order of the decree.
    :param files: path, media type, size in bytes and SHA-256 of every other file of the package.
    """
    values = plain(snapshot(convention))
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": convention.UID(),
        "fingerprint": fingerprint(convention),
        "exported": day.isoformat(),
        "convention": {
            "title": values["title"],
            "reference": values["reference"],
            "kind": values["kind"],
            "subject": values["subject_matter"],
            "language": values["text_language"],
            "free_of_charge": bool(values["free_of_charge"]),
            "monetary": bool(values["monetary"]),
            "replaces": replaced(values) or None,
        },
        "parties": _parties(convention),
        "decision": {
            "entity": _entity(entity_of(convention)),
            "folder_reference": values["folder_reference"],
            "agenda_number": values["agenda_number"],
            "sitting": values["council_sitting"],
            "proposed": {"date": values["college_date"], "number": values["college_number"]},
        },
        "decree": [
            {"language": language, "parts": parts}
            for language, parts in decree_of(convention).items()
        ],
        "annexes": list(annexes),
        "files": list(files),
    }


def _parties(convention: Any) -> list[dict[str, Any]]:
    roles = {row["partner"]: row.get("role") for row in convention.parties or ()}
    return [
        {
            "name": party.title,
            "kind": party.entity_kind,
            "enterprise_number": party.enterprise_number,
            "role": roles.get(party.UID()),
        }
        for party in parties_of(convention)
    ]


def _entity(entity: Entity) -> dict[str, Any]:
    basis = basis_of(entity.kind, entity.region)
    return {
        "name": entity.name,
        "kind": entity.kind,
        "region": entity.region,
        "legal_basis": basis.source if basis is not None else None,
    }

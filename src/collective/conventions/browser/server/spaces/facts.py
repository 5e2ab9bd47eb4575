"""The fields of what the operator says of a space: the same for a new one and for its entry."""

from collective.conventions import _
from collective.conventions.browser.server.boxes import Box
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.server.facts import communes
from collective.conventions.server.register import Entry
from dataclasses import replace
from typing import Any


def boxes(page: ServerPage) -> list[Box]:
    """The empty fields."""
    kinds = tuple((term.value, page.t(term.title)) for term in ENTITY_KINDS)
    ties = sorted(communes(page.root).items(), key=lambda one: one[1].lower())
    nothing = ("", page.t(_("Not said")))
    return [
        Box("title", _("Name of the entity"), required=True),
        Box("kind", _("Kind of entity"), kind="choice", choices=(nothing, *kinds)),
        Box("nis_code", _("NIS code"), _("Five digits; that of its commune for a CPAS.")),
        Box(
            "commune",
            _("Space of its commune"),
            _("Only for a CPAS."),
            kind="choice",
            choices=(nothing, *ties),
        ),
        Box("limit", _("Storage limit"), _("As in 3 GB; empty for the usual limit.")),
        Box("notes", _("Notes of the operators"), _("No member of the space sees them."), "area"),
    ]


def filled_from(page: ServerPage, entry: Entry) -> list[Box]:
    """The fields as the register has them."""
    known = {
        "title": entry.title,
        "kind": entry.kind,
        "nis_code": entry.nis_code,
        "commune": entry.commune,
        "limit": "" if entry.limit is None else written(entry.limit),
        "notes": entry.notes,
    }
    return [replace(box, value=known[box.name]) for box in boxes(page)]


def written(limit: int) -> str:
    """A limit as it can be typed again without losing a byte."""
    for unit, size in (("TB", 1000**4), ("GB", 1000**3), ("MB", 1000**2)):
        if limit and not limit % size:
            return f"{limit // size} {unit}"
    return str(limit)


def sent(page: ServerPage) -> dict[str, Any]:
    """The facts as they were sent."""
    return {box.name: page.value(box.name) for box in boxes(page)}

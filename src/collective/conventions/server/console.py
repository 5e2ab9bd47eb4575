"""All spaces at a glance: register, figures and incidents side by side, filtered and sorted.

No space is entered, so the cost depends on how many there are and not on what they hold.
"""

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.server.figures import Figures
from collective.conventions.server.figures import figures
from collective.conventions.server.incidents import incidents
from collective.conventions.server.register import entries
from collective.conventions.server.register import Entry
from collective.conventions.server.register import STATES
from dataclasses import dataclass
from typing import Any
import unicodedata


#: From this part of its limit on, in percent, a space is nearly full.
NEARLY = 80


@dataclass(frozen=True)
class Row:
    """One space; its figures are None until they are first taken."""

    entry: Entry
    figures: Figures | None
    #: Incidents that are not closed.
    incidents: int

    @property
    def used(self) -> int | None:
        return self.figures.used if self.figures else None

    @property
    def limit(self) -> int | None:
        """What is really in force; before it is known, what the register says."""
        measured = self.figures.limit if self.figures else None
        return self.entry.limit if measured is None else measured

    @property
    def percent(self) -> int | None:
        """The part of the limit that is used, rounded down."""
        if self.used is None or not self.limit:
            return None
        return self.used * 100 // self.limit


#: What needs the operator's attention.
ATTENTION: dict[str, Callable[[Row], bool]] = {
    "nearly_full": lambda row: (row.percent or 0) >= NEARLY,
    "outdated": lambda row: bool(row.figures and row.figures.outdated),
    "incident": lambda row: row.incidents > 0,
    "never_used": lambda row: bool(row.figures and not row.figures.last_login),
}

#: What the list can be sorted by; a space of which it is not known comes last.
SORTS: dict[str, Callable[[Row], Any]] = {
    "title": lambda row: plain(row.entry.title),
    "kind": lambda row: row.entry.kind or None,
    "nis_code": lambda row: row.entry.nis_code or None,
    "state": lambda row: STATES.index(row.entry.state),
    "used": lambda row: row.used,
    "percent": lambda row: row.percent,
    "growth": lambda row: row.figures.growth if row.figures else None,
    "in_force": lambda row: row.figures.in_force if row.figures else None,
    "last_login": lambda row: (row.figures.last_login or None) if row.figures else None,
    "version": lambda row: row.figures.version if row.figures else None,
    "incidents": lambda row: row.incidents,
    "created": lambda row: row.entry.created or None,
}

#: The filters with the values that they take; any text is looked for by ``text``.
FILTERS: dict[str, tuple[str, ...]] = {
    "kind": tuple(term.value for term in ENTITY_KINDS),
    "state": STATES,
    "attention": tuple(ATTENTION),
}

#: Whatever a question may choose, with its choices.
CHOICES: dict[str, tuple[str, ...]] = {
    **FILTERS,
    "sort_on": tuple(SORTS),
    "sort_order": ("ascending", "descending"),
}


@dataclass(frozen=True)
class Question:
    """What is asked for; what is not understood is left out."""

    text: str = ""
    kind: str = ""
    state: str = ""
    attention: str = ""
    sort_on: str = "title"
    descending: bool = False


def read(form: Mapping[str, Any]) -> Question:
    """The question of a request."""
    chosen = {name: str(form.get(name, "")) for name in FILTERS}
    known = {name: value for name, value in chosen.items() if value in FILTERS[name]}
    sort_on = str(form.get("sort_on", ""))
    return Question(
        text=str(form.get("text", "")).strip()[:200],
        sort_on=sort_on if sort_on in SORTS else "title",
        descending=form.get("sort_order") == "descending",
        **known,
    )


def rows(app: Any, question: Question) -> list[Row]:
    """The spaces that a question leaves, in its order."""
    looked_at = figures(app)
    trouble = Counter(one.space_id for one in incidents(app) if one.state != "closed")
    every = (Row(one, looked_at.get(one.id), trouble[one.id]) for one in entries(app))
    found = sorted((row for row in every if answers(row, question)), key=SORTS["title"])
    by = SORTS[question.sort_on]
    known = sorted((r for r in found if by(r) is not None), key=by, reverse=question.descending)
    return known + [row for row in found if by(row) is None]


def row_of(app: Any, one: Entry) -> Row:
    """One space, as the console shows it."""
    trouble = sum(found.state != "closed" for found in incidents(app, one.id))
    return Row(one, figures(app).get(one.id), trouble)


def answers(row: Row, question: Question) -> bool:
    """Whether a row is asked for."""
    entry = row.entry
    looked_in = plain(f"{entry.title} {entry.id} {entry.nis_code} {entry.notes}")
    return (
        all(word in looked_in for word in plain(question.text).split())
        and question.kind in ("", entry.kind)
        and question.state in ("", entry.state)
        and (not question.attention or ATTENTION[question.attention](row))
    )


def plain(text: str) -> str:
    """A text without capitals and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))

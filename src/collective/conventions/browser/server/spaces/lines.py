"""The spaces as the console shows them: each figure in words, and as a cell of a file."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.server.console import Row
from collective.conventions.server.register import ACTIVE
from collective.conventions.server.register import GONE
from collective.conventions.server.register import SUSPENDED
from dataclasses import dataclass
from datetime import date
from typing import Any
from zope.i18nmessageid import Message


STATES: dict[str, Message] = {
    ACTIVE: _("Active"),
    SUSPENDED: _("space_suspended", default="Suspended"),
    GONE: _("No longer there"),
}
ATTENTION: dict[str, Message] = {
    "nearly_full": _("Nearly full"),
    "outdated": _("Upgrade waiting"),
    "incident": _("Open incident"),
    "never_used": _("Nobody has logged in"),
}


@dataclass(frozen=True)
class Line:
    """One space in the table of the console."""

    id: str
    title: str
    about: str
    state: str
    state_title: str
    used: str
    percent: int | None
    growth: str
    in_force: str
    last_login: str
    version: str
    outdated: bool
    incidents: int


def line(page: Page, row: Row) -> Line:
    """A space in the reader's language."""
    entry, seen = row.entry, row.figures
    about = (entry.id, page.choice(ENTITY_KINDS, entry.kind), entry.nis_code)
    return Line(
        id=entry.id,
        title=entry.title,
        about=" · ".join(one for one in about if one),
        state=entry.state,
        state_title=page.t(STATES[entry.state]),
        used=room(page, row.used, row.limit),
        percent=row.percent,
        growth=growth(page, seen.growth if seen else None),
        in_force=page.number(seen.in_force) if seen else "",
        last_login=day(page, seen.last_login) if seen else "",
        version=seen.version if seen else "",
        outdated=bool(seen and seen.outdated),
        incidents=row.incidents,
    )


def room(page: Page, used: int | None, limit: int | None) -> str:
    """How much of how much, as far as it is known."""
    if used is None:
        return page.t(_("of ${limit}", mapping={"limit": page.size(limit)})) if limit else ""
    if limit is None:
        return page.size(used)
    both = {"used": page.size(used), "limit": page.size(limit)}
    return page.t(_("${used} of ${limit}", mapping=both))


def growth(page: Page, octets: int | None) -> str:
    """What a space has gained, or lost, with its sign."""
    if octets is None:
        return ""
    sign = "+" if octets > 0 else "−" if octets < 0 else ""
    return f"{sign}{page.size(abs(octets))}"


def day(page: Page, text: str) -> str:
    """A day of the register in words."""
    return page.day(date.fromisoformat(text)) if text else page.t(_("never"))


@dataclass(frozen=True)
class Column:
    """A column of an export: its title, its width in characters, its value."""

    title: Message
    width: int
    value: Callable[[Page, Row], Any]


def _seen(name: str) -> Callable[[Page, Row], Any]:
    return lambda page, row: getattr(row.figures, name) if row.figures else None


def _dated(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


COLUMNS = (
    Column(_("Space"), 24, lambda page, row: row.entry.id),
    Column(_("Title"), 40, lambda page, row: row.entry.title),
    Column(_("Kind of entity"), 24, lambda page, row: page.choice(ENTITY_KINDS, row.entry.kind)),
    Column(_("NIS code"), 10, lambda page, row: row.entry.nis_code),
    Column(_("Space of its commune"), 24, lambda page, row: row.entry.commune),
    Column(_("State"), 14, lambda page, row: page.t(STATES[row.entry.state])),
    Column(_("Made on"), 12, lambda page, row: _dated(row.entry.created)),
    Column(_("Bytes used"), 16, lambda page, row: row.used),
    Column(_("Limit in bytes"), 16, lambda page, row: row.limit),
    Column(_("Growth in bytes"), 16, _seen("growth")),
    Column(_("Conventions"), 14, _seen("conventions")),
    Column(_("In force"), 12, _seen("in_force")),
    Column(_("Drafts of invoices"), 16, _seen("invoices")),
    Column(_("Accounts"), 12, _seen("members")),
    Column(_("Last login"), 14, lambda page, row: _dated(_seen("last_login")(page, row))),
    Column(_("Version"), 12, _seen("version")),
    Column(_("Open incidents"), 14, lambda page, row: row.incidents),
    Column(_("Tools"), 30, lambda page, row: ", ".join(row.entry.tools)),
    Column(_("Figures of"), 14, lambda page, row: _dated(_seen("taken")(page, row))),
    Column(_("Notes"), 60, lambda page, row: row.entry.notes),
)

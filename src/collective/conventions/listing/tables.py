"""What an export holds: the columns of each listing, and its rows portion by portion."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.clock import BRUSSELS
from collective.conventions.content import vocabularies
from collective.conventions.listing.conventions import ConventionRow
from collective.conventions.listing.partners import PartnerRow
from collective.conventions.listing.search import Search
from collective.conventions.terms.identifiers import format_enterprise_number
from dataclasses import dataclass
from typing import Any
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleVocabulary


@dataclass(frozen=True)
class Column:
    """A column: its title, its width in characters, and its value in a row."""

    title: Message
    width: int
    value: Callable[[Any], Any]


def _title(vocabulary: SimpleVocabulary, value: str) -> Message | str:
    return vocabulary.getTerm(value).title if value in vocabulary else value


def _end(row: ConventionRow) -> Any:
    return _("No end") if row.endless else row.end


def _enterprise_number(row: PartnerRow) -> str:
    return format_enterprise_number(row.enterprise_number) if row.enterprise_number else ""


CONVENTION_COLUMNS = (
    Column(_("Title"), 60, lambda row: row.title),
    Column(_("Our reference"), 20, lambda row: row.reference),
    Column(_("Kind"), 24, lambda row: _title(vocabularies.KINDS, row.kind)),
    Column(_("State"), 24, lambda row: _title(vocabularies.STATES, row.state)),
    Column(_("Parties"), 60, lambda row: "; ".join(name for _uid, name in row.parties)),
    Column(_("In force from"), 14, lambda row: row.start),
    Column(_("Until"), 14, _end),
    Column(
        _("Last modified"),
        18,
        lambda row: row.modified.astimezone(BRUSSELS).replace(tzinfo=None, microsecond=0),
    ),
    Column(_("Address of the page"), 60, lambda row: row.url),
)
PARTNER_COLUMNS = (
    Column(_("Name"), 60, lambda row: row.title),
    Column(_("Kind of entity"), 30, lambda row: _title(vocabularies.ENTITY_KINDS, row.kind)),
    Column(_("Enterprise number"), 18, _enterprise_number),
    Column(_("City"), 24, lambda row: row.city),
    Column(_("Conventions"), 14, lambda row: row.conventions),
    Column(_("Address of the page"), 60, lambda row: row.url),
)


def lines(
    search: Search,
    rows: Callable[[list[Any]], list[Any]],
    columns: tuple[Column, ...],
    translate: Callable[[Any], str],
) -> Iterator[list[Any]]:
    """The titles of the columns, then the values of every row, fetched some rows at a time."""
    yield [translate(column.title) for column in columns]
    for brains in search.portions():
        for row in rows(brains):
            values = [column.value(row) for column in columns]
            yield [translate(one) if isinstance(one, Message) else one for one in values]

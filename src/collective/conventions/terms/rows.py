"""Whether collections of rows make sense: one pure function for each, for forms and REST alike.

Rows are plain mappings with the schema's column names (see ``columns``); a collection may be None.
Each function returns its findings with field, row (from 0) and column. ``today``, where given, is
the civil date after which a fact cannot have happened yet.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.cells import check_cells
from collective.conventions.terms.cells import Rows
from collective.conventions.terms.cells import Sound
from collective.conventions.terms.cells import sound
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.decisions import check_decisions
from collective.conventions.terms.deliberating import check_deliberations
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from collective.conventions.terms.money import valid_rate
from collective.conventions.terms.row_rules import duplicates
from collective.conventions.terms.row_rules import future
from collective.conventions.terms.row_rules import ordered
from collective.conventions.terms.row_rules import strangers
from collective.conventions.terms.rules import FACTS
from collective.conventions.terms.watching import days_before
from datetime import date
from decimal import Decimal


__all__ = [
    "check_clauses",
    "check_commitments",
    "check_consents",
    "check_contacts",
    "check_decisions",
    "check_decree",
    "check_deliberations",
    "check_language_versions",
    "check_lines",
    "check_notices",
    "check_overrides",
    "check_parties",
    "check_prices",
    "check_reminders",
    "check_renewals",
    "check_signatories",
    "check_text",
    "check_text_exceptions",
    "check_undertakings",
    "unknown_columns",
]

Findings = tuple[Finding, ...]

#: Stands for a cell that is no date at all, which has its own finding.
_BROKEN = object()


def check_parties(rows: Rows) -> Findings:
    """Return what is wrong with the parties: the same partner twice (C1)."""
    field = "parties"
    return (*check_cells(field, rows), *duplicates(field, sound(field, rows), "partner"))


def check_signatories(rows: Rows, parties: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with the signatories: no party's, twice, an original too early (C14)."""
    field = "signatories"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *strangers(field, known, sound("parties", parties), "partner"),
        *duplicates(field, known, "name", "partner"),
        *ordered(field, known, "date_signed", "original_received", "received_before_signed"),
        *future(field, known, today, "date_signed", "original_received"),
    )


def check_commitments(rows: Rows, parties: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with the commitments: no party's, below zero, done in the future."""
    field = "commitments"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *strangers(field, known, sound("parties", parties), "partner"),
        *future(field, known, today, "done"),
    )


def check_contacts(rows: Rows, parties: Rows) -> Findings:
    """Return what is wrong with the contacts: no party's, twice, a malformed address (W3)."""
    field = "contacts"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *strangers(field, known, sound("parties", parties), "partner"),
        *duplicates(field, known, "name", "partner", "role"),
        *_malformed(known),
    )


def check_consents(rows: Rows, parties: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with requests for consent: an answer needs its date (W4, D3)."""
    field = "consents"
    known = sound(field, rows)
    undated = (
        Finding("answer_date_missing", field, row=position, column="answered")
        for position, row in known
        if row.get("answer") in ("granted", "refused") and row.get("answered", _BROKEN) is None
    )
    return (
        *check_cells(field, rows),
        *strangers(field, known, sound("parties", parties), "requested_by"),
        *ordered(field, known, "requested", "answered", "answered_before_requested"),
        *undated,
        *future(field, known, today, "requested", "answered"),
    )


def check_undertakings(rows: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with confidentiality undertakings (C15)."""
    field = "undertakings"
    return (*check_cells(field, rows), *future(field, sound(field, rows), today, "signed"))


def check_notices(rows: Rows, parties: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with notices: no party's, received before it was sent (D6, O9)."""
    field = "notices"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *strangers(field, known, sound("parties", parties), "partner"),
        *ordered(field, known, "sent", "presented", "presented_before_sent"),
        *ordered(field, known, "sent", "received", "received_before_sent"),
        *future(field, known, today, "sent", "presented", "received"),
    )


def check_renewals(rows: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with the renewals agreed on: twice the same day, or one to come."""
    field = "renewals_agreed"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *duplicates(field, known, "agreed"),
        *future(field, known, today, "agreed"),
    )


def check_clauses(rows: Rows) -> Findings:
    """Return what is wrong with the clauses named: a topic twice."""
    return (*check_cells("clauses", rows), *duplicates("clauses", sound("clauses", rows), "topic"))


def check_overrides(rows: Rows) -> Findings:
    """Return what is wrong with the dates set by hand: of nothing that has a date, or twice."""
    field = "overrides"
    known = sound(field, rows)
    strange = (
        Finding("unknown_choice", field, {"value": key}, position, "key")
        for position, row in known
        if (key := str(row.get("key") or "")) and key.partition("-")[0] not in FACTS
    )
    return (*check_cells(field, rows), *duplicates(field, known, "key"), *strange)


def check_reminders(rows: Rows) -> Findings:
    """Return what is wrong with the reminders of a convention: days that are no numbers, twice."""
    field = "reminders"
    known = sound(field, rows)
    malformed = (
        Finding("days_malformed", field, row=position, column="days_before")
        for position, row in known
        if days_before(row.get("days_before")) is None
    )
    return (
        *check_cells(field, rows),
        *duplicates(field, known, "what", "recipients"),
        *malformed,
    )


def check_language_versions(rows: Rows) -> Findings:
    """Return what is wrong with language versions: one twice, or none that is authentic (B7)."""
    field = "language_versions"
    known = sound(field, rows)
    found = [*check_cells(field, rows), *duplicates(field, known, "language")]
    if rows and not any(row.get("authoritative") is True for _, row in known):
        found.append(Finding("no_authoritative_version", field))
    return tuple(found)


def check_text(rows: Rows) -> Findings:
    """Return what is wrong with the rows of a text; what it says is checked elsewhere (W11)."""
    return tuple(check_cells("text", rows))


def check_text_exceptions(rows: Rows, today: date | None = None) -> Findings:
    """Return what is wrong with exceptions for the text: the same one twice, one to come."""
    field = "text_exceptions"
    known = sound(field, rows)
    return (
        *check_cells(field, rows),
        *duplicates(field, known, "code", "place"),
        *future(field, known, today, "day"),
    )


def check_decree(rows: Rows) -> Findings:
    """Return what is wrong with the decree: a part twice in one language (B1)."""
    field = "decree"
    return (*check_cells(field, rows), *duplicates(field, sound(field, rows), "part", "language"))


def check_lines(rows: Rows) -> Findings:
    """Return what is wrong with an invoice's lines; amounts below zero are credits."""
    return (*check_cells("lines", rows), *_beyond("lines", rows))


def check_prices(rows: Rows) -> Findings:
    """Return what is wrong with single cells of the prices; ``tariff_rules`` has the rest."""
    return (*check_cells("prices", rows), *_beyond("prices", rows))


def unknown_columns(field: str, rows: Rows) -> Findings:
    """Return a finding for each key of a row that is no column of its collection."""
    return tuple(
        Finding("unknown_column", field, row=position, column=str(key))
        for position, row in enumerate(rows or ())
        if isinstance(row, Mapping)
        for key in row
        if key not in COLUMNS[field]
    )


def _beyond(field: str, rows: Rows) -> Iterator[Finding]:
    """Yield the rates that are none of VAT."""
    for position, row in sound(field, rows):
        rate = row.get("vat_rate")
        if isinstance(rate, Decimal | int) and not valid_rate(Decimal(rate)):
            yield Finding("vat_rate_invalid", field, row=position, column="vat_rate")


def _malformed(rows: Sound) -> Iterator[Finding]:
    for position, row in rows:
        if email := row.get("email"):
            try:
                normalise_email(str(email))
            except InvalidIdentifier as error:
                yield Finding(error.code, "contacts", row=position, column="email")

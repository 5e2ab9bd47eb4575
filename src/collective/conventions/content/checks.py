"""What is wrong with the values of a content object, for forms and REST alike."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content import amending
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import tariff_of
from collective.conventions.content.values import term_of
from collective.conventions.interfaces import IFindings
from collective.conventions.terms import rows
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.conflicts import conflicts
from collective.conventions.terms.dates import is_date
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.possible import impossible
from collective.conventions.terms.tariff_rules import impossible_tariff
from collective.conventions.terms.tariff_rules import unwise_tariff
from datetime import date
from typing import Any
from zope.component import queryUtility


Values = Mapping[str, Any]

#: Fields of the price that mean nothing without another one.
PRICE_NEEDS = {
    "reduction_percent": ("reduction_condition",),
    "reduction_condition": ("reduction_percent",),
    "index_series": ("index_base_month", "index_fixed_part", "index_moving_part"),
    "index_base_month": ("index_series",),
}


def convention_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with the values of a convention, all at once.

    :param values: all fields by name, as they would be after the write; under "joined" the UIDs of
        those who became party by an amendment.
    """
    parties = values.get("parties") or []
    ever = [*parties, *({"partner": uid} for uid in values.get("joined") or ())]
    return (
        *rows.check_parties(parties),
        *rows.check_signatories(values.get("signatories"), parties, today),
        *rows.check_commitments(values.get("commitments"), parties, today),
        *rows.check_contacts(values.get("contacts"), ever),
        *rows.check_consents(values.get("consents"), ever, today),
        *rows.check_undertakings(values.get("undertakings"), today),
        *rows.check_notices(values.get("notices"), ever, today),
        *rows.check_renewals(values.get("renewals_agreed"), today),
        *rows.check_clauses(values.get("clauses")),
        *rows.check_overrides(values.get("overrides")),
        *rows.check_reminders(values.get("reminders")),
        *rows.check_language_versions(values.get("language_versions")),
        *rows.check_text(values.get("text")),
        *rows.check_text_exceptions(values.get("text_exceptions"), today),
        *rows.check_decree(values.get("decree")),
        *_of_the_sittings(values, today),
        *rows.check_decisions(values, today),
        *_of_the_term(values),
        *_of_the_price(values),
    )


def _of_the_sittings(values: Values, today: date) -> tuple[Finding, ...]:
    """What is wrong with the deliberations, against the decision that counts."""
    decided = values.get("council_date")
    day = decided if is_date(decided) else None
    return rows.check_deliberations(values.get("deliberations"), today, day)


def _of_the_term(values: Values) -> tuple[Finding, ...]:
    """What makes the rules impossible, and what has happened impossible with them."""
    term = term_of(values)
    found = impossible(term)
    named = {finding.field for finding in found}
    others = conflicts(term, facts_of(values))
    return (*found, *(finding for finding in others if finding.field not in named))


def _of_the_price(values: Values) -> tuple[Finding, ...]:
    """What makes the price impossible; rows are compared once each of them is sound."""
    cells = rows.check_prices(values.get("prices"))
    tariff = tariff_of({**values, "prices": []} if cells else values)
    monetary = bool(values.get("monetary", True))
    others = impossible_tariff(tariff, monetary, bool(values.get("free_of_charge")))
    return (*cells, *_halves(values), *others)


def _halves(values: Values) -> Iterator[Finding]:
    """What is entered without the field that gives it a meaning, and would be lost in silence."""
    for needed, others in PRICE_NEEDS.items():
        if _empty(values, needed) and not all(_empty(values, name) for name in others):
            yield Finding("required", needed)


def _empty(values: Values, name: str) -> bool:
    return values.get(name) in (None, "")


def price_warnings(values: Values) -> tuple[Finding, ...]:
    """What a person should know of a price that is possible: nothing is refused for it."""
    return unwise_tariff(tariff_of(values))


def invoice_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with the values of an invoice."""
    return rows.check_lines(values.get("lines"))


def no_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Of a type whose fields are checked one by one only."""
    return ()


def amendment_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with an amendment by itself, whatever it amends."""
    own = [{"partner": row.get("partner")} for row in values.get("signatories") or ()]
    return (
        *amending.check_fields(values.get("changes")),
        *(found for table in TABLES for found in amending.check_rows(table, values)),
        *rows.check_signatories(values.get("signatories"), own, today),
        *rows.check_decisions(values, today),
    )


CHECKS: dict[str, Callable[[Values, date], tuple[Finding, ...]]] = {
    "Convention": convention_findings,
    "Invoice": invoice_findings,
    "Amendment": amendment_findings,
}


def findings(portal_type: str, values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with ``values`` for a content object of this type."""
    elsewhere = queryUtility(IFindings, portal_type, no_findings)
    return CHECKS.get(portal_type, elsewhere)(values, today)

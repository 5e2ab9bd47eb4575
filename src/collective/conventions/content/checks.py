"""What is wrong with the values of a content object, for forms and REST alike."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import term_of
from collective.conventions.terms import rows
from collective.conventions.terms.conflicts import conflicts
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.possible import impossible
from datetime import date
from typing import Any


Values = Mapping[str, Any]


def convention_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with the values of a convention, all at once.

    :param values: all fields by name, as they would be after the write.
    """
    parties = values.get("parties") or []
    return (
        *rows.check_parties(parties),
        *rows.check_signatories(values.get("signatories"), parties, today),
        *rows.check_commitments(values.get("commitments"), parties, today),
        *rows.check_contacts(values.get("contacts"), parties),
        *rows.check_consents(values.get("consents"), parties, today),
        *rows.check_undertakings(values.get("undertakings"), today),
        *rows.check_notices(values.get("notices"), parties, today),
        *rows.check_renewals(values.get("renewals_agreed"), today),
        *rows.check_clauses(values.get("clauses")),
        *rows.check_overrides(values.get("overrides")),
        *rows.check_reminders(values.get("reminders")),
        *rows.check_language_versions(values.get("language_versions")),
        *rows.check_decisions(values, today),
        *_of_the_term(values),
    )


def _of_the_term(values: Values) -> tuple[Finding, ...]:
    """What makes the rules impossible, and what has happened impossible with them."""
    term = term_of(values)
    found = impossible(term)
    named = {finding.field for finding in found}
    others = conflicts(term, facts_of(values))
    return (*found, *(finding for finding in others if finding.field not in named))


def invoice_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with the values of an invoice."""
    return rows.check_lines(values.get("lines"))


def no_findings(values: Values, today: date) -> tuple[Finding, ...]:
    """Of a type whose fields are checked one by one only."""
    return ()


CHECKS: dict[str, Callable[[Values, date], tuple[Finding, ...]]] = {
    "Convention": convention_findings,
    "Invoice": invoice_findings,
}


def findings(portal_type: str, values: Values, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong with ``values`` for a content object of this type."""
    return CHECKS.get(portal_type, no_findings)(values, today)

"""What a step of the workflow still needs: everything at once, nothing for a step that may go.

The steps: "approve" (draft → council_approved), "withdraw" (back to draft), "sign"
(council_approved → signed), "terminate" (signed → terminated).
"""

from collections.abc import Iterator
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.choices import BLOCKING_OUTCOMES
from collective.conventions.terms.decisions import check_decisions
from collective.conventions.terms.dossier import Dossier
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.signing import sign_faults
from collective.conventions.terms.term import impossible
from collective.conventions.terms.texts.fingerprint import fingerprint
from collective.conventions.terms.texts.fingerprint import short


__all__ = ["STEPS", "Dossier", "missing"]

STEPS = ("approve", "withdraw", "sign", "terminate")


def missing(step: str, dossier: Dossier) -> tuple[Finding, ...]:
    """Return everything the dossier lacks for ``step``, at the field where it is mended.

    :raises ValueError: for a step that is not in ``STEPS``.
    """
    match step:
        case "approve":
            return (*_subject(dossier), *_sides(dossier), *_decision(dossier), *_term(dossier))
        case "withdraw":
            return tuple(_required(withdrawal_reason=dossier.withdrawal_reason))
        case "sign":
            return (
                *_sides(dossier),
                *sign_faults(dossier),
                *_text(dossier),
                *_term(dossier),
                *_supervision(dossier),
            )
        case "terminate":
            return tuple(_termination(dossier))
    raise ValueError(f"unknown step: {step}")


def _required(**values: object) -> Iterator[Finding]:
    for field, value in values.items():
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Finding("required", field)


def _subject(dossier: Dossier) -> Iterator[Finding]:
    yield from _required(
        title=dossier.title, kind=dossier.kind, subject_matter=dossier.subject_matter
    )


def _sides(dossier: Dossier) -> Iterator[Finding]:
    if len({party.partner for party in dossier.parties if party.partner}) < 2:
        yield Finding("two_parties_needed", "parties")


def _decision(dossier: Dossier) -> Iterator[Finding]:
    values = {"college_date": dossier.college_date, "council_date": dossier.council_date}
    yield from _required(council_date=dossier.council_date, council_number=dossier.council_number)
    yield from check_decisions(values, dossier.today)


def _term(dossier: Dossier) -> tuple[Finding, ...]:
    return impossible(dossier.term)


def _text(dossier: Dossier) -> Iterator[Finding]:
    """What is signed must be what was approved, to the word."""
    if dossier.approved_text and fingerprint(dossier.text) != dossier.approved_text:
        params = {"approved": short(dossier.approved_text), "now": short(fingerprint(dossier.text))}
        yield Finding("text_changed", "text", params)


def _supervision(dossier: Dossier) -> Iterator[Finding]:
    outcome = dossier.supervision_outcome
    if outcome in BLOCKING_OUTCOMES:
        yield Finding("supervision_blocks", "supervision_outcome", {"outcome": outcome})


def _termination(dossier: Dossier) -> Iterator[Finding]:
    day = dossier.termination_date
    yield from _required(termination_reason=dossier.termination_reason, termination_date=day)
    if day is None:
        return
    for code, params in date_faults(day):
        yield Finding(code, "termination_date", params)
    first = min((row.date_signed for row in dossier.signatories if row.date_signed), default=None)
    if first is not None and day < first:
        params = {"signed": first.isoformat()}
        yield Finding("terminated_before_signature", "termination_date", params)

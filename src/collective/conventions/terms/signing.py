"""What a signature needs: everyone who signs named and dated, no blank left (W1, W10, D7)."""

from collections.abc import Iterator
from collective.conventions.terms.blanks import around
from collective.conventions.terms.blanks import blanks
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.dossier import Dossier
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.parties import Signatory


FIELD = "signatories"


def sign_faults(dossier: Dossier) -> Iterator[Finding]:
    """Yield what keeps a convention from being signed, as far as persons and texts go."""
    signing = {signatory.party for signatory in dossier.signatories}
    for partner in dict.fromkeys(party.partner for party in dossier.parties):
        if partner not in signing:
            yield Finding("signatory_missing", FIELD, {"party": partner})
    for row, signatory in enumerate(dossier.signatories):
        yield from _incomplete(row, signatory)
        yield from _day(row, signatory, dossier)
    for field, text in dossier.texts.items():
        if found := blanks(text):
            first = around(text, found[0])
            yield Finding("blank_unfilled", field, {"count": len(found), "first": first})


def _incomplete(row: int, signatory: Signatory) -> Iterator[Finding]:
    for column, value in (
        ("name", signatory.name.strip()),
        ("capacity", signatory.capacity.strip()),
        ("date_signed", signatory.date_signed),
    ):
        if not value:
            yield Finding("required", FIELD, row=row, column=column)


def _day(row: int, signatory: Signatory, dossier: Dossier) -> Iterator[Finding]:
    day = signatory.date_signed
    if day is None:
        return
    for code, params in date_faults(day):
        yield Finding(code, FIELD, params, row, "date_signed")
    if day > dossier.today:
        yield Finding("in_future", FIELD, {"date": day.isoformat()}, row, "date_signed")
    if dossier.council_date is not None and day < dossier.council_date:
        params = {"decision": dossier.council_date.isoformat()}
        yield Finding("signed_before_decision", FIELD, params, row, "date_signed")

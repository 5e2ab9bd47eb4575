"""What the parties of a document still lack before it can be issued."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.terms.countries import COUNTRIES
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_enterprise_number
from collective.conventions.terms.identifiers import normalise_iban
from collective.conventions.terms.identifiers import normalise_vat_number


#: The VAT categories that ask for the issuer's VAT number (BR-S-02, BR-E-02).
TAXED = {"S", "E"}


def of_parties(document: Document) -> Iterator[Finding]:
    """Yield what the issuer and the customer lack, each in its place."""
    issuer, customer = document.issuer, document.customer
    yield from _of_party("issuer", issuer)
    yield from _of_party("customer", customer)
    if issuer.enterprise_number and issuer.enterprise_number == customer.enterprise_number:
        yield Finding("issuer_is_customer", "customer")
    if TAXED & {line.vat_category for line in document.lines} and not issuer.vat_number:
        yield _missing("no_vat_number", "issuer", issuer, "vat_number")
    if document.kind == "invoice" and not issuer.iban:
        yield _missing("no_iban", "issuer", issuer, "iban")


def _of_party(field: str, party: Organisation) -> Iterator[Finding]:
    if not party.name.strip():
        yield Finding("required", field, column="name")
    if not party.enterprise_number:
        yield _missing("no_enterprise_number", field, party, "enterprise_number")
    empty = [name for name in ("street", "postal_code", "city") if not getattr(party, name).strip()]
    if empty:
        yield _missing("no_address", field, party, empty[0])
    if party.country not in COUNTRIES:
        yield _missing("no_country", field, party, "country")
    yield from _malformed(field, party, "enterprise_number", normalise_enterprise_number)
    yield from _malformed(field, party, "vat_number", normalise_vat_number)
    if field == "issuer":
        yield from _malformed(field, party, "iban", normalise_iban)


def _missing(code: str, field: str, party: Organisation, column: str) -> Finding:
    return Finding(code, field, {"organisation": party.name}, column=column)


def _malformed(
    field: str, party: Organisation, column: str, normalise: Callable[[str], str]
) -> Iterator[Finding]:
    """An identifier that is not the one it should be, or not in its one form."""
    value = getattr(party, column)
    if not value:
        return
    try:
        code = "" if normalise(value) == value else "identifier_format"
    except InvalidIdentifier as refusal:
        code = refusal.code
    if code:
        yield Finding(code, field, column=column)

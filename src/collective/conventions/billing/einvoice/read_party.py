"""The issuer or the customer of a received e-invoice."""

from collective.conventions.billing.einvoice.names import ENTERPRISE
from collective.conventions.billing.einvoice.source import Source
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_enterprise_number
from collective.conventions.terms.identifiers import normalise_vat_number


ADDRESS = "cac:PostalAddress"
REGISTERED = "cac:PartyLegalEntity/cbc:CompanyID"

#: Where a party may give its enterprise number, the surest first.
PLACES = (REGISTERED, "cbc:EndpointID", "cac:PartyIdentification/cbc:ID")


def organisation(source: Source, iban: str = "") -> Organisation:
    """The party that ``source`` (a ``cac:Party``) describes, with the account it is paid on."""
    vat = _vat(source)
    name = source.text("cac:PartyLegalEntity/cbc:RegistrationName")
    return Organisation(
        uid="",
        name=name or source.required("cac:PartyName/cbc:Name", "name"),
        enterprise_number=_enterprise(source, vat),
        vat_number=vat,
        street=_street(source),
        postal_code=source.text(f"{ADDRESS}/cbc:PostalZone"),
        city=source.text(f"{ADDRESS}/cbc:CityName"),
        country=source.text(f"{ADDRESS}/cac:Country/cbc:IdentificationCode"),
        email=source.text("cac:Contact/cbc:ElectronicMail"),
        phone=source.text("cac:Contact/cbc:Telephone"),
        iban=iban,
    )


def _street(source: Source) -> str:
    paths = ("cbc:StreetName", "cbc:AdditionalStreetName", "cac:AddressLine/cbc:Line")
    lines = (source.text(f"{ADDRESS}/{path}") for path in paths)
    return ", ".join(line for line in lines if line)


def _vat(source: Source) -> str:
    """The VAT number; one of a country whose rules are not known here stays as it is written."""
    numbers = (
        scheme.text("cbc:CompanyID")
        for scheme in source.each("cac:PartyTaxScheme")
        if scheme.text("cac:TaxScheme/cbc:ID").upper() == "VAT"
    )
    text = next(numbers, "")
    try:
        return normalise_vat_number(text) if text else ""
    except InvalidIdentifier as refusal:
        if refusal.code == "identifier_country":
            return text
        source.note(refusal.code, "vat_number")
        return ""


def _enterprise(source: Source, vat: str) -> str:
    """The enterprise number: where it is called one, or else as part of a Belgian VAT number."""
    told = (path for path in PLACES if source.attribute(path, "schemeID") == ENTERPRISE)
    if path := next(told, None):
        return source.identifier(
            source.text(path), "enterprise_number", normalise_enterprise_number
        )
    return vat.removeprefix("BE") if vat.startswith("BE") else ""

"""The issuer or the customer in an e-invoice."""

from collective.conventions.billing.einvoice.names import ENTERPRISE
from collective.conventions.billing.einvoice.nodes import group
from collective.conventions.billing.einvoice.nodes import leaf
from collective.conventions.billing.einvoice.nodes import Node
from collective.conventions.billing.einvoice.nodes import vat
from collective.conventions.terms.document import Organisation


def party(name: str, organisation: Organisation, *, taxed: bool) -> Node:
    """A party with its address in Peppol; it names its VAT number where the document is ``taxed``.

    What is out of scope must not name one (BR-O-02).
    """
    number = organisation.enterprise_number
    return group(
        name,
        group(
            "cac:Party",
            leaf("cbc:EndpointID", number, schemeID=ENTERPRISE),
            _address(organisation),
            _tax(organisation) if taxed else None,
            group(
                "cac:PartyLegalEntity",
                leaf("cbc:RegistrationName", organisation.name),
                leaf("cbc:CompanyID", number, schemeID=ENTERPRISE),
            ),
            group(
                "cac:Contact",
                leaf("cbc:Telephone", organisation.phone),
                leaf("cbc:ElectronicMail", organisation.email),
            ),
        ),
    )


def _address(organisation: Organisation) -> Node:
    return group(
        "cac:PostalAddress",
        leaf("cbc:StreetName", organisation.street),
        leaf("cbc:CityName", organisation.city),
        leaf("cbc:PostalZone", organisation.postal_code),
        group("cac:Country", leaf("cbc:IdentificationCode", organisation.country)),
    )


def _tax(organisation: Organisation) -> Node:
    if not organisation.vat_number:
        return None
    return group("cac:PartyTaxScheme", leaf("cbc:CompanyID", organisation.vat_number), vat())

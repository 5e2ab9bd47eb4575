"""The names and codes of Peppol BIS Billing 3.0 (UBL 2.1)."""

from functools import cache


CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
PREFIXES = {"cac": CAC, "cbc": CBC}

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
CURRENCY = "EUR"

#: The Belgian enterprise number, as an address in Peppol and as a registration (ISO 6523).
ENTERPRISE = "0208"

#: What roots and lines are called, by the kind of the document.
ROOTS = {"invoice": "Invoice", "credit_note": "CreditNote"}
QUANTITIES = {"invoice": "InvoicedQuantity", "credit_note": "CreditedQuantity"}
NAMESPACES = {
    kind: f"urn:oasis:names:specification:ubl:schema:xsd:{root}-2" for kind, root in ROOTS.items()
}

#: Types of documents (UNCL 1001).
TYPE_CODES = {"invoice": "380", "credit_note": "381"}

#: Units by UN/ECE recommendation 20; what is counted in participants are persons.
UNIT_CODES = {"unit": "C62", "month": "MON", "participant": "IE", "day": "DAY", "hour": "HUR"}

#: Ways to pay (UNCL 4461): a transfer, one within SEPA, none that is told.
TRANSFER, SEPA_TRANSFER, UNTOLD = "30", "58", "1"

#: Where SEPA reaches, by the countries of account numbers (EPC 409-09).
_REACHED = (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT "
    "NL NO PL PT RO RS SE SI SK SM VA"
)
SEPA = frozenset(_REACHED.split())

#: A reduction is a discount (UNCL 5189); nothing else is told by its reason.
DISCOUNT = "95"

#: Why no VAT is charged, where the category itself is the reason (VATEX).
OUT_OF_SCOPE = "VATEX-EU-O"


@cache
def qualified(name: str) -> str:
    """Return the full name of a prefixed one: "cbc:ID"."""
    prefix, _, local = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"

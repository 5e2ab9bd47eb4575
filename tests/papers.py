"""Documents for tests of papers; all persons are invented."""

from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from datetime import date
from decimal import Decimal


ISSUER = Organisation(
    uid="issuer",
    name="Union de Saint-Exemple asbl",
    enterprise_number="0403019261",
    vat_number="BE0403019261",
    street="Rue de l’Étoile 14",
    postal_code="5000",
    city="Namur",
    email="facturation@example.be",
    phone="081 00 00 00",
    iban="BE68539007547034",
)
CUSTOMER = Organisation(
    uid="customer",
    name="CPAS de Saint-Exemple",
    enterprise_number="0207656610",
    street="Grand-Place 1",
    postal_code="4970",
    city="Saint-Exemple",
)
ACCESS = DocumentLine(
    description="Accès au serveur",
    quantity=Decimal(6),
    unit_price=Decimal("82.00"),
    unit="month",
    reduction=Decimal("246.00"),
    reduction_percent=Decimal(50),
    reduction_reason="la commune a signé",
    period_start=date(2027, 1, 1),
    period_end=date(2027, 6, 30),
    explanation="82,00 × (0,2 + 0,8 × 131,40 / 131,40)",
)


def document(kind="invoice", lines=(ACCESS,), **values):
    """A document; ``values`` take the place of those given here."""
    given = {
        "issuer": ISSUER,
        "customer": CUSTOMER,
        "number": "2027-000123",
        "issued": date(2027, 1, 1),
        "due": date(2027, 1, 31),
        "period_start": date(2027, 1, 1),
        "period_end": date(2027, 6, 30),
        "buyer_reference": "BC-42",
        "contract": "2026/AC/0017",
    }
    return Document(kind=kind, lines=tuple(lines), **(given | values))


def credit_note(**values):
    """A credit note of the document."""
    credited = Credited("2027-000099", date(2026, 7, 1))
    return document("credit_note", credits=credited, due=None, **values)

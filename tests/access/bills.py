"""Invoices for trials: drafts that lack nothing, issued ones, and one that another has sent."""

from access.world import World
from collective.conventions.billing.drafts import organisation
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.issue import issue
from collective.conventions.billing.issuers import entrust
from collective.conventions.clock import today
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from decimal import Decimal
from factories import make_invoice
from typing import Any
import transaction


ADDRESS = {"street": "Rue 1", "postal_code": "5000", "city": "Namur", "country": "BE"}
OURS = {"enterprise_number": "0451461655", "vat_number": "BE0451461655"}
THEIRS = {"enterprise_number": "0207362838", "vat_number": "BE0207362838"}
IBANS = ("BE09091011584657", "BE68539007547034")
LINE = {"description": "Fee", "quantity": Decimal(1), "unit_price": Decimal("50.00")}


def billable_invoice(world: World, letter: str) -> Any:
    """A new draft in the agreement of a state that lacks nothing; None where none can be made."""
    agreement = world.agreement(letter)
    if agreement.invoice is None:
        return None
    _complete(world)
    made = make_invoice(
        agreement.convention,
        world.partners,
        "Quagga bill",
        lines=[{**LINE, "vat_rate": Decimal(21)}],
        buyer_reference="PO",
    )
    transaction.commit()
    return made


def issued_invoice(world: World, letter: str) -> Any:
    """The same, issued."""
    made = billable_invoice(world, letter)
    if made is not None:
        issue(made, today())
        transaction.commit()
    return made


def e_invoice(world: World, number: str) -> bytes:
    """What the second party might have sent to the first."""
    _complete(world)
    customer, issuer = (organisation(partner.UID()) for partner in world.partners[:2])
    days = {"issued": today(), "due": today()}
    return ubl(
        Document(
            "invoice",
            issuer,
            customer,
            (DocumentLine(**LINE),),
            number=number,
            buyer_reference="PO",
            **days,
        )
    )


def _complete(world: World) -> None:
    """Give the parties what invoices need; the first one is issued for in this space."""
    for partner, numbers, iban in zip(world.partners, (OURS, THEIRS), IBANS, strict=False):
        for name, value in {**ADDRESS, **numbers, "iban": iban}.items():
            setattr(partner, name, value)
        partner.reindexObject(idxs=["enterprise_number"])
    entrust(world.portal.getPhysicalRoot(), OURS["enterprise_number"], world.portal.getId())
    transaction.commit()

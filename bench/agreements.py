"""Conventions that are signed, in force and to be billed: each owes one invoice."""

from collective.conventions.server.spaces import entered
from datetime import date
from decimal import Decimal
from rich.progress import Progress
from spaces import add
from spaces import PORTION
from typing import Any
import transaction


ADDRESS = {"street": "Street 1", "postal_code": "5000", "city": "Namur", "country": "BE"}
ISSUER = {
    **ADDRESS,
    "entity_kind": "association",
    "enterprise_number": "0451461655",
    "vat_number": "BE0451461655",
    "iban": "BE09091011584657",
    "email": "info@union.example.be",
}
CUSTOMER = {**ADDRESS, "entity_kind": "commune", "enterprise_number": "0207362838"}
PRICE = {
    "description": "Access to the services",
    "basis": "monthly",
    "amount": Decimal("82.00"),
    "vat_rate": Decimal(21),
    "vat_category": "S",
}


def agree(app: Any, name: str, count: int, day: date, progress: Progress) -> None:
    """Fill a space with ``count`` conventions between the same two, in force since ``day``."""
    task = progress.add_task(f"{count} conventions in /{name}", total=count)
    with entered(app, name) as portal:
        issuer = add(portal.partners, "Partner", title="Union", **ISSUER)
        customer = add(portal.partners, "Partner", title="Commune", **CUSTOMER)
        uids = issuer.UID(), customer.UID()
    for start in range(0, count, PORTION):
        end = min(start + PORTION, count)
        with entered(app, name) as portal:
            for number in range(start, end):
                _add_signed(portal, uids, number, day)
        transaction.commit()
        app._p_jar.cacheGC()
        progress.update(task, completed=end)


def _add_signed(portal: Any, uids: tuple[str, str], number: int, day: date) -> None:
    convention = add(
        portal.conventions,
        "Convention",
        title=f"Access {number:05}",
        kind="access",
        reference=f"{number:05}",
        subject_matter="What the parties agree on.",
        parties=[{"partner": uid, "role": "partner"} for uid in uids],
        signatories=[
            {"partner": uid, "name": "A. Person", "capacity": "Mayor", "date_signed": day}
            for uid in uids
        ],
        start_rule="fixed_date",
        start_date=day.replace(day=1),
        issuer=uids[0],
        prices=[PRICE],
        buyer_reference=f"PO-{number}",
    )
    # Straight into its state, before it is indexed: the steps are measured elsewhere.
    workflow = portal.portal_workflow
    signed = {"review_state": "signed", "comments": ""}
    workflow.setStatusOf("convention_workflow", convention, signed)
    workflow.convention_workflow.updateRoleMappingsFor(convention)

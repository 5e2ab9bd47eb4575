"""A union that invoices a commune, for the services of billing."""

from billing.conftest import COMMUNE
from billing.conftest import MONTHLY
from billing.conftest import UNION
from collective.conventions.clock import today
from datetime import date
from decimal import Decimal
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from plone import api
import transaction


class Billed:
    """The partners and a convention that is due, with the address of each."""

    def __init__(self, portal):
        self.portal = portal
        self.union = make_partner(portal, "Union", **UNION)
        self.commune = make_partner(portal, "Hauteville", **COMMUNE)
        transaction.commit()
        self.convention = self.agree()

    def agree(self, state="signed", **values):
        """A convention, signed, in force since the first day of this year."""
        given = {
            "title": "Access",
            "kind": "access",
            "issuer": self.union.UID(),
            "prices": [MONTHLY],
            "buyer_reference": "PO-7",
            "reference": "ACC-1",
            "start_rule": "fixed_date",
            "start_date": date(today().year, 1, 1),
            **values,
        }
        # What the server has done since is seen, and not written over.
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            made = make_convention(self.portal, [self.union, self.commune], state, **given)
        transaction.commit()
        return made

    def draft(self, convention=None, **values):
        """The address of a draft invoice of 6 × 82.00 at 21 %: 595.32."""
        line = {**MONTHLY, "quantity": Decimal(6), "unit_price": MONTHLY["amount"]}
        line = {n: line[n] for n in ("description", "quantity", "unit_price", "vat_rate")}
        given = {"lines": [line], "buyer_reference": "PO-7", **values}
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            partners = [self.union, self.commune]
            made = make_invoice(convention or self.convention, partners, "Access", **given)
        transaction.commit()
        return made.absolute_url()


def issued(client, url):
    """Issue a draft; its address again."""
    answer = client.post(f"{url}/@workflow/issue", {})
    assert answer.status_code == 200, answer.text
    return url


def errors(answer):
    """What a refusal names: (field, row, column, code)."""
    return {
        (one["field"], one["row"], one["column"], one["code"]) for one in answer.json()["errors"]
    }

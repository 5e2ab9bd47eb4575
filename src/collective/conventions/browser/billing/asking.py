"""What somebody asks of the list of invoices: a state, a customer, a year."""

from collections.abc import Mapping
from collective.conventions.billing.standing import Item
from collective.conventions.billing.standing import STATES
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class Asked:
    """The filters; empty or None for all."""

    state: str = ""
    customer: str = ""
    year: int | None = None

    @property
    def query(self) -> str:
        """The same question in an address, after its "?"; empty for none."""
        pairs = {"state": self.state, "customer": self.customer, "year": self.year or ""}
        return urlencode({name: value for name, value in pairs.items() if value})


def asked(form: Mapping[str, Any]) -> Asked:
    """Read a question; what means nothing asks for nothing."""
    state, customer, year = (str(form.get(name, "")) for name in ("state", "customer", "year"))
    plain = year.isascii() and year.isdigit() and date.min.year <= int(year[:5]) <= date.max.year
    return Asked(
        state if state in STATES else "",
        customer if len(customer) <= 64 else "",
        int(year) if plain and len(year) <= 4 else None,
    )


def by_urgency(items: list[Item], today: date) -> list[Item]:
    """Overdue first, the longest overdue on top; the rest as they come."""
    late = sorted((one for one in items if one.overdue(today)), key=lambda one: one.due or today)
    return [*late, *(one for one in items if not one.overdue(today))]

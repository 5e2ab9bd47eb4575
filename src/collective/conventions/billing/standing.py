"""How a space stands: its invoices as the catalog knows them, and what they add up to.

Nothing is read but the catalog, so that a page over many thousands costs little.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.content.records import record_of
from collective.conventions.terms import standing
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import overdue
from collective.conventions.terms.standing import Standing
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from decimal import Decimal
from plone import api
from typing import Any


#: What can be asked for; "overdue" is open too.
STATES = ("draft", "open", "overdue", "paid", "credited")


@dataclass(frozen=True)
class Item:
    """An invoice or credit note (``kind``), as it stands: amounts in euro with VAT.

    ``state`` is that of its workflow, ``issuer`` and ``customer`` are UIDs of partners. A draft has
    neither number nor days, and no ``gross`` where its lines cannot be computed.
    """

    uid: str
    path: str
    url: str
    title: str
    state: str
    kind: str
    number: str
    contract: str
    issuer: str
    customer: str
    issued: date | None
    due: date | None
    gross: Decimal | None
    credited: Decimal
    paid: Decimal
    open: Decimal

    @property
    def customer_name(self) -> str:
        """How the customer is called now."""
        record = record_of(self.customer)
        return "" if record is None else str(record.Title)

    @property
    def balance(self) -> Balance | None:
        """What came after an issued invoice; None for a draft and a credit note."""
        if self.issued is None or self.gross is None or self.kind != "invoice":
            return None
        return Balance(self.gross, self.credited, self.paid)

    def overdue(self, today: date) -> bool:
        """Whether something is open after the last day to pay."""
        return self.balance is not None and overdue(self.balance, self.due, today)


@dataclass(frozen=True)
class Totals:
    """What issued invoices add up to: all, by the UID of their customer, and by year of issue."""

    overall: Standing
    per_partner: dict[str, Standing]
    per_year: dict[int, Standing]


def items(
    today: date, *, state: str = "", customer: str = "", year: int | None = None
) -> list[Item]:
    """The invoices and credit notes that the current user may see: drafts, then the newest first.

    :param state: one of ``STATES``, or all of them; of a credit note only "draft" is asked.
    :param customer: the UID of the one who is invoiced.
    :param year: that of the issue.
    :raises ValueError: an unknown state.
    """
    query = {"portal_type": "Invoice", **_of_state(state, today)}
    if customer:
        query["invoice_customer"] = customer
    if year is not None:
        days = (date(year, 1, 1), date(year, 12, 31))
        query["invoice_issued"] = {"query": days, "range": "min:max"}
    found = (_item(brain) for brain in api.portal.get_tool("portal_catalog")(**query))
    return sorted(found, key=_newest, reverse=True)


def totals(items: Iterable[Item], today: date) -> Totals:
    """What the issued invoices among ``items`` add up to; a credit note counts in its invoice."""
    issued = tuple(_issued(items))
    return Totals(
        standing.standing(issued, today),
        standing.per_partner(issued, today),
        standing.per_year(issued, today),
    )


def _of_state(state: str, today: date) -> dict[str, Any]:
    if not state:
        return {}
    if state not in STATES:
        raise ValueError(state)
    if state not in ("open", "overdue"):
        return {"review_state": state}
    query: dict[str, Any] = {"review_state": "issued", "invoice_kind": "invoice"}
    if state == "overdue":
        query["invoice_due"] = {"query": today - timedelta(days=1), "range": "max"}
    return query


def _item(brain: Any) -> Item:
    return Item(
        uid=brain.UID,
        path=brain.getPath(),
        url=brain.getURL(),
        title=brain.Title,
        state=brain.review_state,
        **brain.invoice_figures,
    )


def _newest(item: Item) -> tuple[bool, date, str]:
    return item.issued is None, item.issued or date.min, item.number or item.title


def _issued(items: Iterable[Item]) -> Iterator[standing.Issued]:
    for item in items:
        if item.balance is not None and item.issued is not None:
            yield standing.Issued(item.customer, item.issued, item.due, item.balance)

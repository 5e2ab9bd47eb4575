"""Who invoices a convention, and whom."""

from plone import api
from typing import Any


def customer_of(convention: Any) -> str | None:
    """The UID of the party that is invoiced: as entered, or the other one of two parties."""
    if convention.customer:
        return str(convention.customer)
    rest = {row["partner"] for row in convention.parties or ()} - {convention.issuer}
    return str(rest.pop()) if convention.issuer and len(rest) == 1 else None


def item_of(uid: str | None) -> Any:
    """The item of a UID in the present space, whoever asks; ``None`` where there is none.

    The index is asked as it stands, and only where it does not know the UID after all that waits
    to be indexed: indexing a new invoice twice is the dearest part of issuing it.
    """
    if not uid:
        return None
    catalog = api.portal.get_tool("portal_catalog")
    known, _used = catalog.Indexes["UID"]._apply_index({"UID": uid})
    if len(known) == 1:
        found = catalog.unrestrictedTraverse(catalog.getpath(known[0]), None)
        if found is not None:
            return found
    records = catalog.unrestrictedSearchResults(UID=uid)
    return records[0]._unrestrictedGetObject() if records else None

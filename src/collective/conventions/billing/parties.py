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
    """The item of a UID in the present space, whoever asks; ``None`` where there is none."""
    if not uid:
        return None
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    return found[0]._unrestrictedGetObject() if found else None

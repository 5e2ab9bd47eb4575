"""A space that comes from another server brings the numbers of its documents along.

The counters lie on the root of the server that it has left. Here they go on behind the documents
that it brings, so no number is given twice; who issues for an enterprise number stays to be said.
"""

from collective.conventions.billing import numbers
from collective.conventions.billing.frozen import issued_of
from collective.conventions.interfaces import ISpaceImportedEvent
from plone import api


def keep_numbers(event: ISpaceImportedEvent) -> None:
    """Count what was issued in the space that has come; what it received bears other numbers."""
    app = event.object.getPhysicalRoot()
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", review_state=("issued", "paid", "credited")
    )
    for record in found:
        issued = issued_of(record._unrestrictedGetObject())
        if issued is not None and not issued.received:
            document = issued.document
            issuer = document.issuer.enterprise_number
            numbers.bring(app, issuer, document.number, document.issued)

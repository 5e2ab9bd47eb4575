"""In which spans a reduction holds: for a CPAS, while its commune has signed the access (C11)."""

from collections.abc import Iterator
from collective.conventions.billing.parties import customer_of
from collective.conventions.billing.parties import item_of
from collective.conventions.content.values import Reading
from collective.conventions.content.values import span_of
from collective.conventions.server.register import entry
from collective.conventions.terms.spans import Span
from plone import api
from typing import Any


STATES = ("signed", "terminated")


def spans_of(convention: Any) -> tuple[Span, ...]:
    """The spans in which the reduction of a convention holds; ends may be open."""
    if convention.reduction_condition == "always":
        return (span_of(Reading(convention)),)
    issuer = item_of(convention.issuer)
    if convention.reduction_condition != "commune_in_force" or issuer is None:
        return ()
    found = (*_in_this_space(convention), *_in_the_communes_space(issuer.enterprise_number))
    return tuple(span_of(Reading(one)) for one in found)


def _in_this_space(convention: Any) -> Iterator[Any]:
    """What the commune of the customer has agreed on with the same issuer, kept here."""
    commune = getattr(item_of(customer_of(convention)), "commune", None)
    if commune:
        for one in _accesses(api.portal.get(), convention_parties=commune):
            if one.issuer == convention.issuer:
                yield one


def _in_the_communes_space(number: str | None) -> Iterator[Any]:
    """What the commune has agreed on with the same issuer, kept in its own space."""
    portal = api.portal.get()
    app = portal.getPhysicalRoot()
    known = entry(app, portal.getId())
    commune = app._getOb(known.commune, None) if known is not None and known.commune else None
    if commune is None or not number:
        return
    for one in _accesses(commune):
        if _number_of(commune, one.issuer) == number:
            yield one


def _accesses(portal: Any, **query: Any) -> Iterator[Any]:
    found = portal.portal_catalog.unrestrictedSearchResults(
        portal_type="Convention", convention_kind="access", review_state=STATES, **query
    )
    for record in found:
        yield record._unrestrictedGetObject()


def _number_of(portal: Any, uid: str | None) -> str | None:
    """The enterprise number of a partner of another space."""
    records = portal.portal_catalog.unrestrictedSearchResults(UID=uid) if uid else ()
    for record in records:
        found: str | None = record._unrestrictedGetObject().enterprise_number
        return found
    return None

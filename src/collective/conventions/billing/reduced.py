"""In which spans a reduction holds: for a CPAS, while its commune has signed the access (C11)."""

from collections.abc import Iterator
from collective.conventions.billing.parties import customer_of
from collective.conventions.billing.parties import item_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.amended import values_in_turn
from collective.conventions.content.values import span_of
from collective.conventions.server.register import entry
from collective.conventions.terms.spans import Span
from plone import api
from typing import Any


STATES = ("signed", "terminated")


def spans_of(convention: Any) -> tuple[Span, ...]:
    """The spans in which the reduction of a convention holds; ends may be open."""
    turns = values_in_turn(convention)
    conditions = {values.get("reduction_condition") for _first, values in turns}
    issuer = item_of(convention.issuer)
    if "commune_in_force" not in conditions or issuer is None:
        always = "always" in conditions
        return (span_of(values_at(convention)),) if always else ()
    found = (*_in_this_space(convention), *_in_the_communes_space(issuer.enterprise_number))
    return tuple(span_of(values_at(one)) for one in found)


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

"""Issued documents by their numbers, for pages that name many of them."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from plone import api


def by_number(numbers: Iterable[str]) -> list[tuple[str, str]]:
    """Each number with the address of its document; empty where the reader sees none, or several.

    Issuers number their documents each for themselves, so a number may stand for several.
    """
    wanted = list(numbers)
    if not wanted:
        return []
    found: dict[str, list[str]] = {}
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog(portal_type="Invoice", invoice_number=wanted):
        found.setdefault(brain.invoice_figures["number"], []).append(brain.getURL())
    return [(one, found[one][0] if len(found.get(one, ())) == 1 else "") for one in wanted]


def uid_of(number: str) -> str:
    """The UID of the one document that has a number.

    :raises UnprocessableEntity: there is none, or several have it.
    """
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog(portal_type="Invoice", invoice_number=number)
    if len(found) != 1:
        raise UnprocessableEntity(
            _(
                "There is not exactly one document of the number “${number}”.",
                mapping={"number": number},
            )
        )
    return str(found[0].UID)

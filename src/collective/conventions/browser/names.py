"""Names instead of UIDs: one look-up in the catalog for a whole page."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.indexers import REFERENCE_COLUMNS
from collective.conventions.content.indexers import REFERENCES
from dataclasses import dataclass
from plone import api
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate


@dataclass(frozen=True)
class Named:
    """A thing by its name; ``url`` is empty for who may not see its page."""

    uid: str
    title: str
    url: str = ""


class Names(dict[str, Named]):
    """Names by UID. A UID that leads nowhere any more has a name that says so."""

    def __missing__(self, uid: str) -> Named:
        return Named(uid, translate(_("(removed)"), context=getRequest()))


def names_of(uids: Iterable[str]) -> Names:
    """The names of all ``uids`` at once.

    A party of an agreement is named to whoever reads the agreement, also when its own page is
    closed to him. What else must stay hidden is shown only where there is a ``url``.
    """
    wanted = {uid for uid in uids if uid}
    found = Names()
    if not wanted:
        return found
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog(UID=list(wanted)):
        found[brain.UID] = Named(brain.UID, brain.Title, brain.getURL())
    if unseen := wanted - set(found):
        for brain in catalog.unrestrictedSearchResults(UID=list(unseen)):
            found[brain.UID] = Named(brain.UID, brain.Title)
    return found


def referred(values: Mapping[str, Any]) -> set[str]:
    """The UIDs that the values of a content object refer to, in fields and in rows."""
    tables = [value for value in values.values() if isinstance(value, list)]
    rows = [row for table in tables for row in table if isinstance(row, Mapping)]
    in_rows = {row.get(column) for row in rows for column in REFERENCE_COLUMNS}
    return {uid for uid in in_rows | {values.get(name) for name in REFERENCES} if uid}

"""What the catalog keeps of an item, by its UID."""

from plone import api
from typing import Any


def record_of(uid: str) -> Any:
    """The catalog's record of an item, whoever asks; ``None`` where it knows none.

    One look-up in the index of UIDs, for a single write asks this of every row. What waits to be
    indexed is not looked at: the indexes themselves ask this, while they are filled.
    """
    catalog = api.portal.get_tool("portal_catalog")._catalog
    number = catalog.getIndex("UID")._index.get(uid)
    return None if number is None else catalog[number]

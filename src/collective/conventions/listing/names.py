"""The names of parties, many at once."""

from collections.abc import Collection
from collective.conventions.content.records import record_of


def titles_of(uids: Collection[str]) -> dict[str, str]:
    """The titles of content by UID, as the catalog keeps them.

    A party is named to whoever may read the agreement, also when its own page is closed to him.
    """
    found = {uid: record_of(uid) for uid in uids}
    return {uid: record.Title for uid, record in found.items() if record is not None}

"""What the operator does to a space, told in the journal of that space."""

from collections.abc import Mapping
from collective.conventions.journal.chain import Entry
from collective.conventions.journal.storage import journal_of
from plone.uuid.interfaces import IUUID
from typing import Any


#: Marks who belongs to the server and not to the space.
SERVER = "server/"


def tell(
    portal: Any,
    action: str,
    actor: str,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    *,
    subject: str = "",
    own: bool = False,
) -> Entry:
    """Add an entry to the journal of the space itself, in which we must be.

    :param own: whether ``actor`` is a member of the space; else he is one of the server.
    """
    journal = journal_of(IUUID(portal))
    journal.title = portal.title
    return journal.append(
        action,
        actor=actor if own else f"{SERVER}{actor}",
        subject=subject or portal.title,
        before=before,
        after=after,
        reason=reason,
    )

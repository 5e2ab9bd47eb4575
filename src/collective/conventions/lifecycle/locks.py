"""The last word on what may still be changed, whatever road a change came by.

Forms and services look before they write. This looks at what was written, against the values that
the journal remembers, so a third-party form, WebDAV or a script cannot pass a lock either.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.annexes import is_frozen
from collective.conventions.content.amendment import IAmendment
from collective.conventions.interfaces import Conflict
from collective.conventions.journal.storage import Journal
from collective.conventions.terms.locks import refused
from plone import api
from typing import Any


Values = Mapping[str, Any]


def refuse_locked(content: Any, journal: Journal, part: str, before: Values, after: Values) -> None:
    """Refuse a change of what was agreed: of the convention, an amendment, or one of its annexes.

    :raises Conflict: ``findings`` name every field that the state has closed.
    """
    if part and not IAmendment.providedBy(content):
        _refuse_frozen(content)
        return
    # A field that came with a later release and was never recorded is nobody's change.
    recorded = journal.values.get(part, {})
    changes = {name: value for name, value in after.items() if name in recorded}
    if findings := refused(api.content.get_state(content), before, changes):
        raise Conflict(
            _("What was changed is locked in the present state of the convention."), findings
        )


def _refuse_frozen(part: Any) -> None:
    if is_frozen(part):
        raise Conflict(
            _(
                "“${title}” belongs to what was approved or signed. It can no longer be changed.",
                mapping={"title": part.title},
            )
        )

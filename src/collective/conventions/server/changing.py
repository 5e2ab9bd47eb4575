"""What the operator changes in the register, with the journal of it."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.facts import checked
from collective.conventions.server.facts import facts_of
from collective.conventions.server.facts import LONGEST
from collective.conventions.server.facts import too_long
from collective.conventions.server.figures import take
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.register import Entry
from collective.conventions.server.register import entry
from collective.conventions.server.register import GONE
from collective.conventions.server.register import put
from collective.conventions.server.spaces import entered
from collective.conventions.server.usage import set_limit
from dataclasses import replace
from typing import Any


def change(app: Any, space_id: str, facts: Mapping[str, Any], *, reason: str = "") -> Entry:
    """Put other facts in the place of those of a space; the same again changes nothing.

    :param facts: some of ``facts.FACTS``.
    :raises UnprocessableEntity: there is no such space, or a fact is wrong.
    """
    before = entry(app, space_id)
    if before is None:
        raise UnprocessableEntity(_("There is no such space in the register."))
    was = facts_of(before)
    known = checked(app, {**was, **facts})
    if len(reason.strip()) > LONGEST["reason"]:
        raise UnprocessableEntity(findings=[too_long("reason")])
    changed = [name for name, value in known.items() if value != was[name]]
    if not changed:
        return before
    after = replace(before, **known)
    put(app, after)
    record(
        app,
        "entry_changed",
        actor=present_actor(),
        subject=space_id,
        reason=reason.strip(),
        before={name: was[name] for name in changed},
        after={name: known[name] for name in changed},
    )
    if "limit" in changed and after.state != GONE:
        by = present_actor()
        with as_system(), entered(app, space_id) as portal:
            set_limit(portal, after.limit, by=by)
        take(app, space_id)
    return after

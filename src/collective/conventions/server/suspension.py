"""Suspending a space, or some of its accounts, and letting them in again (C10).

A mark on the site itself says that it is suspended: a space that is not costs nothing. What holds
the door is in ``door``; the data, the meter, backups and the daily command go on.
"""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.interfaces import AccountsSuspendedEvent
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ISuspendedSpace
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import register
from collective.conventions.server.journal import record
from collective.conventions.server.letters import write
from collective.conventions.server.space_journal import tell
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.interface import alsoProvides
from zope.interface import noLongerProvides


KEY = "collective.conventions.suspension"
#: Nobody enters but the operator; or all but some accounts do.
SPACE, ACCOUNTS = "space", "accounts"
SCOPES = (SPACE, ACCOUNTS)
#: What the letter to the managers of the space is about.
ABOUT = {SPACE: "suspended", ACCOUNTS: "accounts_suspended"}


@dataclass(frozen=True)
class Suspension:
    """That a space is suspended: for whom, since when (UTC, ISO 8601), why, and by whom."""

    scope: str
    reason: str
    since: str
    actor: str
    #: The ids of the members who are kept out, where the scope is ``ACCOUNTS``.
    accounts: tuple[str, ...] = ()


def is_suspended(portal: Any) -> Suspension | None:
    """How a space is suspended; None for one that is not, at no cost."""
    if not ISuspendedSpace.providedBy(portal):
        return None
    return Suspension(**IAnnotations(portal)[KEY])


def suspend(
    app: Any,
    space_id: str,
    *,
    reason: str,
    scope: str = SPACE,
    actor: str,
    accounts: Sequence[str] = (),
    incident: str = "",
) -> Suspension:
    """Suspend a space, or change for whom it is suspended.

    :param accounts: the ids of the members concerned, where the scope is ``ACCOUNTS``.
    :param incident: the number of the incident that is the occasion, if there is one.
    :raises NotFound: there is no such space.
    :raises UnprocessableEntity: no reason, an unknown scope, or a member nobody knows.
    :raises Conflict: it is suspended in just this way.
    """
    _refuse_blank(app, space_id, reason)
    if scope not in SCOPES or (scope == ACCOUNTS) != bool(accounts):
        raise UnprocessableEntity(_("Please say whether the space is meant, or which accounts."))
    since = datetime.now(UTC).isoformat(timespec="seconds")
    made = Suspension(scope, reason.strip(), since, actor, tuple(sorted(set(accounts))))
    with entered(app, space_id) as portal:
        _refuse_unknown(portal, made.accounts)
        before = is_suspended(portal)
        if before and (before.scope, before.accounts) == (made.scope, made.accounts):
            raise Conflict(_("“${id}” is suspended already.", mapping={"id": space_id}))
        IAnnotations(portal)[KEY] = asdict(made)
        alsoProvides(portal, ISuspendedSpace)
        if made.accounts:
            notify(AccountsSuspendedEvent(portal, made.accounts))
        now = {**_values(made), **_occasion(incident)}
        tell(portal, "suspended", actor, made.reason, _values(before), now)
        about, names = ABOUT[scope], ", ".join(made.accounts)
        write(portal, about, actor=actor, reason=made.reason, incident=incident, accounts=names)
    record(
        app,
        "suspend",
        actor=actor,
        subject=space_id,
        reason=made.reason,
        before=_values(before),
        after=now,
    )
    _set_state(app, space_id, register.SUSPENDED if scope == SPACE else register.ACTIVE)
    return made


def reinstate(app: Any, space_id: str, *, reason: str, actor: str, incident: str = "") -> None:
    """Let everybody in again.

    :raises NotFound: there is no such space.
    :raises UnprocessableEntity: no reason.
    :raises Conflict: it is not suspended.
    """
    _refuse_blank(app, space_id, reason)
    with entered(app, space_id) as portal:
        before = is_suspended(portal)
        if before is None:
            raise Conflict(_("“${id}” is not suspended.", mapping={"id": space_id}))
        noLongerProvides(portal, ISuspendedSpace)
        del IAnnotations(portal)[KEY]
        reason = reason.strip()
        tell(portal, "reinstated", actor, reason, _values(before), _occasion(incident))
        write(portal, "reinstated", actor=actor, reason=reason, incident=incident)
    record(
        app,
        "reinstate",
        actor=actor,
        subject=space_id,
        reason=reason,
        before=_values(before),
        after=_occasion(incident),
    )
    _set_state(app, space_id, register.ACTIVE)


def _refuse_blank(app: Any, space_id: str, reason: str) -> None:
    if not has_space(app, space_id):
        raise NotFound(_("There is no space “${id}”.", mapping={"id": space_id}))
    if not reason.strip():
        raise UnprocessableEntity(_("Please give the reason."), [Finding("required", "reason")])


def _refuse_unknown(portal: Any, accounts: Sequence[str]) -> None:
    known = portal.acl_users.source_users.listUserIds()
    for name in accounts:
        if name not in known:
            raise UnprocessableEntity(
                _("“${name}” is no member of this space.", mapping={"name": name}),
                [Finding("unknown_choice", "accounts", {"value": name[:100]})],
            )


def _values(suspension: Suspension | None) -> dict[str, Any]:
    """What a journal says of a suspension beside its reason."""
    if suspension is None:
        return {}
    return {"scope": suspension.scope, "accounts": list(suspension.accounts)}


def _occasion(incident: str) -> dict[str, str]:
    return {"incident": incident} if incident else {}


def _set_state(app: Any, space_id: str, state: str) -> None:
    known = register.entry(app, space_id)
    if known is not None:
        register.put(app, replace(known, state=state))

"""Advanced access: the Zope management screens of one space, for one of its managers (C9).

It is asked for with a reason, granted by an operator up to a day, and ends with that day by
itself: nothing has to run. Both journals tell of it, that of the space and that of the server.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.access.members import MANAGERS
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.space_journal import tell
from collective.conventions.server.spaces import root_of
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from plone.uuid.interfaces import IUUID
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from typing import Any
from zExceptions import NotFound


NAME, LIVE = "advanced_access", "advanced_access_live"
ASKED, GRANTED, DECLINED = "asked", "granted", "declined"
#: Taken back by an operator; given back, or no longer asked for, by the member.
REVOKED, RETURNED = "revoked", "returned"
#: Granted, and its last day has passed. Computed, never stored.
EXPIRED = "expired"
#: For no longer than this many days at once.
LONGEST = 31
LONGEST_REASON = 1000


@dataclass(frozen=True)
class Access:
    """What a member asked for, and what came of it. ``until`` is its last day."""

    space: str
    #: The UID of the space: another one that will bear its id is another one.
    uid: str
    number: int
    member: str
    name: str
    reason: str
    asked: date
    state: str = ASKED
    until: date | None = None
    answer: str = ""
    decided_by: str = ""

    @property
    def id(self) -> str:
        return f"{self.space}-{self.number}"

    def state_on(self, today: date) -> str:
        """Its state, past its last day too."""
        over = self.state == GRANTED and self.until is not None and self.until < today
        return EXPIRED if over else self.state


def requests(app: Any, uid: str = "") -> list[Access]:
    """All that was asked for, in the space of a UID or in all, the latest first."""
    found = (Access(**values) for values in (kept(app, NAME) or {}).values())
    wanted = [one for one in found if uid in ("", one.uid)]
    return sorted(wanted, key=lambda one: (one.asked, one.number), reverse=True)


def request(app: Any, access_id: str) -> Access:
    """What was asked for under this id.

    :raises NotFound: there is nothing.
    """
    values = (kept(app, NAME) or {}).get(access_id)
    if values is None:
        raise NotFound(access_id)
    return Access(**values)


def ask(portal: Any, member: str, name: str, reason: str, *, today: date) -> Access:
    """Ask for the management screens of ``portal``, as a manager of the space.

    :raises Forbidden: he is none.
    :raises UnprocessableEntity: without a reason.
    :raises Conflict: he has asked already, or has them.
    """
    app, uid, reason = root_of(portal), IUUID(portal), reason.strip()
    if not manages(portal, member):
        raise Forbidden(_("Only a manager of the space can ask for this."))
    _check_reason(reason)
    before = requests(app)
    mine = [one for one in before if (one.uid, one.member) == (uid, member)]
    if any(one.state_on(today) in (ASKED, GRANTED) for one in mine):
        raise Conflict(_("You have asked for it already, or have it."))
    number = 1 + max((one.number for one in before if one.space == portal.getId()), default=0)
    made = Access(portal.getId(), uid, number, member, name, reason, today)
    _keep(portal, made, "asked", reason)
    return made


def grant(portal: Any, access_id: str, until: date | None, *, actor: str, today: date) -> Access:
    """Open the screens to who asked, up to and including ``until``; once more to prolong.

    :raises UnprocessableEntity: the day has passed, or is too far ahead.
    :raises Conflict: it was answered otherwise, or the person no longer manages the space.
    """
    found = _of(portal, access_id)
    if found.state_on(today) not in (ASKED, GRANTED):
        raise Conflict(_("This is closed already. The member can ask again."))
    if not manages(portal, found.member):
        raise Conflict(_("“${name}” does not manage this space.", mapping={"name": found.name}))
    if findings := tuple(_faults(until, today)):
        raise UnprocessableEntity(findings=findings)
    made = replace(found, state=GRANTED, until=until, decided_by=actor)
    _keep(portal, made, "granted")
    return made


def decline(portal: Any, access_id: str, reason: str, *, actor: str) -> Access:
    """Say no, and why."""
    found = _of(portal, access_id)
    if found.state != ASKED:
        raise Conflict(_("This is closed already. The member can ask again."))
    return _close(portal, found, DECLINED, reason, actor)


def revoke(portal: Any, access_id: str, reason: str, *, actor: str) -> Access:
    """Close the screens before their day, at once, and say why."""
    found = _of(portal, access_id)
    if found.state != GRANTED:
        raise Conflict(_("Nothing is granted that could be revoked."))
    return _close(portal, found, REVOKED, reason, actor)


def give_back(portal: Any, access_id: str, member: str) -> Access:
    """Do without what one has asked for, or been granted.

    :raises Conflict: it is not one's own, or closed already.
    """
    found = _of(portal, access_id)
    if found.member != member or found.state not in (ASKED, GRANTED):
        raise Conflict(_("This is not open, or not yours."))
    made = replace(found, state=RETURNED)
    _keep(portal, made, "returned")
    return made


def has_access(portal: Any, member: str, today: date) -> bool:
    """Whether the screens of ``portal`` are open to a member on this day.

    Asked at every step of every request, so it is one look-up for all who were granted nothing.
    """
    until = (kept(root_of(portal), LIVE) or {}).get((IUUID(portal), member))
    return until is not None and today <= until and manages(portal, member)


def manages(portal: Any, member: str) -> bool:
    """Whether a member is a manager of the space now."""
    source = portal.acl_users.source_groups
    return MANAGERS in source.getGroupsForPrincipal(PropertiedUser(member))


def _of(portal: Any, access_id: str) -> Access:
    """What was asked for in this very space."""
    found = request(root_of(portal), access_id)
    if found.uid != IUUID(portal):
        raise NotFound(access_id)
    return found


def _close(portal: Any, found: Access, state: str, reason: str, actor: str) -> Access:
    reason = reason.strip()
    _check_reason(reason)
    made = replace(found, state=state, answer=reason, decided_by=actor)
    _keep(portal, made, state, reason)
    return made


def _keep(portal: Any, made: Access, action: str, reason: str = "") -> None:
    """Put it on record, in both journals, and open or close the screens."""
    app, action = root_of(portal), f"advanced_access_{action}"
    shelf(app, NAME)[made.id] = asdict(made)
    live, key = shelf(app, LIVE), (made.uid, made.member)
    live.pop(key, None)
    if made.state == GRANTED:
        live[key] = made.until
    own = made.state in (ASKED, RETURNED)
    actor = made.member if own else made.decided_by
    after = {"member": made.member, **({"until": made.until} if made.until else {})}
    tell(portal, action, actor, reason, after=after, subject=made.name, own=own)
    # The server knows members of a space by the space they belong to.
    who = f"{made.space}/{actor}" if own else actor
    record(app, action, actor=who, subject=made.space, after=after, reason=reason)


def _check_reason(reason: str) -> None:
    if not reason:
        raise UnprocessableEntity(findings=[Finding("required", "reason")])
    if len(reason) > LONGEST_REASON:
        wrong = Finding("text_too_long", "reason", {"maximum": LONGEST_REASON})
        raise UnprocessableEntity(findings=[wrong])


def _faults(until: date | None, today: date) -> Iterator[Finding]:
    last = today + timedelta(days=LONGEST)
    if until is None:
        yield Finding("required", "until")
    elif not today <= until <= last:
        limits = {"first": today.isoformat(), "last": last.isoformat()}
        yield Finding("date_out_of_range", "until", limits)

"""What College and Council decide: recorded, and followed by the step that it calls for (B2, B4).

What the Council adopts takes the step to "council_approved" in the same transaction, with all that
may prevent it. What it refuses or postpones is recorded, and the convention stays a draft.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle import steps
from collective.conventions.terms.deliberating import ADOPTED
from collective.conventions.terms.deliberating import COUNCIL
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import deliberations_of
from collective.conventions.terms.deliberating import proposal
from collective.conventions.terms.deliberating import standing
from dataclasses import asdict
from datetime import date
from plone import api
from plone.locking.interfaces import ILockable
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


STEP = "approve"


def record(convention: Any, made: Deliberation, today: date) -> bool:
    """Record what a body made of the convention, and take the step that it calls for.

    The very same deliberation a second time changes nothing, whatever has become of it since.

    :returns: whether it was new.
    :raises UnprocessableEntity: it cannot be, or the step lacks something; ``findings`` name all.
    :raises Conflict: this body decided otherwise in that sitting, the state of the convention is
        closed to decisions, or somebody else is changing the convention.
    :raises Forbidden: the current user may not record it.
    """
    known = deliberations_of(convention.deliberations)
    if any(_same(made, one) for one in known):
        return False
    _refuse_other(made, known)
    after = _after(convention, made)
    _refuse_unless_open(convention, after)
    _refuse_unless_permitted(convention, made)
    _refuse_unless_sound(convention, made, after, today)
    for name, value in after.items():
        setattr(convention, name, value)
    changed = [f"IConvention.{name}" for name in after]
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, *changed)))
    if _approves(made):
        steps.take(convention, STEP, today)
    return True


def decided(convention: Any) -> Deliberation | None:
    """The adoption that counts; None before it, and after it was withdrawn or annulled."""
    found = deliberations_of(convention.deliberations)
    return standing(found, convention.council_date, convention.council_number or "")


def _approves(made: Deliberation) -> bool:
    return (made.body, made.outcome) == (COUNCIL, ADOPTED)


def _after(convention: Any, made: Deliberation) -> dict[str, Any]:
    """The fields that the deliberation changes, with their new values."""
    row = {**asdict(made), "number": made.number or None, "remark": made.remark or None}
    rows = [*(dict(one) for one in convention.deliberations or ()), row]
    found: dict[str, Any] = {"deliberations": rows}
    if _approves(made):
        found |= {"council_date": made.sitting, "council_number": made.number or None}
    elif made.outcome == ADOPTED and proposal(deliberations_of(rows)) == made:
        found |= {"college_date": made.sitting, "college_number": made.number or None}
    return found


def _same(made: Deliberation, known: Deliberation) -> bool:
    """Whether it says what is on record; a remark may be left out."""
    told = asdict(made)
    remark = told.pop("remark")
    on_record = asdict(known)
    return told == {name: on_record[name] for name in told} and remark in ("", known.remark)


def _refuse_other(made: Deliberation, known: tuple[Deliberation, ...]) -> None:
    if any((one.body, one.sitting) == (made.body, made.sitting) for one in known):
        raise Conflict(_("Another decision of this sitting is on record. Change it in the form."))


def _refuse_unless_permitted(convention: Any, made: Deliberation) -> None:
    wanted = [aspects.PERMISSIONS["decision"]]
    if _approves(made):
        wanted.append(steps.STEPS[STEP][1])
    if not all(api.user.has_permission(one, obj=convention) for one in wanted):
        raise Forbidden(_("You may not record a decision."))


def _refuse_unless_open(convention: Any, after: Mapping[str, Any]) -> None:
    if locked := aspects.locked(convention, after):
        raise Conflict(_("The state of the convention does not allow this change."), locked)
    lock = ILockable(convention, None)
    if lock is not None and lock.locked() and not lock.can_safely_unlock():
        raise Conflict(_("Somebody is changing it just now. Please try again later."))


def _refuse_unless_sound(
    convention: Any, made: Deliberation, after: Mapping[str, Any], today: date
) -> None:
    """Refuse what cannot be; what was wrong before keeps nobody from recording it."""
    values = snapshot(convention)
    known = findings(convention.portal_type, values, today)
    found = [
        one
        for one in findings(convention.portal_type, {**values, **after}, today)
        if one not in known
    ]
    if _approves(made):
        decided = {name: after[name] for name in ("council_date", "council_number")}
        found += steps.missing(convention, STEP, today, facts=decided)
    if found:
        raise UnprocessableEntity(
            _("The decision cannot be recorded like this."), tuple(dict.fromkeys(found))
        )

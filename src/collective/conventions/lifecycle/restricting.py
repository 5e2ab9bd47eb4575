"""Making the publication rule of an annex stricter, also where nothing else may be changed.

What was approved or signed is frozen, and with it the rule of its annexes. An annex that tells too
much must be closed all the same: that takes nothing away from what was agreed. To open one further
stays impossible.
"""

from collective.conventions import _
from collective.conventions.access.annexes import apply_rule
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.lifecycle.recording import place_of
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.publication import stricter
from plone import api
from typing import Any


RESTRICT = "collective.conventions: Restrict Publication"


def restrict(annex: Any, rule: str, reason: str) -> None:
    """Let fewer people read an annex, from now on and on every channel.

    :param rule: one that is stricter than the present one.
    :param reason: why, in the actor's words; it is written into the journal.
    :raises Forbidden: the current user may not.
    :raises UnprocessableEntity: the rule is not stricter, or there is no reason.
    """
    if not api.user.has_permission(RESTRICT, obj=annex):
        raise Forbidden(_("You may not change who may read this."))
    if found := _faults(annex, rule, reason):
        raise UnprocessableEntity(_("The rule was not changed."), found)
    annex.publication = rule
    annex.notifyModified()
    apply_rule(annex)
    annex.reindexObject(idxs=["modified"])
    journal, part = place_of(annex)
    before, after = journal.record_values(snapshot(annex), part)
    journal.append(
        "part_restricted",
        actor=actor(),
        subject=annex.title,
        before=before,
        after=after,
        reason=reason.strip(),
    )


def _faults(annex: Any, rule: str, reason: str) -> tuple[Finding, ...]:
    wrong = () if rule in stricter(annex.publication) else (Finding("not_stricter", "publication"),)
    return wrong if reason.strip() else (*wrong, Finding("required", "reason"))

"""Every event of a convention's life, written into its journal."""

from Acquisition import aq_base
from Acquisition import aq_parent
from collective.conventions.access.local_roles import reindex_roles
from collective.conventions.access.local_roles import ROLE_FIELDS
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import IConventionStepEvent
from collective.conventions.journal.actor import actor
from collective.conventions.journal.plain import plain
from collective.conventions.journal.storage import Journal
from collective.conventions.journal.storage import journal_of
from collective.conventions.lifecycle.locks import refuse_locked
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def added(content: Any, event: IObjectAddedEvent) -> None:
    journal, part = place_of(content)
    _before, after = journal.record_values(snapshot(content), part)
    journal.append(_name("added", part), actor=actor(), subject=content.title, after=after)


def modified(content: Any, event: IObjectModifiedEvent) -> None:
    """Refuse what is locked, and record what changed; an edit that changed nothing leaves no entry.

    A change of the parties or responsible members changes who may see the convention.
    """
    if IContainerModifiedEvent.providedBy(event):
        return
    journal, part = place_of(content)
    values = plain(snapshot(content))
    before, after = journal.changes(values, part)
    if not after:
        return
    refuse_locked(content, journal, part, before, after)
    journal.values[part] = values
    journal.append(
        _name("modified", part), actor=actor(), subject=content.title, before=before, after=after
    )
    if not part and ROLE_FIELDS & set(after):
        reindex_roles(content)


def removed(content: Any, event: IObjectRemovedEvent) -> None:
    """Record the deletion; the journal itself stays in the space.

    What goes together with its convention needs no entry of its own.
    """
    if IPloneSiteRoot.providedBy(event.object):
        return
    itself = aq_base(event.object) is aq_base(content)
    if itself or IConvention.providedBy(content):
        journal, part = place_of(content, event.oldParent)
        journal.append(_name("deleted", part), actor=actor(), subject=content.title)


def step_taken(convention: Any, event: IConventionStepEvent) -> None:
    journal, part = place_of(convention)
    before, after = journal.record_values(snapshot(convention), part)
    journal.append(
        _name(event.step, part),
        actor=actor(),
        subject=convention.title,
        before=before,
        after=after,
        reason=event.reason,
    )


def place_of(content: Any, parent: Any = None) -> tuple[Journal, str]:
    """The journal that speaks of ``content``, and the name of its part in it."""
    if not IConvention.providedBy(content):
        owner = parent if parent is not None else aq_parent(content)
        if IAmendment.providedBy(owner):
            owner = aq_parent(owner)
        return journal_of(owner.UID()), content.UID()
    journal = journal_of(content.UID())
    if journal.title != content.title:
        journal.title = content.title
    return journal, ""


def _name(action: str, part: str) -> str:
    return f"part_{action}" if part else action

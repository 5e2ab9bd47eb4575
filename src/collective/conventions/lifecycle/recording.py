"""Every event of a convention's life, written into its journal."""

from Acquisition import aq_parent
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import IConventionStepEvent
from collective.conventions.journal.storage import Journal
from collective.conventions.journal.storage import journal_of
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def actor() -> str:
    """The id of who acts; members of the server's own user folder bear the mark ``server/``."""
    user = api.user.get_current()
    if user.getId() is None:
        return "anonymous"
    folder = aq_parent(getattr(user, "getUser", lambda: user)())
    in_space = folder is not None and IPloneSiteRoot.providedBy(aq_parent(folder))
    return user.getId() if in_space else f"server/{user.getId()}"


def added(content: Any, event: IObjectAddedEvent) -> None:
    journal, part = _place(content)
    _before, after = journal.record_values(snapshot(content), part)
    journal.append(_name("added", part), actor=actor(), subject=content.title, after=after)


def modified(content: Any, event: IObjectModifiedEvent) -> None:
    """Record what changed; an edit that changed nothing leaves no entry."""
    if IContainerModifiedEvent.providedBy(event):
        return
    journal, part = _place(content)
    before, after = journal.record_values(snapshot(content), part)
    if after:
        journal.append(
            _name("modified", part),
            actor=actor(),
            subject=content.title,
            before=before,
            after=after,
        )


def removed(content: Any, event: IObjectRemovedEvent) -> None:
    """Record the deletion; the journal itself stays in the space."""
    if IPloneSiteRoot.providedBy(event.object):
        return
    journal, part = _place(content, event.oldParent)
    journal.append(_name("deleted", part), actor=actor(), subject=content.title)


def step_taken(convention: Any, event: IConventionStepEvent) -> None:
    journal, part = _place(convention)
    before, after = journal.record_values(snapshot(convention), part)
    journal.append(
        event.step,
        actor=actor(),
        subject=convention.title,
        before=before,
        after=after,
        reason=event.reason,
    )


def _place(content: Any, parent: Any = None) -> tuple[Journal, str]:
    """The journal that speaks of ``content``, and the name of its part in it."""
    if IConvention.providedBy(content):
        journal, part = journal_of(content.UID()), ""
        journal.title = content.title
    else:
        owner = parent if parent is not None else aq_parent(content)
        journal, part = journal_of(owner.UID()), content.UID()
    return journal, part


def _name(action: str, part: str) -> str:
    return f"part_{action}" if part else action

"""How a member wants to be reminded: kept on the site by user id, and gone with the member."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.OOBTree import OOBTree
from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from dataclasses import dataclass
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KEY = "collective.conventions.preferences"
DIGEST, SINGLE, NONE = "digest", "single", "none"
MAILS = SimpleVocabulary(
    [
        SimpleTerm(DIGEST, title=_("One mail a day with everything that falls due")),
        SimpleTerm(SINGLE, title=_("One mail for each deadline")),
        SimpleTerm(NONE, title=_("No mails")),
    ]
)


@dataclass(frozen=True)
class Preferences:
    """What a member has chosen, or what holds as long as he has chosen nothing.

    :raises ValueError: for mails that are none of ``MAILS``.
    """

    mails: str = DIGEST

    def __post_init__(self) -> None:
        if self.mails not in MAILS:
            raise ValueError(f"no way to be reminded: {self.mails}")


def member_id() -> str:
    """The id of the current user, who belongs to this space.

    :raises Forbidden: for a user of the server, who belongs to no space and could bear the id of
        somebody who does.
    """
    user = getSecurityManager().getUser()
    if aq_base(aq_parent(aq_inner(user))) is not aq_base(api.portal.get_tool("acl_users")):
        raise Forbidden(_("Only a member of the space has reminders and a calendar here."))
    return str(user.getId())


def language_of(member: Any) -> str:
    """The language that a member has chosen, where the space speaks it; else that of the space."""
    chosen = str(member.getProperty("language", "") or "")
    spoken = api.portal.get_registry_record("plone.available_languages", default=None) or ()
    return chosen if chosen in spoken else str(api.portal.get_default_language())


def preferences_of(userid: str) -> Preferences:
    """What a member has chosen; never writes."""
    chosen = IAnnotations(api.portal.get()).get(KEY, {}).get(userid)
    return Preferences(chosen) if chosen else Preferences()


def set_preferences(userid: str, preferences: Preferences) -> None:
    """Record what a member has chosen."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][userid] = preferences.mails


def forget(userid: str) -> None:
    """Drop what a member had chosen."""
    chosen = IAnnotations(api.portal.get()).get(KEY, {})
    if userid in chosen:
        del chosen[userid]

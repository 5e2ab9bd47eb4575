"""How a member wants to be reminded: kept on the site by user id, and gone with the member."""

from BTrees.OOBTree import OOBTree
from collective.conventions import _
from dataclasses import dataclass
from plone import api
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

"""The calendar of a member, at his secret address: the deadlines that he may see."""

from collective.conventions import _
from collective.conventions.deadlines.calendar.addresses import member_of
from collective.conventions.deadlines.calendar.feed import Feed
from collective.conventions.deadlines.calendar.feed import hits
from collective.conventions.deadlines.preferences import language_of
from collective.conventions.deadlines.wording.teller import Teller
from datetime import date
from plone import api
from zope.i18nmessageid import Message


PERMISSION = "collective.conventions: Use Space"
FILE_NAME = "deadlines.ics"


def url_of(secret: str) -> str:
    """The address at which a program fetches the calendar."""
    return f"{api.portal.get().absolute_url()}/@@calendar-feed/{secret}/{FILE_NAME}"


def feed_of(secret: str, today: date) -> Feed | None:
    """The calendar at a secret address, in the language of its member.

    Nothing for an address that was never made, for one that was revoked, and for a member who has
    left the space: who asks learns nothing from the difference.
    """
    userid = member_of(secret)
    user = userid and api.portal.get_tool("acl_users").getUserById(userid)
    if not user:
        return None
    portal = api.portal.get()
    with api.env.adopt_user(user=user):
        if not api.user.has_permission(PERMISSION, obj=portal):
            return None
        found = hits(today)
    teller = Teller(language_of(user))
    name = Message(_("Deadlines – ${space}"), mapping={"space": portal.title})
    return Feed(found, today, teller, teller.t(name))

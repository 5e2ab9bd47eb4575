"""What the services of a member's own settings share."""

from collective.conventions.deadlines.preferences import member_id
from collective.conventions.services.below import Below
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


class Own(Below):
    """Answers at one address for the member who asks."""

    #: What follows the name of the service in its address.
    place: tuple[str, ...] = ()

    def member(self) -> str:
        """The id of who asks.

        :raises NotFound: at any other address.
        """
        if tuple(self.params) != self.place:
            raise NotFound("/".join(self.params))
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return member_id()

    def writer(self) -> str:
        """The same for who changes something."""
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.member()

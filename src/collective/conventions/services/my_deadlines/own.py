"""What the services of a member's own settings share."""

from collective.conventions.deadlines.preferences import member_id
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Own(Service):
    """Answers at one address for the member who asks."""

    #: What follows the name of the service in its address.
    place: tuple[str, ...] = ()

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> "Own":
        self.path += (name,)
        return self

    def member(self) -> str:
        """The id of who asks.

        :raises NotFound: at any other address.
        """
        if self.path != self.place:
            raise NotFound("/".join(self.path))
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return member_id()

    def writer(self) -> str:
        """The same for who changes something."""
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.member()

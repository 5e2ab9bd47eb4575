"""A service and what follows its name in the address."""

from collections.abc import Container
from plone.restapi.services import Service
from typing import Any
from typing import Self
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Below(Service):
    """A service with the names that follow its own as ``params``."""

    #: How many names may follow.
    most = 1
    #: The names that may follow; any where it is None.
    known: Container[str] | None = None

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.params: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> Self:
        """Take one more name.

        :raises NotFound: it is one too many, or none that may follow.
        """
        if len(self.params) == self.most or (self.known is not None and name not in self.known):
            raise NotFound(name)
        self.params.append(name)
        return self

"""What every service on the root of the server shares."""

from AccessControl import getSecurityManager
from collective.conventions.interfaces import IServerRequest
from collective.conventions.server.spaces import root_of
from functools import cached_property
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


PERMISSION = "collective.conventions: Operate Server"


@implementer(IPublishTraverse)
class ServerService(Service):
    """A service of the operator, with what follows its name in the address as ``params``.

    The root knows no permission to use the REST API, so it asks for the operator's own.
    """

    #: How many steps of the address may follow the name.
    most = 0

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.params: list[str] = []
        alsoProvides(request, IServerRequest)

    def publishTraverse(self, request: Any, name: str) -> "ServerService":
        if len(self.params) == self.most:
            raise NotFound(name)
        self.params.append(name)
        return self

    def check_permission(self) -> None:
        if not getSecurityManager().checkPermission(PERMISSION, self.context):
            raise Unauthorized("You are not authorized to access this resource.")

    @cached_property
    def root(self) -> Any:
        """The root of the database."""
        return root_of(self.context)

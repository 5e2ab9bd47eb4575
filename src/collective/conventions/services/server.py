"""What every service on the root of the server shares."""

from AccessControl import getSecurityManager
from collective.conventions.interfaces import IServerRequest
from collective.conventions.server.spaces import root_of
from collective.conventions.services.below import Below
from functools import cached_property
from typing import Any
from zExceptions import Unauthorized
from zope.interface import alsoProvides


PERMISSION = "collective.conventions: Operate Server"


class ServerService(Below):
    """A service of the operator, with what follows its name in the address as ``params``.

    The root knows no permission to use the REST API, so it asks for the operator's own.
    """

    most = 0

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        alsoProvides(request, IServerRequest)

    def check_permission(self) -> None:
        if not getSecurityManager().checkPermission(PERMISSION, self.context):
            raise Unauthorized("You are not authorized to access this resource.")

    @cached_property
    def root(self) -> Any:
        """The root of the database."""
        return root_of(self.context)

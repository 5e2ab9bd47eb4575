"""How far a statement reaches: the invoices of the present space, or those of the whole server."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.issuers import OPERATE
from collective.conventions.billing.payments.record import RECORD
from collective.conventions.interfaces import Forbidden
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import spaces
from contextlib import contextmanager
from plone import api
from typing import Any
from typing import TypeVar


Found = TypeVar("Found")


class Reach:
    """Where what was paid is looked for, and where what was not found is kept.

    :param app: the root of the server, for its operator; without it, the present space alone.
    :raises Forbidden: the current user may not record payments there.
    """

    def __init__(self, app: Any = None) -> None:
        place = app if app is not None else api.portal.get()
        if not api.user.has_permission(RECORD if app is None else OPERATE, obj=place):
            raise Forbidden(_("You may not record payments."))
        self.place = place
        self.root = place.getPhysicalRoot()
        self.whole = app is not None

    def gather(self, find: Callable[[Any], Iterable[Found]]) -> Iterator[Found]:
        """What ``find`` finds in each space."""
        names = [space.id for space in spaces(self.root)] if self.whole else [self.place.getId()]
        for name in names:
            with self.inside(name) as portal:
                found = list(find(portal))
            yield from found

    @contextmanager
    def inside(self, name: str) -> Iterator[Any]:
        """Work in a space; in the present one as it is."""
        if not self.whole:
            yield self.place
            return
        with entered(self.root, name) as portal:
            yield portal

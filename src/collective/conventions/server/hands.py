"""Whose hands do what is done inside a space for the operator: never his own."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from AccessControl.users import UnrestrictedUser
from collections.abc import Iterator
from contextlib import AbstractContextManager
from contextlib import contextmanager
from typing import Any


#: A catalog shows the system what it shows to anybody; whoever has this role is shown everything.
READER = UnrestrictedUser(system.getUserName(), "", ["Manager"], [])


def as_system() -> AbstractContextManager[None]:
    """Work as the system itself: who makes a site or an account would else own it for ever."""
    return _as(system)


def as_reader() -> AbstractContextManager[None]:
    """Read as one to whom every search shows everything."""
    return _as(READER)


@contextmanager
def _as(user: Any) -> Iterator[None]:
    before = getSecurityManager()
    newSecurityManager(None, user)
    try:
        yield
    finally:
        setSecurityManager(before)

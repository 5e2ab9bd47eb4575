"""Whose hands do what is done inside a space for the operator: never his own."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def as_system() -> Iterator[None]:
    """Work as the system itself: who makes a site or an account would else own it for ever."""
    before = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(before)

"""Acting as the system itself, for what needs the rights of a manager of every space."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def as_system() -> Iterator[None]:
    """Profiles and upgrade steps ask for rights that no operator has inside of a space."""
    before = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(before)

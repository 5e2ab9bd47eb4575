"""Zope from the command line: the database opened, as the system itself."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zc.lockfile import LockError
from Zope2.Startup.run import configure_wsgi
import logging
import transaction
import Zope2


#: What Plone warns of at every new site, although nothing is wrong with it.
NOISY = ("GenericSetup.componentregistry", "Products.MimetypesRegistry.MimeTypesRegistry")


class CannotStart(Exception):
    """Zope cannot be started; the text says why and what to do."""


@contextmanager
def opened(conf: Path) -> Iterator[Any]:
    """The root of the database that ``conf`` names; what is not committed is lost.

    :raises CannotStart: there is no such file, or a server holds the database.
    """
    if not conf.is_file():
        raise CannotStart(f"{conf} does not exist. Please name the zope.conf with --conf.")
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.ERROR)
    configure_wsgi(str(conf.resolve()))
    try:
        app = Zope2.app()
    except LockError:
        raise CannotStart("another process uses the database. Please stop it first.") from None
    newSecurityManager(None, system)
    try:
        yield app
    finally:
        transaction.abort()
        noSecurityManager()
        app._p_jar.close()
        Zope2.DB.close()

"""A server with the add-on ``toolbox`` and some spaces, for tests of tools."""

from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.catalogue import put
from collective.conventions.server.tools.catalogue import Tool
from plone.testing.zca import stackConfigurationContext
from Products.GenericSetup import profile_registry
from zope.configuration import xmlconfig
import contextlib
import toolbox
import transaction


PROFILE = "toolbox:default"
WIKI = Tool(
    id="wiki",
    title="Shared notes",
    description="Pages that colleagues write together.",
    guide="Open “Notes” in the menu.\nhttps://example.be/guide",
    contact="Tina Tonnon\ntools@example.be",
    profile=PROFILE,
)


@contextlib.contextmanager
def registered(context):
    """Let the server know the add-on."""
    xmlconfig.file("configure.zcml", toolbox, context=stackConfigurationContext(context))
    try:
        yield
    finally:
        toolbox.TROUBLE.clear()
        for name in ("default", "broken"):
            profile_registry.unregisterProfile(name, "toolbox")


def make_space(app, name, *, version=None):
    """A space; with ``version``, one that has the tool since then."""
    create_space(app, name, name.title(), language="en")
    if version:
        age(app, name, version)


def age(app, name, version):
    """Let a space have the tool in an earlier version."""
    with entered(app, name) as portal:
        setup = portal.portal_setup
        setup.runAllImportStepsFromProfile(f"profile-{PROFILE}")
        setup.setLastVersionForProfile(PROFILE, version)
        portal.description = "made"


def offer(app, **changed):
    """Put the tool into the catalogue."""
    made = put(app, Tool(**{**vars(WIKI), **changed}))
    transaction.commit()
    return made


def description(app, name):
    transaction.begin()
    return app[name].description


def version(app, name, profile=PROFILE):
    transaction.begin()
    return ".".join(app[name].portal_setup.getLastVersionForProfile(profile))

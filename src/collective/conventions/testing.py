"""Layers for tests of this package and of packages that build on it."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from typing import Any
import collective.conventions


class ConventionsLayer(PloneSandboxLayer):
    """A site with the add-on installed."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        self.loadZCML(package=collective.conventions)

    def setUpPloneSite(self, portal: Any) -> None:
        applyProfile(portal, "collective.conventions:default")


FIXTURE = ConventionsLayer()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="Conventions:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="Conventions:Functional"
)

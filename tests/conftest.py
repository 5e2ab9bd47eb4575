"""The layers and fixtures of the tests."""

from collective.conventions.testing import FUNCTIONAL_TESTING
from collective.conventions.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory
from zope.i18n.config import COMPILE_MO_FILES_KEY
import os


# The layers compile the catalogs when they load them, as an instance does.
os.environ[COMPILE_MO_FILES_KEY] = "true"

pytest_plugins = ["pytest_plone", "one_day", "browsing", "postbox"]

globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        )
    )
)

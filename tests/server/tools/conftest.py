"""A server that has an add-on besides ours."""

import pytest
import toolset


@pytest.fixture
def server(functional, app):
    """The root, on a server with the add-on ``toolbox``."""
    with toolset.registered(functional["configurationContext"]):
        yield app

"""The answer of every address of a suspended space: 503, and whom to call.

There is no ``Retry-After``: nobody knows when the space opens, and a client that tries again every
minute helps nobody.
"""

from collective.conventions.interfaces import ServiceUnavailable
from collective.conventions.server.contact import contact
from collective.conventions.server.spaces import root_of
from collective.conventions.server.suspension import is_suspended
from collective.conventions.services.refusals.view import Refusal
from dataclasses import asdict
from plone import api
from typing import Any


class Suspended(Refusal):
    """The refusal of all refusals, with what a person needs who reads it in a log."""

    def render_exception(self, exception: ServiceUnavailable) -> dict[str, Any]:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        portal = api.portal.get()
        suspension = is_suspended(portal)
        return {
            **super().render_exception(exception),
            "since": suspension.since if suspension else None,
            "contact": asdict(contact(root_of(portal))),
        }

"""The delays that a law sets, as the space has them on record: a law changes sooner than software.

``terms.statute`` holds the defaults. What the registry holds for a delay replaces its length and
its source text; its list of holidays stays.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.statute import DELAYS
from dataclasses import replace
from plone import api
from zope import schema
from zope.interface import Interface


PREFIX = "collective.conventions.delay"


class ILegalDelay(Interface):
    """One delay that a law sets."""

    days = schema.Int(title=_("Days"), min=1, max=3660)
    source = schema.TextLine(title=_("Source"), max_length=500)


def delays() -> Mapping[str, Delay]:
    """All delays by code, as the present space has them on record."""
    return {code: _recorded(code, delay) for code, delay in DELAYS.items()}


def record(code: str, field: str) -> str:
    """The name of a delay's record in the registry."""
    return f"{PREFIX}.{code}.{field}"


def _recorded(code: str, delay: Delay) -> Delay:
    found = {
        field: api.portal.get_registry_record(record(code, field), default=None)
        for field in ("days", "source")
    }
    return replace(delay, **{field: value for field, value in found.items() if value})

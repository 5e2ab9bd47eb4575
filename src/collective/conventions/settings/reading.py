"""Reading what a space has set."""

from collections.abc import Mapping
from collective.conventions.settings.schema import OF_CONVENTIONS
from collective.conventions.settings.schema import SETTINGS
from plone import api
from typing import Any


#: What means nothing without a notice.
OF_NOTICE = ("notice_unit", "notice_means", "notice_basis")


def settings() -> dict[str, Any]:
    """All settings of the present space, by name."""
    return {name: _value(name) for name in SETTINGS}


def beginning(given: Mapping[str, Any]) -> dict[str, Any]:
    """With what a new convention begins, besides what was ``given``."""
    found = {name: _value(name) for name in OF_CONVENTIONS if name not in given}
    if not {**found, **given}.get("notice_count"):
        found = {name: value for name, value in found.items() if name not in OF_NOTICE}
    return {name: value for name, value in found.items() if value is not None}


def _value(name: str) -> Any:
    record, field = SETTINGS[name]
    return api.portal.get_registry_record(record, default=field.default)

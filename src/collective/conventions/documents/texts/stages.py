"""The texts of a convention by its amendments: as signed, at present, with one to come (D5)."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import values_at
from collective.conventions.content.amended import values_with
from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


@dataclass(frozen=True)
class Stage:
    """A stage of a convention, with its values.

    ``key`` is "present", "original" or "amendment:<number>"; ``name`` is the amendment's title.
    """

    key: str
    values: Mapping[str, Any]
    name: str = ""


def stages(convention: Any, today: date) -> Iterator[Stage]:
    """Yield the present stage, the original one where its text differs, and those to come.

    A stage to come is that of an amendment that changes the text and that the current user may
    see, as if it were signed.
    """
    original, present = Reading(convention), values_at(convention, today)
    yield Stage("present", present)
    if text_of(present) != text_of(original):
        yield Stage("original", original)
    for one in amendments(convention):
        if one.text_changes and not _holds(one, today) and api.user.has_permission("View", obj=one):
            yield Stage(f"amendment:{one.amendment_number}", values_with(one, today), one.title)


def _holds(amendment: Any, today: date) -> bool:
    first = effective(Reading(amendment))
    signed = api.content.get_state(amendment, "") == "signed"
    return signed and first is not None and first <= today

"""What the conventions of a space ask of the current user today.

Every question is answered from the catalog and stops at ``MOST``, so it costs the same among
twenty and among twenty thousand conventions.
"""

from collective.conventions.access.groups import PARTNER_PREFIX
from collective.conventions.lifecycle.steps import STEPS
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


#: How many conventions an answer holds.
MOST = 6
#: The steps that lead on; what waits for them waits for somebody.
FORWARD = ("approve", "sign")


@dataclass(frozen=True)
class Found:
    """The first catalog records of an answer, and how many there are in all."""

    total: int
    brains: list[Any]


def waiting() -> dict[str, Found]:
    """The conventions that wait for a step which the current user may take, by step."""
    portal = api.portal.get()
    return {
        step: _find(review_state=STEPS[step][0], sort_on="modified")
        for step in FORWARD
        if api.user.has_permission(STEPS[step][1], obj=portal)
    }


def entrusted() -> Found:
    """The conventions for which the current user, or a group of his, is responsible."""
    user = api.user.get_current()
    groups = [group for group in user.getGroups() if not group.startswith(PARTNER_PREFIX)]
    principals = [f"user:{principal}" for principal in (user.getId(), *groups)]
    catalog = api.portal.get_tool("portal_catalog")
    # The tokens of these very principals: what is found may be seen, by a role on the item itself.
    found = catalog.unrestrictedSearchResults(
        portal_type="Convention",
        review_state=("draft", "council_approved", "signed"),
        allowedRolesAndUsers=principals,
        sort_on="modified",
        sort_order="descending",
        sort_limit=MOST,
    )
    return Found(int(found.actual_result_count), list(found[:MOST]))


def in_force(today: date) -> Found:
    """The conventions in force on ``today``."""
    return _find(
        force_start={"query": today, "range": "max"},
        force_end={"query": today, "range": "min"},
        sort_on="sortable_title",
    )


def latest() -> Found:
    """The conventions that were changed last."""
    return _find(sort_on="modified", sort_order="descending")


def _find(**query: Any) -> Found:
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog(portal_type="Convention", sort_limit=MOST, **query)
    return Found(int(found.actual_result_count), list(found[:MOST]))

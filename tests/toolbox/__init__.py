"""A small add-on for tests: a profile, and two upgrade steps that can be made to fail."""

from plone import api


#: What the second step does in a space, by its id: an exception to raise, or a function to call.
TROUBLE = {}


def first_step(setup):
    """1000 → 1001: leaves a mark, and needs the rights of a manager."""
    portal = api.portal.get()
    portal.description += " first"
    api.content.create(portal, "Document", id="from-the-toolbox", title="From the toolbox")


def second_step(setup):
    """1001 → 1002: leaves a mark, unless something is wrong with the space."""
    portal = api.portal.get()
    trouble = TROUBLE.get(portal.getId())
    if isinstance(trouble, Exception):
        raise trouble
    if trouble:
        trouble()
    portal.description += " second"

"""A partner made of what a text says of a party, when the space does not know it yet."""

from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.texts.propose.proposal import Proposal
from plone import api
from typing import Any
from zExceptions import Unauthorized


def found_partner(proposal: Proposal, convention: Any) -> str:
    """Make the partner that a proposed party is, and return its UID.

    :raises UnprocessableEntity: the text leaves its name open, or does not say what it is.
    :raises Forbidden: the current user may not add partners.
    """
    value = proposal.value
    if proposal.lacks or not value["name"] or not value["entity_kind"]:
        raise UnprocessableEntity(
            _(
                "The text does not say enough of “${name}” to make a partner of it. Please choose "
                "one.",
                mapping={"name": value["name"] or value["short"]},
            )
        )
    names = ("entity_kind", "legal_form")
    details = {name: value[name] for name in names if value[name]}
    try:
        made = api.content.create(
            api.portal.get()["partners"], "Partner", title=value["name"], **details
        )
    except Unauthorized:
        raise Forbidden(_("You may not add partners. Please choose one."))
    return str(made.UID())

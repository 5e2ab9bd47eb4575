"""In whose name a space may issue: the numbers of an issuer are nobody else's to take.

The first who issues for an enterprise number keeps it, the operator or one space; the operator may
issue for any of them.
"""

from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from plone import api
from typing import Any


NAME = "document_issuers"
#: Stands for the operator, who is no space.
OPERATOR = ""
OPERATE = "collective.conventions: Operate Server"


def keeper(app: Any, issuer: str) -> str | None:
    """The id of the space that issues for an enterprise number, ``OPERATOR``, or ``None`` yet."""
    found: str | None = (kept(app, NAME) or {}).get(issuer)
    return found


def entrust(app: Any, issuer: str, space_id: str) -> None:
    """Let a space, or with ``OPERATOR`` no space, issue for an enterprise number."""
    shelf(app, NAME)[issuer] = space_id


def refuse_strangers(app: Any, issuer: str) -> bool:
    """Refuse to issue in another's name; tells whether the present space keeps the issuer.

    :raises Forbidden: the enterprise number is kept by the operator or by another space.
    """
    operates = api.user.has_permission(OPERATE, obj=app)
    here = OPERATOR if operates else api.portal.get().getId()
    if keeper(app, issuer) is None:
        entrust(app, issuer, here)
    known = keeper(app, issuer)
    if not operates and known != here:
        raise Forbidden(_("Invoices of this issuer are issued elsewhere, not in this space."))
    return known == api.portal.get().getId()

"""In whose name a space may issue: the numbers of an issuer are nobody else's to take.

The first who issues for an enterprise number keeps it, the operator or one space; the operator may
issue for any of them.
"""

from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.spaces import has_space
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_enterprise_number
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


def keepers(app: Any) -> dict[str, str]:
    """Every enterprise number that is kept, with the id of the space or ``OPERATOR``."""
    return dict(kept(app, NAME) or {})


def give(app: Any, issuer: str, space_id: str, by: str) -> str:
    """Let the operator ``by`` say who issues for an enterprise number; returns its normal form.

    :raises UnprocessableEntity: it is no enterprise number, or there is no such space.
    """
    try:
        number = normalise_enterprise_number(issuer)
    except InvalidIdentifier as error:
        raise UnprocessableEntity(findings=(Finding(error.code, "issuer"),)) from None
    if space_id != OPERATOR and not has_space(app, space_id):
        finding = Finding("unknown_choice", "space", {"value": space_id})
        raise UnprocessableEntity(findings=(finding,))
    before = keeper(app, number)
    if before != space_id:
        entrust(app, number, space_id)
        told = {"before": {"space": before}, "after": {"space": space_id}}
        record(app, "issuer_given", actor=by, subject=number, **told)
    return number


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

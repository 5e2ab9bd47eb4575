"""The limit of a space: set by the maintenance team, for growth only."""

from collective.conventions import _
from collective.conventions import logger
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.messages import sentence
from collective.conventions.space.alarm import ring
from collective.conventions.space.gauge import level_of
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.recording import limited
from collective.conventions.space.room import room_of
from collective.conventions.terms.findings import Finding
from decimal import Decimal
from decimal import InvalidOperation
from plone import api
from typing import Any
from zope.component.hooks import site as current_site


PERMISSION = "collective.conventions: Limit Storage"
#: As people write it; decimal, as the sizes on the pages.
UNITS = {"": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3, "TB": 1000**4}


def set_limit(site: Any, limit: int, by: str = "") -> None:
    """Let a space hold ``limit`` bytes from now on; below the use it only stops growth.

    :param by: who wants it, where the system works for somebody else.
    :raises Forbidden: the current user is not of the maintenance team.
    :raises UnprocessableEntity: the site is no space.
    """
    if not api.user.has_permission(PERMISSION, obj=site):
        raise Forbidden(_("Only the maintenance team sets the limit of a space."))
    ledger = ledger_of(site)
    if ledger is None:
        raise UnprocessableEntity(_("This site is no space: the add-on is not installed in it."))
    gauge, before = ledger.gauge, ledger.gauge.limit
    if limit == before:
        return
    logger.info(
        "%s: the storage limit was %s bytes and is %s now, set by %s.",
        "/".join(site.getPhysicalPath()),
        before,
        limit,
        by or actor(),
    )
    level, gauge.limit = gauge.level, limit
    gauge.level = level_of(gauge.used, limit)
    with current_site(site):
        limited(before, limit, by)
        if gauge.level > level:
            ring(gauge.level, room_of(gauge))


def read_limit(raw: Any) -> int:
    """A limit as it was typed or sent: a number of bytes, or "3 GB", "2.5 GB", "2,5 Go".

    :raises BadRequest: it is none.
    """
    plain = str(raw) if isinstance(raw, str | int) else ""
    text = "".join(plain.split()).upper().replace(",", ".")
    number = text.rstrip("KMGTBO")
    unit = text[len(number) :].replace("O", "B")
    try:
        limit = Decimal(number) * UNITS[unit] if not isinstance(raw, bool) else Decimal(-1)
    except (InvalidOperation, KeyError):
        limit = Decimal(-1)
    if not limit.is_finite() or not 0 <= limit <= MOST:
        wrong = Finding("size_malformed", "limit")
        raise BadRequest(sentence(wrong), [wrong])
    return int(limit)


#: More than any server has; a slip of the finger is refused.
MOST = 1000**5

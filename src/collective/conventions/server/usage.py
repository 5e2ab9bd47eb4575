"""How much a space holds, and how much it may hold: the meter, as the server asks for it."""

from collective.conventions.clock import today
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.space import limit as meter_limit
from collective.conventions.space.gauge import DEFAULT_LIMIT
from collective.conventions.space.ledger import ledger_of
from dataclasses import dataclass
from typing import Any


#: Growth is told over so many days, or over as many of them as are known.
DAYS = 30


@dataclass(frozen=True)
class Usage:
    """Bytes; None for what nobody measures."""

    used: int | None
    limit: int | None
    #: Since the end of the first day that is known of the last ``DAYS``.
    growth: int | None = None


def usage_of(portal: Any) -> Usage:
    """What the space ``portal`` uses of what it may."""
    ledger = ledger_of(portal)
    if ledger is None:
        return Usage(None, None)
    now = today().toordinal()
    past = list(ledger.days.values(now - DAYS, now - 1))
    before = list(ledger.days.values(None, now - DAYS - 1))[-1:]
    first = (before + past)[:1]
    growth = ledger.gauge.used - int(first[0]) if first else None
    return Usage(ledger.gauge.used, ledger.gauge.limit, growth)


def set_limit(portal: Any, limit: int | None, by: str = "") -> None:
    """Let the space hold ``limit`` bytes; None for what every new space may hold.

    :param by: who wants it, where the system works for an operator.
    """
    bytes_allowed = DEFAULT_LIMIT if limit is None else limit
    meter_limit.set_limit(portal, bytes_allowed, f"server/{by}" if by else "")


def is_in_force(limit: int | None, usage: Usage) -> bool:
    """Whether the limit that was set is the one that holds; so, too, where nobody measures."""
    return usage.limit in (None, DEFAULT_LIMIT if limit is None else limit)


def read_limit(text: str) -> int | None:
    """A limit as it is typed: “3 GB”, “2,5 Go” or bytes; None for an empty text.

    :raises UnprocessableEntity: it is none.
    """
    typed = text.strip()
    if not typed:
        return None
    try:
        return meter_limit.read_limit(typed)
    except BadRequest as error:
        raise UnprocessableEntity(error.message, error.findings) from None

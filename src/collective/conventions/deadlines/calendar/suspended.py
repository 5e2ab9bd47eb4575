"""Whose account is suspended reads no calendar either: its address bears no login."""

from collective.conventions.deadlines.calendar.addresses import revoke
from collective.conventions.interfaces import AccountsSuspendedEvent


def revoke_addresses(event: AccountsSuspendedEvent) -> None:
    """Let the addresses of these members open nothing any more; they make new ones later."""
    for userid in event.accounts:
        revoke(userid)

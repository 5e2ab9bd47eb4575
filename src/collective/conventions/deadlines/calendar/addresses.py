"""The secret addresses of the calendars: who knows one sees what its member sees.

Kept is the hash of a secret, never the secret: who reads the database opens no calendar. A hash
without salt is enough, for a secret of 256 random bits is found in no list.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from hashlib import sha256
from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations
import hmac
import secrets


KEY = "collective.conventions.calendar_addresses"
SECRET_BYTES = 32


@dataclass(frozen=True)
class Address:
    """That a member has an address, and since when; the address itself is known to him alone."""

    created: datetime


class Addresses(Persistent):
    """All addresses of a space: by member, and whose each one is by its hash."""

    def __init__(self) -> None:
        self.members = OOBTree()
        self.hashes = OOBTree()

    def put(self, userid: str, hashed: str) -> None:
        self.drop(userid)
        self.members[userid] = (hashed, datetime.now(UTC).replace(microsecond=0))
        self.hashes[hashed] = userid

    def drop(self, userid: str) -> None:
        if userid in self.members:
            hashed, _created = self.members.pop(userid)
            del self.hashes[hashed]


def make(userid: str) -> str:
    """Give a member a new secret; his former one opens nothing any more.

    :returns: the secret, to be shown once: nobody can read it again.
    """
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Addresses()
    secret = secrets.token_urlsafe(SECRET_BYTES)
    annotations[KEY].put(userid, _hash(secret))
    return secret


def revoke(userid: str) -> None:
    """Let a member's address open nothing any more."""
    if found := _addresses():
        found.drop(userid)


def address_of(userid: str) -> Address | None:
    """What is known of a member's address, or nothing."""
    found = _addresses()
    entry = found.members.get(userid) if found else None
    return Address(entry[1]) if entry else None


def member_of(secret: str) -> str | None:
    """Whose secret it is.

    Looked up is the hash, whose nearness to another says nothing about the secret; the last word
    has a comparison that takes the same time wherever the texts differ.
    """
    found, hashed = _addresses(), _hash(secret)
    userid = found.hashes.get(hashed) if found else None
    known = found.members.get(userid, ("",))[0] if found and userid else ""
    return userid if hmac.compare_digest(known, hashed) else None


def _addresses() -> Addresses | None:
    return IAnnotations(api.portal.get()).get(KEY)


def _hash(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()

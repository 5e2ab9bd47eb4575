"""Cleaning up: old revisions of files and made scales go, and what that gives back is foreseen."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions import logger
from collective.conventions.interfaces import Forbidden
from collective.conventions.space.blobs import blobs_in
from collective.conventions.space.blobs import oid_of
from collective.conventions.space.catalog import content_of
from collective.conventions.space.catalog import record_of
from collective.conventions.space.holders import histories
from collective.conventions.space.holders import SCALES
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.meter import meter
from collective.conventions.space.meter import note
from collective.conventions.space.recording import cleaned
from collective.conventions.space.recording import DROPPED
from collective.conventions.space.recording import PURGED
from collective.conventions.space.tally import of_kind
from collective.conventions.space.tally import only
from dataclasses import dataclass
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any
from zope.annotation.interfaces import IAnnotations


PERMISSION = "collective.conventions: Clean Up Storage"
COMMENT = {"sys_metadata": {"comment": "purged to make room"}}


@dataclass(frozen=True)
class Gain:
    """The bytes that a clean-up gives back."""

    revisions: int
    scales: int


@dataclass(frozen=True)
class Doomed:
    """A revision that only keeps files which nothing else holds."""

    history: int
    number: int


def gain(ledger: Ledger) -> Gain:
    """What a clean-up would give back now."""
    lone = only(ledger, "revision")
    kept = {oid for doomed, oids in revisions(ledger, lone) if doomed is None for oid in oids}
    lost = sum(size for oid, size in lone.items() if oid not in kept)
    return Gain(lost, sum(only(ledger, "scales").values()))


def revisions(ledger: Ledger, lone: dict[int, int]) -> Iterator[tuple[Doomed | None, set[int]]]:
    """Each revision with a file of ``lone``: to be purged, or None for one that is kept.

    The last revision of content that is still there is kept, for Plone compares with it.
    """
    found = histories()
    for number, uid, oids in of_kind(ledger, "revision"):
        if number not in found or lone.keys().isdisjoint(oids):
            continue
        history, alive = found[number], record_of(uid) is not None
        for version in history._available:
            data = history._full[version].get("referenced_data")
            files = {oid_of(blob, ledger._p_jar) for blob in blobs_in([data])} & lone.keys()
            if files:
                kept = alive and version == history._available[-1]
                yield (None if kept else Doomed(number, version)), files


def clean_revisions() -> int:
    """Purge the revisions that keep a file alive; answers how many bytes that gives back.

    :raises Forbidden: the current user does not look after the space.
    """
    ledger, found = _ledger(), meter()
    freed = gain(ledger).revisions
    storage = api.portal.get_tool("portal_historiesstorage")
    going = [doomed for doomed, _oids in revisions(ledger, only(ledger, "revision")) if doomed]
    for doomed in going:
        storage.purge(doomed.history, doomed.number, metadata=COMMENT)
        found.note_history(doomed.history)
    _tell("%s revisions", len(going), freed)
    cleaned(PURGED, freed)
    return freed


def clean_scales() -> int:
    """Drop all scales; each is made again when somebody looks. Answers the bytes given back.

    :raises Forbidden: the current user does not look after the space.
    """
    ledger = _ledger()
    freed = gain(ledger).scales
    images = [content_of(uid) for _number, uid, _oids in of_kind(ledger, "scales")]
    for image in images:
        if image is not None:
            empty(IAnnotations(image)[SCALES])
            note(image, scales=True)
    _tell("the scales of %s images", len(images), freed)
    cleaned(DROPPED, freed)
    return freed


def empty(scales: Any) -> None:
    """Take the data out of scales. Their addresses stay: they stand in pages and in the catalog."""
    for name, scale in list(scales.items()):
        if scale.get("data") is not None:
            scales[name] = {**scale, "data": None}


def _ledger() -> Ledger:
    site = api.portal.get()
    ledger = ledger_of(site)
    # What was deleted a moment ago is no longer there.
    processQueue()
    if ledger is None or not api.user.has_permission(PERMISSION, obj=site):
        raise Forbidden(_("You do not look after the storage of this space."))
    return ledger


def _tell(what: str, count: int, freed: int) -> None:
    logger.info(
        f"%s: {what} were cleaned up by %s, %s bytes are free again.",
        "/".join(api.portal.get().getPhysicalPath()),
        count,
        api.user.get_current().getUserName(),
        freed,
    )

"""Who holds blobs: content, its scales and revisions, and comments; and what each holds now."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions import PACKAGE_NAME
from collective.conventions.space.blobs import attributes
from collective.conventions.space.blobs import blobs_in
from dataclasses import dataclass
from itertools import chain
from OFS.SimpleItem import Item
from plone import api
from plone.app.discussion.interfaces import IComment
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.utils import UniqueObject
from typing import Any
from ZODB.blob import Blob


SCALES = "plone.scale"
#: What hangs on content and is looked at apart, or can hold no blob.
APART = frozenset({SCALES, "plone.app.discussion:conversation"})
#: The order of a folder: as many entries as it has children.
ORDER = "plone.folder.ordered."
ANNOTATIONS = "__annotations__"
#: The attribute that ties content to its history.
HISTORY = "cmf_uid"


@dataclass(frozen=True)
class Touched:
    """A thing that a transaction has touched."""

    thing: Any
    #: It has left the space.
    gone: bool = False
    #: Its scales may have changed, too.
    scales: bool = False


def is_holder(thing: Any) -> bool:
    """Whether blobs are put down to a thing. A tool holds what others are answerable for."""
    if IContentish.providedBy(thing) or IComment.providedBy(thing):
        return True
    return isinstance(thing, Item) and not isinstance(thing, UniqueObject)


@dataclass(frozen=True)
class Holding:
    """What a thing holds in one of its capacities."""

    kind: str
    blobs: Iterable[Blob]
    #: The UID of the content that it belongs to.
    uid: str = ""
    #: The number of a history; every other holder is known by that of the thing.
    number: int | None = None


def holdings(touched: Touched) -> Iterator[Holding]:
    """Each capacity in which a thing holds blobs, and its blobs."""
    thing = aq_base(touched.thing)
    if not IContentish.providedBy(thing):
        kind = "comment" if IComment.providedBy(thing) else "other"
        yield Holding(kind, () if touched.gone else blobs_in(attributes(thing).values()))
        return
    uid = str(IUUID(thing, None) or "")
    yield Holding("item", () if touched.gone else own_blobs(thing), uid)
    if touched.gone or touched.scales:
        yield Holding("scales", () if touched.gone else scale_blobs(thing), uid)
    history = history_of(thing)
    if history is not None:
        yield Holding("revision", revision_blobs(history), uid, history)


def own_blobs(content: Any) -> Iterator[Blob]:
    """The blobs of the fields of content, whatever schema or behaviour they belong to."""
    found = attributes(content)
    annotations = found.pop(ANNOTATIONS, None) or {}
    hung = (annotations[key] for key in annotations if _is_field(key))
    if IPloneSiteRoot.providedBy(content):
        # Whatever else hangs on the root belongs to a tool.
        hung = iter(())
    return blobs_in(chain(found.values(), hung))


def _is_field(key: str) -> bool:
    return key not in APART and not key.startswith((PACKAGE_NAME, ORDER))


def scale_blobs(content: Any) -> Iterator[Blob]:
    """The blobs of the scales of an image."""
    annotations = getattr(aq_base(content), ANNOTATIONS, None) or {}
    return blobs_in([annotations.get(SCALES)])


def history_of(content: Any) -> int | None:
    """The number of the history of content; None where it was never saved as a revision."""
    found = getattr(aq_base(content), HISTORY, None)
    return found() if callable(found) else found


def histories() -> OOBTree:
    """All histories of the present space, by their numbers."""
    storage = api.portal.get_tool("portal_historiesstorage")._getShadowStorage(autoAdd=False)
    return OOBTree() if storage is None else storage._storage


def revision_blobs(history: int) -> Iterator[Blob]:
    """The blobs that the revisions of a history refer to; they are never copied."""
    found = histories().get(history)
    if found is None:
        return iter(())
    return blobs_in(found._full[number].get("referenced_data") for number in found._available)

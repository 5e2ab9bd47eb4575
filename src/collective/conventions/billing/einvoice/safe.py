"""XML of a stranger, read without doing what it asks.

A document type is refused before anything of it is used, so entities, external files and expansion
bombs have nowhere to stand; size, depth and number of elements have an end.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from lxml import etree


#: Bytes of a file, with what travels inside it: as long as the parser lets one text be.
LARGEST = 10_000_000

#: An invoice of UBL needs twelve levels at most; a long one some thousands of elements.
DEEPEST = 32
MOST_ELEMENTS = 100_000


def parsed(data: bytes) -> etree._Element:
    """Return the root of a document.

    :raises UnprocessableEntity: it is too large, too deep, has a document type or is no XML.
    """
    if len(data) > LARGEST:
        megabytes = {"maximum": LARGEST // 1_000_000}
        raise UnprocessableEntity(
            _("The file is too large: ${maximum} megabytes at most.", mapping=megabytes)
        )
    parser = etree.XMLParser(
        target=_Guard(),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnprocessableEntity(
            _("The file cannot be read: it is not well-formed XML.")
        ) from None


class _Guard:
    """Builds the tree, and stops at the first thing that no invoice holds.

    The parser calls ``close`` after a refusal too, so that must not raise.
    """

    def __init__(self) -> None:
        self._tree = etree.TreeBuilder()
        self._root: etree._Element | None = None
        self._depth = self._elements = 0

    def doctype(self, *_declared: str) -> None:
        raise UnprocessableEntity(_("The file declares a document type, which is not allowed."))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise UnprocessableEntity(_("The file holds far more than an invoice can."))
        self._tree.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._root = self._tree.end(tag)

    def data(self, text: str) -> None:
        self._tree.data(text)

    def close(self) -> etree._Element | None:
        return self._root

"""The decree in the parts of a text, for the files that are made of those."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.documents.decree.blocks import Block
from collective.conventions.documents.decree.blocks import blocks_of
from collective.conventions.documents.decree.sheet import Sheet
from collective.conventions.documents.rendering.paper import DECREE
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.terms.texts.text import Part


#: Blocks that the head of a paper shows already, where it speaks of one decree only.
HEAD = ("entity", "register", "filed")


def paper_of(sheets: Sequence[Sheet], title: str) -> Paper:
    """The paper of a decree, one language after the other.

    :param title: what it is called: the convention.
    """
    first = sheets[0]
    parts = tuple(part for n, sheet in enumerate(sheets) for part in _parts(sheet, first=n == 0))
    return Paper(
        kind=DECREE,
        title=title,
        language=first.language,
        text=parts,
        author=first.entity,
        kicker=first.words.register,
        facts=first.head,
        reference=first.folder,
        made=first.day,
        draft=first.draft,
    )


def _parts(sheet: Sheet, first: bool) -> Iterator[Part]:
    """One part for each block; the blocks of another language have their own head."""
    for block in blocks_of(sheet):
        if block.body and not (first and block.kind in HEAD[1:]):
            yield _part(block)


def _part(block: Block) -> Part:
    return Part("preamble", title=block.label, body=block.body)

"""What repeats at the foot and at the top of the pages of a paper, and is no part of its text."""

from collections import Counter
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
import re


#: So many lines at the foot and at the top of a page may repeat on the others.
EDGE = 12


@dataclass(frozen=True)
class Furnishing:
    """A line of a page that stands at the same edge of others; the numbers in it may differ.

    :ivar page: from 0.
    :ivar edge: "foot" or "top".
    :ivar mask: the line with its numbers left open, and which of equal ones it is.
    :ivar words: the line.
    """

    page: int
    edge: str
    mask: str
    words: str


def furniture(pages: Sequence[str]) -> tuple[Furnishing, ...]:
    """Return the lines that repeat at an edge of half of the pages, or of more.

    Equal lines of a page count from the edge: a title that is printed at the edge of every page
    stands once more where the text begins. The foot comes first: on a short page the same lines are
    near both edges.
    """
    foot = tuple(_repeated("foot", [_lines(page)[::-1] for page in pages]))
    left = [_cut(_lines(page), number, "foot", foot) for number, page in enumerate(pages)]
    return (*foot, *_repeated("top", left))


def without(pages: Sequence[str], dropped: Collection[Furnishing]) -> str:
    """The words of the pages without some of their furniture."""
    lines = (
        _cut(_cut(_lines(page), number, "foot", dropped), number, "top", dropped)
        for number, page in enumerate(pages)
    )
    return "\n".join(line for page in lines for line in page)


def _repeated(edge: str, pages: Sequence[Sequence[str]]) -> Iterator[Furnishing]:
    """The furniture of pages whose lines begin with the outermost."""
    near = [dict(zip(_masks(lines), lines, strict=False)) for lines in pages]
    times = Counter(mask for lines in near for mask in lines)
    for page, lines in enumerate(near):
        for mask, line in lines.items():
            if times[mask] > 1 and times[mask] * 2 >= len(pages):
                yield Furnishing(page, edge, mask, line)


def _cut(lines: list[str], page: int, edge: str, dropped: Collection[Furnishing]) -> list[str]:
    gone = {one.mask for one in dropped if (one.page, one.edge) == (page, edge)}
    order = lines[::-1] if edge == "foot" else lines
    near = zip(_masks(order), order, strict=False)
    kept = [*(line for mask, line in near if mask not in gone), *order[EDGE:]]
    return kept[::-1] if edge == "foot" else kept


def _masks(lines: Sequence[str]) -> list[str]:
    """The masks of the lines near an edge, each with how many equal ones are nearer to it."""
    masks = [re.sub(r"\d+", "#", " ".join(line.split())) for line in lines[:EDGE]]
    return [f"{mask} {masks[:at].count(mask)}" for at, mask in enumerate(masks)]


def _lines(page: str) -> list[str]:
    return [line for line in page.splitlines() if line.strip()]

"""Which part of one text is which part of another: by what it says, its number, its title."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from collective.conventions.terms.texts.check.counting import same_number
from collective.conventions.terms.texts.check.spelling import folded
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from collective.conventions.terms.texts.text import words


#: How much of their words two articles share at least, from 0 to 1: with something else in common,
#: and without.
RELATED, ALIKE = 0.3, 0.6

Match = Callable[[Part, Part], bool]


def pairs(before: Text, after: Text) -> dict[int, int]:
    """Return the positions in ``before`` of the parts in ``after``, by their positions there.

    What is the same counts first, then number and title, then the title, then the number, and
    at last what two articles have to say. Each part is matched once.
    """
    found: dict[int, int] = {}
    for rule in (_identical, _same_heading, _same_title, _same_place):
        _match(before, after, found, rule)
    _match_alike(before, after, found)
    return found


def moved(found: dict[int, int]) -> frozenset[int]:
    """Return the positions in ``after`` of what is no longer in its order.

    As few as possible are said to have moved: all but a longest row of those that kept their
    order.
    """
    order = sorted(found)
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for position in order:
        place = bisect_left(tails, found[position])
        previous[position] = ends[place - 1] if place else None
        if place == len(tails):
            tails.append(found[position])
            ends.append(position)
        else:
            tails[place], ends[place] = found[position], position
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = previous[last]
    return frozenset(order) - kept


def likeness(one: Part, other: Part) -> float:
    """Return how many of their words two parts share, whatever their order: from 0 to 1."""
    left, right = Counter(words(one.body)), Counter(words(other.body))
    size = left.total() + right.total()
    return 2 * (left & right).total() / size if size else 1.0


def _match(before: Text, after: Text, found: dict[int, int], rule: Match) -> None:
    taken = set(found.values())
    for position, old in _free(before, after, found):
        if position not in found and old not in taken and rule(before[old], after[position]):
            found[position] = old
            taken.add(old)


def _free(before: Text, after: Text, found: dict[int, int]) -> list[tuple[int, int]]:
    """The pairs of parts of one kind that nobody has matched yet, in the order of the texts."""
    left = sorted(set(range(len(before))) - set(found.values()))
    free = [position for position in range(len(after)) if position not in found]
    return [(new, old) for new in free for old in left if before[old].part == after[new].part]


def _match_alike(before: Text, after: Text, found: dict[int, int]) -> None:
    near = [
        (likeness(before[old], after[position]), -position, -old)
        for position, old in _free(before, after, found)
    ]
    for like, position, old in sorted(near, reverse=True):
        if like >= ALIKE and -position not in found and -old not in found.values():
            found[-position] = -old


def _identical(one: Part, other: Part) -> bool:
    if plain(one.body) != plain(other.body) or folded(one.title) != folded(other.title):
        return False
    # Two empty parts say nothing of each other but by their number.
    return bool(one.body or one.title) or one.number == other.number


def _same_heading(one: Part, other: Part) -> bool:
    """The same number and title; for what comes once in a text, the same kind."""
    if one.part != "article":
        return True
    return same_number(one.number, other.number) and folded(one.title) == folded(other.title)


def _same_title(one: Part, other: Part) -> bool:
    title = folded(one.title)
    return bool(title) and title == folded(other.title) and likeness(one, other) >= RELATED


def _same_place(one: Part, other: Part) -> bool:
    return same_number(one.number, other.number) and likeness(one, other) >= RELATED

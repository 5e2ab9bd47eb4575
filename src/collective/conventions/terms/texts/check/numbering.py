"""The numbers of the articles: one twice (W11), one left out, one out of its order."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.counting import counted
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import numbered
from collective.conventions.terms.texts.text import Text


def numbering(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield what is wrong with the numbers of the articles; each is said once, where it shows."""
    articles = [(index, part) for index, part in enumerate(text) if part.part == "article"]
    seen: dict[tuple[int, str], str] = {}
    last = 0
    for index, part in articles:
        number = counted(part.number)
        if number is None:
            continue
        place = numbered(index, part)
        if number in seen:
            params = {"number": part.number, "other": seen[number]}
            yield Flaw("article_twice", "severe", place, params)
            continue
        seen[number] = part.title or part.number
        count = number[0]
        if count < last:
            yield Flaw("article_order", "warning", place, {"number": count, "previous": last})
        elif count > last + 1:
            missing = f"{last + 1}" if count == last + 2 else f"{last + 1}–{count - 1}"
            yield Flaw("article_gap", "warning", place, {"number": count, "missing": missing})
        last = max(last, count)

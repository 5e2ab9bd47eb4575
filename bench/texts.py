"""What a check and a comparison of a text of 30 pages cost beside what they cannot do without.

``bench/texts.py`` prints it. A check reads the text; it stands beside reading the text once. A
comparison stands beside a plain ``difflib`` over the words of both texts, which knows no articles.
Processor time of one process, the best of some rounds.
"""

from collections.abc import Callable
from collective.conventions.terms.texts.check.checking import check
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAmount
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.context import KnownDate
from collective.conventions.terms.texts.check.context import KnownParty
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.compare import compare
from collective.conventions.terms.texts.text import lines
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from collective.conventions.terms.texts.text import words
from dataclasses import replace
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from rich.console import Console
from rich.table import Table
from time import process_time
import argparse


#: So many lines has an article; two make a page of some 450 words.
LINES = 9
CONTEXT = Context(
    dates=(KnownDate("council_date", date(2026, 2, 23)),),
    amounts=(KnownAmount("prices", Decimal(120), taxed=True),),
    parties=(KnownParty("Ville de Montbrun"), KnownParty("Les Ateliers du Pont ASBL")),
    annexes=(KnownAnnex("1", "Inventory"),),
)
PARTIES = (
    "<p>La Ville de Montbrun, ci-après dénommée « la Ville », en exécution d'une décision du"
    " Conseil communal du 23 février 2026, et</p><p>l'asbl Les Ateliers du Pont, ci-après dénommée"
    " « l'Association », qui conviennent du prix de 120 euros, TVA de 21 % en sus</p>"
)
LINE = (
    "<p>La Ville remet le lot {n} à l'Association, qui en prend soin comme le prévoit l'article"
    " {m}, le décrit dans l'inventaire de l'annexe 1 et le rend après {n} jours.</p>"
)


def text_of(pages: int) -> Text:
    """A text of so many pages: its parties, and two articles on each page."""
    articles = (
        Part("article", str(number), f"Lot {number}", "".join(_lines(number)))
        for number in range(1, 2 * pages + 1)
    )
    return (Part("parties", body=PARTIES), *articles)


def negotiated(text: Text) -> Text:
    """The same with a word changed in every line of each third article, one moved, one new."""
    changed = [
        replace(part, body=part.body.replace("prend soin", "répond")) if at % 3 == 0 else part
        for at, part in enumerate(text)
    ]
    moved = changed.pop(len(changed) // 2)
    return (*changed[:5], Part("article", "5bis", "Lot de réserve", LINE), *changed[5:], moved)


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest processor time of some rounds, in ms, with nothing kept from the one before."""
    times = []
    for _round in range(rounds):
        lines.cache_clear()
        pieces.cache_clear()
        started = process_time()
        work()
        times.append((process_time() - started) * 1000)
    return min(times)


def _lines(number: int) -> list[str]:
    return [LINE.format(n=number * 10 + line, m=max(1, number - 1)) for line in range(LINES)]


def _words(text: Text) -> list[str]:
    return [word for part in text for word in words(part.body)]


def _diff(before: Text, after: Text) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, _words(before), _words(after), autojunk=False).get_opcodes()


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=30)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    text = text_of(asked.pages)
    other = negotiated(text)
    rows = (
        (
            "Check",
            best(lambda: [plain(part.body) for part in text], asked.rounds),
            best(lambda: check(text, CONTEXT), asked.rounds),
        ),
        (
            "Compare",
            best(lambda: _diff(text, other), asked.rounds),
            best(lambda: compare(text, other), asked.rounds),
        ),
    )
    size = len(_words(text))
    title = f"A text of {asked.pages} pages: {len(text)} parts, {size} words"
    table = Table("What", "reading, or difflib, ms", "ours, ms", "ratio", title=title)
    for what, base, ours in rows:
        table.add_row(what, f"{base:.1f}", f"{ours:.1f}", f"{ours / base:.2f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()

"""How fast papers are made, beside the time that WeasyPrint takes for the same HTML.

``bench/papers.py`` prints it. A convention of five pages and a decree are made in turn with the
bare layout of their own pages, so what else the machine does falls on both alike. Each is timed by
the clock and by the processor, which a busy machine disturbs less. Then a space is printed in a
batch, beside what the bare layout of such pages takes, with the memory on the way.
"""

from agreements import agree
from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.clock import today
from collective.conventions.documents.decree.drafting import draft
from collective.conventions.documents.decree.files import file_of as decree_file
from collective.conventions.documents.decree.page import html as decree_page
from collective.conventions.documents.decree.sheet import sheets_of
from collective.conventions.documents.rendering.batch import chosen
from collective.conventions.documents.rendering.batch import make_papers
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import file_of
from collective.conventions.documents.rendering.page import print_page
from collective.conventions.progress import Progress
from collective.conventions.server.spaces import entered
from io import BytesIO
from issuing import CLOCKS
from issuing import resident
from measure import compare
from measure import Result
from pathlib import Path
from run import console
from run import show
from tempfile import TemporaryDirectory
from typing import Any
import argparse
import pypdf
import rich.progress
import secrets
import serve
import spaces
import transaction
import weasyprint
import Zope2


OVER_LAYOUT = 1.3
TODAY = today()
#: As many articles as make five pages, and what each of them says.
ARTICLES = 15
SAID = (
    "The first party lets the second one use the room on the days that the calendar of the year"
    " names, heated and lit, and keeps it in the state in which it was found by both of them."
)
LISTED = "<ol><li>on the days of work;</li><li>on the other days, if both agree.</li></ol>"


class Watched(Progress):
    """Looks at the memory after each paper."""

    def __init__(self) -> None:
        self.memory = [resident()]

    def done(self, work: str, about: str) -> None:
        self.memory.append(resident())


def write_texts(app: Any, name: str) -> None:
    """Write a text into every convention of a space, and a decree; no two say the same."""
    with entered(app, name) as portal:
        for number, convention in enumerate(portal.conventions.objectValues()):
            convention.text = [_article(at + 1, number) for at in range(ARTICLES)]
            convention.decree = draft(convention, "fr")
    transaction.commit()


def _article(at: int, number: int) -> dict[str, str]:
    body = f"<p>{number}. {SAID}</p><p>{SAID} {SAID}</p>{LISTED}"
    return {"part": "article", "number": str(at), "title": "The room", "body": body}


def bare(page: str) -> bytes:
    """What WeasyPrint makes of a page by itself."""
    return bytes(weasyprint.HTML(string=page).write_pdf())


def papers(convention: Any, rounds: int) -> Iterator[Result]:
    """A convention and its decree, each beside the bare layout of the same HTML."""
    of_text = print_page(paper_of(convention))
    of_decree = decree_page(sheets_of(convention), convention.title)
    pages = len(pypdf.PdfReader(BytesIO(bare(of_text))).pages)
    told = (
        (f"Convention, {pages} pages", of_text, lambda _round: file_of(convention, "pdf")),
        ("Decree", of_decree, lambda _round: decree_file(convention, "pdf")),
    )
    for what, page, ours in told:
        for name, clock in CLOCKS.items():
            yield compare(
                what + name, OVER_LAYOUT, rounds, lambda _round, page=page: bare(page), ours, clock
            )


def timed(act: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """What is done, and the seconds that it took by each clock."""
    started = {name: clock() for name, clock in CLOCKS.items()}
    done = act()
    return done, {name: clock() - started[name] for name, clock in CLOCKS.items()}


def batch(folder: Path, rounds: int) -> Iterator[Result]:
    """All conventions of the present space as PDF, beside the bare layout of as many pages."""
    records, watched = chosen(), Watched()
    done, ours = timed(lambda: make_papers(records, folder, ["pdf"], watched))
    if done.made != len(records):
        raise RuntimeError(f"This is no batch that can be measured: {done}")
    before, middle, after = (watched.memory[at] for at in (0, len(records) // 2, -1))
    console.print(
        f"A batch of {len(records)} papers: {done.made / ours['']:.2f} papers a second; memory "
        f"{before:.0f} MB before, {middle:.0f} MB halfway, {after:.0f} MB at the end."
    )
    _again, seconds = timed(lambda: make_papers(records, folder, ["pdf"]))
    again = len(records) / seconds[""]
    console.print(f"Once more, nothing changed: {again:.1f} papers a second.")
    some = [print_page(paper_of(one._unrestrictedGetObject())) for one in records[:rounds]]
    _pages, theirs = timed(lambda: [bare(page) for page in some])
    for name in CLOCKS:
        base, other = theirs[name] / len(some) * 1000, ours[name] / len(records) * 1000
        yield Result(f"One of a batch{name}", base, other, OVER_LAYOUT)


def measure(size: int, rounds: int) -> None:
    """Make a space, measure, and print everything."""
    with TemporaryDirectory(prefix="bench-") as folder:
        serve.start(Path(folder))
        with serve.system_at_work() as app:
            spaces.make_ours(app, "papers", secrets.token_urlsafe(12), 1)
            with rich.progress.Progress(console=console, transient=True) as progress:
                agree(app, "papers", size, TODAY, progress)
            write_texts(app, "papers")
            with entered(app, "papers") as portal:
                convention = next(iter(portal.conventions.objectValues()))
                show(papers(convention, rounds), "Papers", "WeasyPrint alone", "Paper")
                out = Path(folder) / "papers"
                show(batch(out, rounds), "A batch", "WeasyPrint alone", "Paper")
        Zope2.DB.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200, help="how many papers the batch makes")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is timed")
    options = parser.parse_args()
    measure(options.size, options.rounds)


if __name__ == "__main__":
    main()

"""How fast documents are issued, with and without their paper, against stock items as a floor.

``bench/issuing.py`` prints it. A stock item is a page that is added to a convention and committed,
as each document is. Both are made in turn, in a space of few conventions and in one of many in
which nearly all have been billed, so what else the machine does falls on all alike. Each is
timed by the clock and by the processor, which a busy machine disturbs less.
"""

from agreements import agree
from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.papers import keep_paper
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.run import bill
from collective.conventions.billing.run import run
from collective.conventions.clock import today
from collective.conventions.committing import committed
from collective.conventions.progress import Progress
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from itertools import product
from measure import Result
from pathlib import Path
from plone.dexterity.utils import createContentInContainer
from resource import getpagesize
from run import console
from run import show
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from time import process_time
from typing import Any
import argparse
import rich.progress
import secrets
import serve
import spaces
import Zope2


FLOOR, ISSUED, PRINTED = "Stock item", "Issued", "Issued, with its PDF"
OVER_FLOOR, GROWTH = 1.5, 1.2
#: What is said of a time by each clock, and the clock.
CLOCKS = {"": perf_counter, ", processor": process_time}
#: Conventions of one turn for each thing that is measured; the first one warms up.
TURN = 5
TODAY = today()


@dataclass
class Space:
    """What was measured in a space: the milliseconds of each thing by each clock, one by one."""

    name: str
    size: int
    run_id: str = ""
    left: list[Any] = field(default_factory=list)
    times: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def of(self, what: str, clock: str) -> float:
        return median(self.times[what, clock])

    def time(self, what: str) -> None:
        """Do a thing with the next convention, and keep how long it took."""
        started = {clock: tell() for clock, tell in CLOCKS.items()}
        THINGS[what](self.left.pop(), self)
        for clock, tell in CLOCKS.items():
            taken = (tell() - started[clock]) * 1000
            self.times.setdefault((what, clock), []).append(taken)


class Watched(Progress):
    """Stops a run before the last conventions, and looks at the memory on the way."""

    def __init__(self, most: int) -> None:
        self.most, self.memory = most, [resident()]

    @property
    def stopped(self) -> bool:
        return len(self.memory) > self.most

    def done(self, work: str, about: str) -> None:
        self.memory.append(resident())


def resident() -> float:
    """The memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * getpagesize() / 1_000_000


def run_over(app: Any, space: Space, turns: int) -> None:
    """Bill a space but for the conventions that the turns take, and print how that went."""
    with entered(app, space.name):
        spare = candidates()[-turns * TURN * len(THINGS) :]
        watched = Watched(space.size - len(spare))
        started = perf_counter()
        done = run(TODAY, TODAY, watched)
        seconds = perf_counter() - started
    if done.failures or len(done.issued) != watched.most:
        raise RuntimeError(f"This is no run that can be measured: {done}")
    space.run_id, space.left = done.id, spare
    before, middle, after = (watched.memory[at] for at in (0, len(watched.memory) // 2, -1))
    console.print(
        f"A run over {watched.most:,} of {space.size:,} conventions: "
        f"{watched.most / seconds:.1f} documents a second; memory {before:.0f} MB before, "
        f"{middle:.0f} MB halfway, {after:.0f} MB at the end."
    )


def add_stock(record: Any, space: Space) -> None:
    """A page in the convention, in a transaction of its own."""

    def add() -> None:
        values = {"title": record.Title, "checkConstraints": False}
        createContentInContainer(record._unrestrictedGetObject(), "Document", **values)

    committed(add)


def issue(record: Any, space: Space) -> None:
    """All that is due for the convention, which is one invoice, as a run does it."""
    numbers, failure = bill(record, TODAY, TODAY, space.run_id)
    if failure or len(numbers) != 1:
        raise RuntimeError(f"This is no invoice that can be measured: {numbers} {failure}")


def issue_and_print(record: Any, space: Space) -> None:
    """The same, and its paper in a transaction of its own."""
    issue(record, space)
    (invoice,) = parts_of(record._unrestrictedGetObject())
    committed(partial(keep_paper, invoice))


THINGS: dict[str, Callable[[Any, Space], None]] = {
    FLOOR: add_stock,
    ISSUED: issue,
    PRINTED: issue_and_print,
}


def take_turns(app: Any, both: tuple[Space, Space], turns: int) -> None:
    """Time each thing in both spaces, in turn."""
    for _turn in range(turns):
        for space in both:
            with entered(app, space.name):
                for act in THINGS.values():
                    act(space.left.pop(), space)
                for _time in range(TURN - 1):
                    for what in THINGS:
                        space.time(what)


def over_floor(space: Space) -> Iterator[Result]:
    """What is issued against stock items in the same space."""
    for what, goal in ((ISSUED, OVER_FLOOR), (PRINTED, None)):
        for clock in CLOCKS:
            yield Result(what + clock, space.of(FLOOR, clock), space.of(what, clock), goal)


def growth(few: Space, many: Space) -> Iterator[Result]:
    """Each thing among few conventions against the same among many."""
    for what, goal in ((FLOOR, None), (ISSUED, GROWTH), (PRINTED, None)):
        for clock in CLOCKS:
            yield Result(what + clock, few.of(what, clock), many.of(what, clock), goal)


def measure(few: int, many: int, turns: int) -> None:
    """Make both spaces, measure, and print everything."""
    both = Space("few", few), Space("many", many)
    with TemporaryDirectory(prefix="bench-") as folder:
        serve.start(Path(folder))
        with serve.system_at_work() as app:
            with rich.progress.Progress(console=console, transient=True) as progress:
                for space in both:
                    spaces.make_ours(app, space.name, secrets.token_urlsafe(12), 1)
                    agree(app, space.name, space.size, TODAY, progress)
            for space in both:
                run_over(app, space, turns)
            take_turns(app, both, turns)
        Zope2.DB.close()
    for space in both:
        title = f"One document after another, {space.size:,} conventions"
        show(over_floor(space), title, "Stock item", "Document")
        for what, clock in product(THINGS, CLOCKS):
            console.print(f"{what}{clock}: {1000 / space.of(what, clock):.1f} a second")
    show(growth(*both), "Growth", f"{few:,} conventions", f"{many:,} conventions")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = {"type": int, "nargs": 2, "default": (100, 5000), "metavar": ("FEW", "MANY")}
    parser.add_argument("--sizes", help="how many conventions are billed", **sizes)
    parser.add_argument("--turns", type=int, default=6, help="each takes 15 conventions of a space")
    options = parser.parse_args()
    if min(options.sizes) <= options.turns * TURN * len(THINGS):
        parser.error("There are too few conventions for so many turns.")
    measure(*options.sizes, options.turns)


if __name__ == "__main__":
    main()

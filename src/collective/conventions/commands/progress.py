"""How long work shows on a terminal and in a log, and how Ctrl-C ends it in good order."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from contextlib import contextmanager
from datetime import datetime
from rich.console import Console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress as Bars
from rich.progress import TextColumn
from rich.progress import TimeElapsedColumn
from types import FrameType
import signal


class Stop:
    """Whether somebody has asked the work to stop; what is in hand is finished first."""

    def __init__(self) -> None:
        self.asked = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen to Ctrl-C and to the end of the session; a second Ctrl-C stops at once."""
        before = {one: signal.signal(one, self._ask) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


class Silent(Progress):
    """Shows nothing, and can be stopped."""

    def __init__(self, space: str, stop: Stop) -> None:
        self.space = space
        self.stop = stop

    @property
    def stopped(self) -> bool:
        return self.stop.asked


class Lines(Silent):
    """One line for each event, for the log of a cron job."""

    def begin(self, work: str, total: int) -> None:
        if total:
            self._line(f"{work}: {total}")

    def done(self, work: str, about: str) -> None:
        self._line(f"{work}: done: {about}")

    def failed(self, work: str, failure: Failure) -> None:
        self._line(f"{work}: FAILED: {failure.about}: {failure.why}")

    def _line(self, said: str) -> None:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        print(f"{now} {self.space} {' '.join(said.split())}", flush=True)


class Terminal(Silent):
    """One bar for each kind of work in each space."""

    def __init__(self, space: str, stop: Stop, bars: Bars) -> None:
        super().__init__(space, stop)
        self.bars = bars

    def begin(self, work: str, total: int) -> None:
        self.task = self.bars.add_task(f"{self.space}: {work}", total=total)

    def done(self, work: str, about: str) -> None:
        self.bars.advance(self.task)

    def failed(self, work: str, failure: Failure) -> None:
        self.bars.advance(self.task)


@contextmanager
def bars(console: Console) -> Iterator[Bars]:
    """The bars of a terminal."""
    columns = (TextColumn("{task.description:<32}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=console) as made:
        yield made


@contextmanager
def shown_by(
    quiet: bool, stop: Stop, console: Console | None = None
) -> Iterator[Callable[[str], Progress]]:
    """How the work is shown: bars on a terminal, lines in a log, nothing beside JSON."""
    console = console or Console()
    if quiet:
        yield lambda space: Silent(space, stop)
    elif console.is_terminal:
        with bars(console) as made:
            yield lambda space: Terminal(space, stop, made)
    else:
        yield lambda space: Lines(space, stop)

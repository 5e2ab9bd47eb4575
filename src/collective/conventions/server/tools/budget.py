"""So much work fits between a click and its answer."""

from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from time import monotonic


#: How long one answer may take.
SECONDS = 8.0


class Budget(Progress):
    """Stops after ``seconds``, but never before one space has been reached."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.reached = 0
        self.start = monotonic()

    @property
    def stopped(self) -> bool:
        return self.reached > 0 and monotonic() - self.start >= self.seconds

    def done(self, work: str, about: str) -> None:
        self.reached += 1

    def failed(self, work: str, failure: Failure) -> None:
        self.reached += 1

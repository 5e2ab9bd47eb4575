"""What long work tells on its way, and how it is stopped."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """Something that could not be done: what it was about, and why."""

    about: str
    why: str


class Progress:
    """Is told what happens, record by record. By itself it is silent and never stops anything."""

    @property
    def stopped(self) -> bool:
        """Whether nothing more should be begun; asked between two records."""
        return False

    def begin(self, work: str, total: int) -> None:
        """So much of ``work`` ("refresh", "upgrade") is to be done."""

    def done(self, work: str, about: str) -> None:
        """One record is done and kept."""

    def failed(self, work: str, failure: Failure) -> None:
        """One record is left as it was."""

"""What a ledger was wrong about: which file, by how much, and why."""

from dataclasses import dataclass


#: Why ledger and database differ.
UNSEEN = "unseen"
UNHELD = "unheld"
RESIZED = "resized"
REASONS = {
    UNSEEN: "the space holds a file that came by a road no event announces",
    UNHELD: "a file was counted that nothing in the space holds any more",
    RESIZED: "a file was written to without an event",
}


@dataclass(frozen=True)
class Difference:
    """One blob about which the ledger was wrong, and whose it is."""

    oid: int
    counted: int
    found: int
    reason: str
    holders: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        return REASONS[self.reason]

"""The table of ``docs/access.md``, cell by cell."""

from dataclasses import dataclass
from pathlib import Path
import re


DOCUMENT = Path(__file__).parents[2] / "docs" / "access.md"

#: The letters of the states, in their order.
STATES = {"D": "draft", "A": "council_approved", "S": "signed", "T": "terminated"}
CELL = re.compile(r"–|yes|[D·][A·][S·][T·]")


@dataclass(frozen=True)
class Line:
    """A line of the table on one channel: what each person may, by his column's name."""

    action: str
    channel: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.action} | {self.channel}"

    @property
    def stateless(self) -> bool:
        return "yes" in self.cells.values()

    def allowed(self, person: str, letter: str) -> bool:
        cell = self.cells[person]
        return cell == "yes" if self.stateless else letter in cell


def table() -> list[Line]:
    """All lines of the table, one for each channel."""
    rows = [_split(text) for text in DOCUMENT.read_text("utf-8").splitlines() if "|" in text]
    start = next(i for i, row in enumerate(rows) if row[:2] == ["action", "channel"])
    people = rows[start][2:]
    lines = []
    for action, channels, *cells in rows[start + 2 :]:
        assert len(cells) == len(people), action
        assert all(CELL.fullmatch(cell) for cell in cells), (action, cells)
        found = dict(zip(people, cells, strict=True))
        lines += [Line(action, channel.strip(), found) for channel in channels.split(",")]
    return lines


def _split(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]

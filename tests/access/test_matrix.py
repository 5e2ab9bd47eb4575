"""Every cell of the table of ``docs/access.md``, tried for real."""

from access.table import STATES
from access.table import table
from access.trials import TRIALS
from access.trials import tried
import pytest


LINES = table()


def test_the_table_is_there():
    """A table that has lost its lines or columns would prove nothing."""
    assert len(LINES) == 154
    assert {len(line.cells) for line in LINES} == {14}
    assert {line.action for line in LINES} == set(TRIALS)
    assert len(set(map(str, LINES))) == len(LINES)


class TestMatrix:
    """One space for all lines: its people and conventions are made once."""

    @pytest.mark.parametrize("line", LINES, ids=str)
    def test_line(self, world, line):
        wrong = []
        for letter in "D" if line.stateless else STATES:
            for person in line.cells:
                allowed = line.allowed(person, letter)
                if tried(world, person, line, letter) != allowed:
                    wrong.append(f"cell: {line} | {person} in {STATES[letter]}: {allowed=}")
        assert not wrong, "\n".join(wrong)

"""Gathering runs into lines, with white space as a browser shows it."""

from collective.conventions.markup.blocks import Line
from collective.conventions.markup.blocks import Paragraph
from collective.conventions.markup.blocks import Run
from dataclasses import replace
import re


#: White space that is one space to a reader; a space that may not break is none of it.
SPACES = re.compile("[ \t\n\r\f]+")
#: What no file format and no database carries.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Lines:
    """The lines of one paragraph while they are read."""

    def __init__(self) -> None:
        self._lines: list[list[Run]] = [[]]

    def add(self, run: Run) -> None:
        """Words that go on in the same line."""
        line = self._lines[-1]
        text = SPACES.sub(" ", UNSTORABLE.sub(" ", run.text))
        if not line or line[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if line and replace(line[-1], text="") == replace(run, text=""):
            text = line.pop().text + text
        if text:
            line.append(replace(run, text=text))

    def end_line(self) -> None:
        """What follows stands on the next line."""
        self._lines.append([])

    def begin_afresh(self) -> None:
        """What follows is no part of what came before, though it is the same paragraph."""
        if self._lines[-1]:
            self.end_line()

    def taken(self) -> tuple[Paragraph, ...]:
        """The paragraph, if it says anything; begins the next one."""
        lines = [_trimmed(line) for line in self._lines]
        self._lines = [[]]
        while lines and _blank(lines[-1]):
            lines.pop()
        while lines and _blank(lines[0]):
            lines.pop(0)
        return (Paragraph(tuple(lines)),) if lines else ()


def _trimmed(line: list[Run]) -> Line:
    runs = list(line)
    while runs:
        last = runs.pop()
        if text := last.text.removesuffix(" "):
            return (*runs, replace(last, text=text))
    return ()


def _blank(line: Line) -> bool:
    return not any(run.text.strip() for run in line)

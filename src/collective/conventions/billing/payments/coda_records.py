"""The lines of a CODA file, and the values at their fixed places."""

from collective.conventions import _
from collective.conventions.billing.payments.statement import refused
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


WIDTH = 128
NO_CODA = _("This is not a CODA file.")
WRONG_WIDTH = _("Line ${line}: it has ${length} characters instead of 128.")
NO_DATE = _("Line ${line}: “${text}” is not a date.")
NO_AMOUNT = _("Line ${line}: “${text}” is not an amount in euro and cents.")


@dataclass(frozen=True)
class Record:
    """One line of 128 characters; places are counted from zero."""

    line: int
    text: str

    @property
    def kind(self) -> str:
        """Its first character."""
        return self.text[0]

    @property
    def article(self) -> str:
        """Which part of a movement or of an information it is: 1, 2 or 3."""
        return self.text[1]

    @property
    def place(self) -> str:
        """To which movement it belongs: sequence number and detail number."""
        return self.text[2:10]

    def amount(self, start: int) -> Decimal:
        """An amount behind its sign (0 in, 1 out): twelve digits and three decimals."""
        amount = self.sum(start + 1)
        if self.text[start] not in "01":
            raise refused(self.line, NO_AMOUNT, text=self.text[start : start + 16])
        return -amount if self.text[start] == "1" else amount

    def sum(self, start: int) -> Decimal:
        """An amount without a sign."""
        text = self.text[start : start + 15]
        # The euro has two decimals, so the third one is nought.
        if not (text.isascii() and text.isdigit() and text.endswith("0")):
            raise refused(self.line, NO_AMOUNT, text=text)
        return Decimal(text[:-1]).scaleb(-2)

    def day(self, start: int) -> date:
        """A day of this century: DDMMYY."""
        text = self.text[start : start + 6]
        try:
            if not (text.isascii() and text.isdigit()):
                raise ValueError
            return date(2000 + int(text[4:]), int(text[2:4]), int(text[:2]))
        except ValueError:
            raise refused(self.line, NO_DATE, text=text)


def records(data: bytes) -> list[Record]:
    """The lines of a file, empty ones at its end left out.

    :raises BadRequest: for a file that holds none, or a line of another width.
    """
    lines = _text(data).rstrip("\r\n\x1a").split("\n")
    found = [Record(number, line.rstrip("\r")) for number, line in enumerate(lines, 1)]
    if not found[0].text.startswith("00000"):
        raise refused(1, NO_CODA)
    for record in found:
        if len(record.text) != WIDTH:
            raise refused(record.line, WRONG_WIDTH, length=len(record.text))
        if record.kind not in "0123489":
            raise refused(record.line, _("Line ${line}: there is no such record in CODA."))
    return found


def _text(data: bytes) -> str:
    """Banks write ASCII, the Western set of Windows, or UTF-8; accents tell them apart."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")

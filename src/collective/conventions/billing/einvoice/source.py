"""An element of a received document, and what is found wrong in it."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.billing.einvoice.names import PREFIXES
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from datetime import date
from decimal import Decimal
from lxml import etree
import re


NUMBER = re.compile(r"[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LIMITS = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}


class Source:
    """Reads values below an element; all that share a document share one list of findings.

    ``field`` and ``row`` say where in the ``Document`` they belong; names given to the methods are
    then columns. Without a ``field`` the names are fields.
    """

    def __init__(
        self,
        element: etree._Element,
        findings: list[Finding],
        field: str = "",
        row: int | None = None,
    ) -> None:
        self._element = element
        self._findings = findings
        self._field = field
        self._row = row

    def below(self, path: str, field: str) -> "Source":
        """What is at ``path``, or an empty element where nothing is."""
        found = self._element.find(path, PREFIXES)
        return Source(etree.Element("nothing") if found is None else found, self._findings, field)

    def each(self, path: str, field: str = "") -> Iterator["Source"]:
        """Every element at ``path``; with a ``field``, they are its rows."""
        for row, found in enumerate(self._element.iterfind(path, PREFIXES)):
            yield Source(found, self._findings, field or self._field, row if field else self._row)

    def currencies(self) -> frozenset[str]:
        """Every currency that an amount is in."""
        return frozenset(str(found) for found in self._element.xpath("//@currencyID"))

    def text(self, path: str) -> str:
        """The text at ``path`` without space around it, or ""."""
        return (self._element.findtext(path, "", PREFIXES) or "").strip()

    def attribute(self, path: str, name: str) -> str:
        """An attribute of the element at ``path``, or ""."""
        found = self._element.find(path, PREFIXES)
        return "" if found is None else found.get(name, "").strip()

    def required(self, path: str, name: str) -> str:
        """The text at ``path``, which must be there."""
        if not (text := self.text(path)):
            self.note("required", name)
        return text

    def day(self, path: str, name: str) -> date | None:
        """The date at ``path``, or None."""
        if not (text := self.text(path)):
            return None
        try:
            if DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.note("wrong_type", name, expected="date")
        return None

    def number(self, path: str, name: str) -> Decimal | None:
        """The number at ``path``, or None."""
        if not (text := self.text(path)):
            return None
        number = Decimal(text) if NUMBER.fullmatch(text) else Decimal("NaN")
        if code := number_fault(number):
            self.note(code, name, **({"maximum": LIMITS[code]} if code in LIMITS else {}))
            return None
        return number

    def counted(self, path: str, name: str) -> Decimal:
        """The number at ``path``, which must be there; zero after a finding."""
        self.required(path, name)
        return self.number(path, name) or Decimal(0)

    def identifier(self, text: str, name: str, normalise: Callable[[str], str]) -> str:
        """An identifier in its one form, or "" where there is none."""
        try:
            return normalise(text) if text else ""
        except InvalidIdentifier as refusal:
            self.note(refusal.code, name)
            return ""

    def note(self, code: str, name: str, **params: str | int) -> None:
        """Note what is wrong with the value of this name."""
        if self._field:
            self._findings.append(Finding(code, self._field, params, self._row, name))
        else:
            self._findings.append(Finding(code, name, params))

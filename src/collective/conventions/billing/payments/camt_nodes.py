"""The elements of a CAMT.053 file, by paths without namespaces, each with its line."""

from collective.conventions import _
from collective.conventions.billing.payments.statement import refused
from collective.conventions.interfaces import BadRequest
from datetime import date
from decimal import Decimal
from lxml import etree
from typing import Any
import re


NAMESPACE = re.compile(r"\{(urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.0[2-8])\}Document")
NO_XML = _("Line ${line}: this is not well-formed XML.")
NO_CAMT = _("This is not a CAMT.053 file of version 02 to 08.")
WITH_DTD = _("A file with a document type declaration (DTD) is not read.")
NO_AMOUNT = _("Line ${line}: “${text}” is not an amount in euro and cents.")
NO_EURO = _("Line ${line}: only amounts in euro are read.")
NO_DATE = _("Line ${line}: “${text}” is not a date.")
#: Whether an amount came in.
DIRECTIONS = {"CRDT": 1, "DBIT": -1}


class Node:
    """An element; paths are names with slashes between, as in "Acct/Id/IBAN"."""

    def __init__(self, element: Any, namespace: str) -> None:
        self._element = element
        self._namespace = namespace

    @property
    def line(self) -> int:
        """Where it stands."""
        return int(self._element.sourceline or 1)

    @property
    def value(self) -> str:
        """Its text."""
        return (self._element.text or "").strip()

    def all(self, path: str) -> "list[Node]":
        """The elements at a path."""
        named = "/".join(f"{{{self._namespace}}}{name}" for name in path.split("/"))
        return [Node(found, self._namespace) for found in self._element.findall(named)]

    def one(self, path: str) -> "Node":
        """The first element at a path.

        :raises BadRequest: where there is none.
        """
        for found in self.all(path):
            return found
        raise refused(self.line, _("Line ${line}: “${path}” is missing."), path=path)

    def text(self, path: str) -> str:
        """The text of the first element at a path; "" where there is none."""
        return next((found.value for found in self.all(path)), "")

    def amount(self) -> Decimal:
        """The amount it holds, without a sign."""
        return self.one("Amt").euro()

    @property
    def is_euro(self) -> bool:
        """Whether it is an amount in euro."""
        return bool(self._element.get("Ccy") == "EUR")

    def euro(self) -> Decimal:
        """The amount it is."""
        if not self.is_euro:
            raise refused(self.line, NO_EURO)
        if not re.fullmatch(r"\d{1,15}(\.\d{0,2}0{0,3})?", self.value, re.ASCII):
            raise refused(self.line, NO_AMOUNT, text=self.value)
        return round(Decimal(self.value), 2)

    def signed(self, amount: Decimal) -> Decimal:
        """An amount with the sign that it says: above zero what came in."""
        direction = self.one("CdtDbtInd")
        if direction.value not in DIRECTIONS:
            raise refused(direction.line, _("Line ${line}: neither credit nor debit."))
        return amount * DIRECTIONS[direction.value]

    def day(self) -> date:
        """The day of a date or of an instant."""
        text = self.text("Dt") or self.text("DtTm")[:10]
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise refused(self.line, NO_DATE, text=text)


def root(data: bytes) -> Node:
    """The document of a file; nothing outside it is read, and no entity in it is followed.

    :raises BadRequest: for what is no CAMT.053, or cannot be read without following something.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True
    )
    try:
        element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refused(error.lineno or 1, NO_XML)
    except ValueError:
        raise refused(1, NO_XML)
    if element.getroottree().docinfo.doctype:
        raise BadRequest(WITH_DTD)
    found = NAMESPACE.fullmatch(element.tag)
    if found is None:
        raise BadRequest(NO_CAMT)
    return Node(element, found[1])

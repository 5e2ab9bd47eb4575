"""What a paper says, in the language of its document; no request is needed."""

from collective.conventions import _
from collective.conventions.content.vocabularies import COUNTRIES
from collective.conventions.documents.rendering import wording as rendering
from collective.conventions.terms import writing
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.document import VatShare
from collective.conventions.terms.identifiers import format_enterprise_number
from collective.conventions.terms.identifiers import InvalidIdentifier
from datetime import date
from decimal import Decimal
from stdnum import iban
from zope.i18nmessageid import Message


KINDS: dict[str, Message] = {"invoice": _("Invoice"), "credit_note": _("Credit note")}
#: (unit, whether it is one) → how many of it.
QUANTITIES: dict[tuple[str, bool], Message] = {
    ("month", True): _("${n} month"),
    ("month", False): _("${n} months"),
    ("participant", True): _("${n} participant"),
    ("participant", False): _("${n} participants"),
}
#: VAT category → what stands in the place of a rate.
CATEGORIES: dict[str, Message] = {"E": _("exempt"), "O": _("not subject to VAT")}


class Wording(rendering.Wording):
    """Says the values of a document in ``language`` ("fr", "nl", "de", "en")."""

    def kind(self, kind: str) -> str:
        """What the document is."""
        return self.t(KINDS[kind])

    def period(self, start: date | None, end: date | None) -> str:
        """From day to day; one day alone, or nothing."""
        days = [self.day(day) for day in dict.fromkeys((start, end)) if day]
        return " – ".join(days)

    def money(self, amount: Decimal) -> str:
        """An amount with its sign of euro."""
        return writing.money(amount, self.language)

    def amount(self, amount: Decimal) -> str:
        """An amount in a column of euro: two decimals, more where a price has more."""
        decimals = max(2, -int(amount.normalize().as_tuple().exponent))
        return writing.number(amount, self.language, decimals)

    def percent(self, rate: Decimal) -> str:
        """A rate: "21 %"."""
        return f"{writing.number(rate, self.language)}\u00a0%"

    def vat(self, of: DocumentLine | VatShare) -> str:
        """The rate of a line or share, or why there is none."""
        if isinstance(of, DocumentLine):
            category, rate = of.vat_category, of.vat_rate
        else:
            category, rate = of.category, of.rate
        return self.t(CATEGORIES[category]) if category in CATEGORIES else self.percent(rate)

    def quantity(self, line: DocumentLine) -> str:
        """How much is charged, with its unit: "6 months"."""
        written = writing.number(line.quantity, self.language)
        pattern = QUANTITIES.get((line.unit, line.quantity == 1))
        return self.t(Message(pattern, mapping={"n": written})) if pattern else written

    def address(self, party: Organisation) -> list[str]:
        """The lines of an address; the country where it is abroad."""
        town = f"{party.postal_code} {party.city}".strip()
        abroad = party.country != "BE" and party.country in COUNTRIES
        country = self.t(COUNTRIES.getTerm(party.country).title) if abroad else ""
        return [line for line in (party.street, town, country) if line]

    def enterprise_number(self, number: str) -> str:
        """An enterprise number as people write it; a foreign one as it stands."""
        try:
            return format_enterprise_number(number)
        except InvalidIdentifier:
            return number

    def vat_number(self, number: str) -> str:
        """A VAT number as people write it: "BE 0403.019.261"."""
        return f"{number[:2]} {self.enterprise_number(number[2:])}"

    def account(self, number: str) -> str:
        """An account number in groups of four."""
        return str(iban.format(number))

"""In whose name invoices are issued on the server, how many, and who keeps each issuer."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing import issuers
from collective.conventions.billing.numbers import counts
from collective.conventions.browser.server.boxes import Box
from collective.conventions.browser.server.boxes import filled
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import spaces
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import format_enterprise_number
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Row:
    """An issuer: ``keeper`` in words, ``series`` as name with year and count of documents."""

    number: str
    keeper: str
    series: tuple[tuple[str, int], ...]


class ServerIssuersView(ServerPage):
    """``@@server-issuers``"""

    index = ViewPageTemplateFile("issuers.pt")
    title = _("Issuers")
    findings: tuple[Finding, ...] = ()

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"give": self._give}

    @cached_property
    def keepers(self) -> tuple[tuple[str, str], ...]:
        """Who can issue: the operator, or one of the spaces."""
        named = ((space.id, f"{space.title} ({space.id})") for space in spaces(self.root))
        return ((issuers.OPERATOR, self.t(_("the operator"))), *named)

    @cached_property
    def rows(self) -> list[Row]:
        titles, found = dict(self.keepers), list(counts(self.root))
        return [
            Row(
                format_enterprise_number(number),
                titles.get(keeper, keeper),
                tuple(
                    (f"{series.name} {series.year}".strip(), count)
                    for series, count in found
                    if series.issuer == number
                ),
            )
            for number, keeper in sorted(issuers.keepers(self.root).items())
        ]

    @property
    def boxes(self) -> list[Box]:
        boxes = (
            Box("issuer", _("Enterprise number"), _("Of the issuer."), required=True),
            Box("space", _("Kept by"), kind="choice", choices=self.keepers),
        )
        return filled(self, boxes, self.findings)

    def _give(self) -> str:
        try:
            number = issuers.give(
                self.root, self.value("issuer"), self.value("space"), present_actor()
            )
        except UnprocessableEntity as error:
            self.findings = tuple(error.findings)
            return str(self.index())
        keeper = dict(self.keepers)[self.value("space")]
        told = {"number": format_enterprise_number(number), "keeper": keeper}
        self.say(_("Invoices of ${number} are issued by: ${keeper}.", mapping=told))
        return self.go(self.url)

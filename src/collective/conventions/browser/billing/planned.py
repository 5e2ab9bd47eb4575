"""Documents to come, in words: each line with the reasons of its price."""

from collective.conventions.billing.foreseen import Foreseen
from collective.conventions.billing.foreseen import signed_net
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.billing.plan import Planned
from collective.conventions.billing.wording import sentence
from collective.conventions.browser.invoice.lacks import Lack
from collective.conventions.browser.invoice.lacks import lacks
from collective.conventions.browser.page import Page
from collective.conventions.terms.document import DocumentLine
from dataclasses import dataclass
from plone import api
from typing import Any


@dataclass(frozen=True)
class Line:
    """A line and why it is there at this price."""

    line: DocumentLine
    quantity: str
    period: str
    net: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ToCome:
    """A document that a run would issue."""

    kind: str
    customer: str
    credits: str
    net: str
    gross: str
    lines: tuple[Line, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True)
class Case:
    """A convention with its documents, or why nobody can tell."""

    title: str
    url: str
    reference: str
    documents: tuple[ToCome, ...]
    failure: str


def case(page: Page, one: Foreseen) -> Case:
    """What is due for one convention, in the reader's language."""
    return Case(
        one.record.Title,
        one.record.getURL(),
        one.record.convention_reference or "",
        tuple(to_come(page, planned) for planned in one.planned),
        one.failure,
    )


def to_come(page: Page, planned: Planned) -> ToCome:
    """A document to come, in the reader's language."""
    document, say = planned.document, Wording(page.language)
    lines = zip(document.lines, planned.reasons, strict=True)
    return ToCome(
        kind=say.kind(document.kind),
        customer=document.customer.name,
        credits=document.credits.number if document.credits is not None else "",
        net=page.money(signed_net(planned)),
        gross=page.money(-document.gross if document.kind == "credit_note" else document.gross),
        lines=tuple(
            Line(
                line,
                say.quantity(line),
                say.period(line.period_start, line.period_end),
                page.money(line.net),
                tuple(sentence(reason, page.language) for reason in reasons),
            )
            for line, reasons in lines
        ),
        lacks=tuple(lacks(page, planned.findings, document, _holder(planned.convention))),
    )


def _holder(convention: Any) -> Any | None:
    """The convention itself where the reader may change something of it."""
    may = api.user.has_permission("Modify portal content", obj=convention)
    return convention if may else None

"""What the data of a convention say that its text can be compared with."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.access.annexes import annexes
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAmount
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.context import KnownDate
from collective.conventions.terms.texts.check.context import KnownParty
from decimal import Decimal
from plone import api
from typing import Any


Values = Mapping[str, Any]

#: What belongs to a text as its annex; a letter or a signed copy does not.
ANNEX_KINDS = ("annex", "other")


def context_of(convention: Any, values: Values) -> Context:
    """What a text of ``convention`` is compared with, by these values of it."""
    return Context(
        dates=tuple(_dates(values)),
        amounts=tuple(_amounts(values)),
        parties=tuple(_parties(values)),
        annexes=tuple(_annexes(convention)),
        monetary=bool(values.get("monetary")) and not values.get("free_of_charge"),
        language=values.get("text_language") or "fr",
    )


def _dates(values: Values) -> Iterator[KnownDate]:
    """The dates that were set; a computed one follows from the text, not the other way round."""
    names = ["college_date", "council_date"]
    names += ["start_date"] if values.get("start_rule") == "fixed_date" else []
    names += ["end_date"] if values.get("duration_unit") == "until_date" else []
    for name in names:
        if values.get(name):
            yield KnownDate(name, values[name])


def _amounts(values: Values) -> Iterator[KnownAmount]:
    for row in values.get("prices") or ():
        if row.get("amount"):
            yield KnownAmount("prices", row["amount"], row.get("vat_category") in (None, "S"))
    for row in values.get("commitments") or ():
        if row.get("amount"):
            yield KnownAmount("commitments", row["amount"])
    declared: Decimal | None = values.get("declared_value")
    if declared:
        yield KnownAmount("declared_value", declared)


def _parties(values: Values) -> Iterator[KnownParty]:
    """The parties by name, whoever asks: who reads a text reads the names of its parties."""
    uids = [row["partner"] for row in values.get("parties") or () if row.get("partner")]
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(UID=uids) if uids else ():
        yield KnownParty(brain.Title)


def _annexes(convention: Any) -> Iterator[KnownAnnex]:
    for annex in annexes(convention):
        number = annex.number or ""
        kind = annex.annex_kind or "annex"
        if kind == "annex" or (kind in ANNEX_KINDS and number):
            yield KnownAnnex(number, annex.title)

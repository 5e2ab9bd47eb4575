"""What the terms of a convention are, in phrases that a text can hold.

Each function takes the values of a convention by field name and a language, and returns a phrase;
an empty one where the values say nothing.
"""

from collections.abc import Mapping
from collective.conventions.documents.filling.phrases import counted
from collective.conventions.documents.filling.phrases import of
from collective.conventions.documents.filling.phrases import period
from collective.conventions.documents.filling.phrases import said
from collective.conventions.terms import writing
from datetime import date
from decimal import Decimal
from typing import Any


Values = Mapping[str, Any]


def day(value: date | None, language: str) -> str:
    """A date in words; empty where there is none."""
    return writing.day(value, language) if value else ""


def start(values: Values, language: str) -> str:
    """When it enters into force: "au jour de la dernière signature"."""
    rule = values.get("start_rule") or "last_signature"
    told = {"day": day(values.get("start_date"), language)}
    told["condition"] = values.get("start_condition") or ""
    lacks = {"fixed_date": "day", "condition": "condition"}.get(rule)
    return "" if lacks and not told[lacks] else said(language, f"start {rule}", **told)


def duration(values: Values, language: str) -> str:
    """For how long: "pour une durée de trois ans"."""
    unit, count = values.get("duration_unit") or "unlimited", values.get("duration_count")
    length = period(language, count, unit) if count and unit in ("months", "years") else ""
    told = {
        "of_length": of(language, length),
        "day": day(values.get("end_date"), language),
        "event": values.get("end_event") or "",
    }
    needed = {
        "months": "of_length",
        "years": "of_length",
        "until_date": "day",
        "until_event": "event",
    }
    lacks = needed.get(unit)
    return "" if lacks and not told[lacks] else said(language, f"duration {unit}", **told)


def renewal(values: Values, language: str) -> str:
    """Whether and how it is renewed, as a sentence."""
    rule = values.get("renewal") or "none"
    if rule == "none":
        return said(language, "renewal none")
    months, cap = values.get("renewal_months"), values.get("renewal_cap_months")
    each = said(language, "renewal period", length=long(months, language)) if months else ""
    most = said(language, "renewal cap", length=long(cap, language)) if cap else ""
    return said(language, f"renewal {rule}", period=f"{each}", cap=most)


def long(months: int, language: str) -> str:
    """A number of months, as years where they are whole ones."""
    years, rest = divmod(months, 12)
    return period(language, months, "months") if rest else period(language, years, "years")


def notice_length(values: Values, language: str) -> str:
    """The length of a notice: "trois mois"."""
    count = values.get("notice_count")
    return period(language, count, values.get("notice_unit") or "months") if count else ""


def notice_means(values: Values, language: str) -> str:
    """By what a notice is given: "lettre recommandée"."""
    means = values.get("notice_means")
    return said(language, f"means {means}") if means and means != "other" else ""


def notice(values: Values, language: str, reserved_to: str) -> str:
    """Who may give notice, how and with what effect, as sentences.

    :param reserved_to: the name of the only party that may; empty where each of them may.
    """
    length, means = notice_length(values, language), notice_means(values, language)
    if not length:
        return ""
    tacit = values.get("renewal") == "tacit"
    scope = values.get("notice_scope") or ("renewal" if tacit else "any_time")
    return said(
        language,
        f"notice {scope}",
        who=said(language, "notice only", party=reserved_to)
        if reserved_to
        else said(language, "notice anybody"),
        length=length,
        of_length=of(language, length),
        means=said(language, "notice means", means=means) if means else "",
        basis=said(language, f"basis {values.get('notice_basis') or 'sending'}"),
    )


def breach_length(values: Values, language: str) -> str:
    """How long a party has to make a breach good: "30 jours"."""
    count = values.get("breach_count")
    return period(language, count, values.get("breach_unit") or "days") if count else ""


def breach(values: Values, language: str) -> str:
    """What follows from a breach that is not made good, as a sentence."""
    length = breach_length(values, language)
    basis = said(language, f"basis {values.get('breach_basis') or 'sending'}")
    return said(language, "breach", of_length=of(language, length), basis=basis) if length else ""


def price(row: Values, language: str) -> str:
    """A price in words: "82,00 € hors TVA par mois"."""
    amount = writing.money(row["amount"], language)
    words = said(language, f"price {row['basis']}", amount=amount)
    if (row.get("from_count") or 1) > 1:
        words += said(language, "price from", count=counted(language, row["from_count"]))
    if row.get("day"):
        words += said(language, "price due", day=day(row["day"], language))
    return words


def vat(row: Values, language: str) -> str:
    """How a price is taxed: "à majorer de la TVA au taux de 21 %"."""
    rate = writing.number(row.get("vat_rate") or Decimal(0), language)
    return said(language, f"vat {row.get('vat_category') or 'S'}", rate=rate)

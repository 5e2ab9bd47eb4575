"""The term of a convention in words: start, duration, renewal, notice."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from typing import Any
from zope.i18nmessageid import Message


Values = Mapping[str, Any]
Fact = tuple[str, str]


def term(page: Page, values: Values) -> list[Fact]:
    """(label, sentence) for everything that is agreed about the term."""
    facts = (
        (_("Start"), _start(page, values)),
        (_("Duration"), _duration(page, values)),
        (_("Renewal"), _renewal(page, values)),
        (_("Notice"), _notice(page, values)),
        (_("Resolutory condition"), values.get("resolutory_condition")),
        (_("Settlement of disputes"), values.get("dispute_settlement")),
        (_("Originals"), _originals(page, values)),
    )
    return [(page.t(label), page.t(text)) for label, text in facts if text]


def months(page: Page, count: int) -> str:
    """A length of time, in years where it is a number of years."""
    if count % 12:
        return page.t(_("1 month") if count == 1 else _("${n} months", mapping={"n": count}))
    years = count // 12
    return page.t(_("1 year") if years == 1 else _("${n} years", mapping={"n": years}))


def _start(page: Page, values: Values) -> str:
    rule = values.get("start_rule")
    if rule == "fixed_date" and values.get("start_date"):
        return page.t(_("On ${date}.", mapping={"date": page.day(values["start_date"])}))
    if rule == "condition" and values.get("start_condition"):
        return " ".join(_condition(page, values))
    title = page.choice(vocabularies.START_RULES, rule)
    return f"{title}." if title else ""


def _condition(page: Page, values: Values) -> Iterator[str]:
    condition = {"condition": values["start_condition"]}
    yield page.t(_("When this condition is met: ${condition}", mapping=condition))
    if values.get("condition_met"):
        met = {"date": page.day(values["condition_met"])}
        yield page.t(_("(met on ${date})", mapping=met))


def _duration(page: Page, values: Values) -> Message | str | None:
    unit, count = values.get("duration_unit"), values.get("duration_count")
    if unit in ("months", "years") and count:
        return f"{months(page, count * (12 if unit == 'years' else 1))}."
    if unit == "until_date" and values.get("end_date"):
        return _("Until ${date}.", mapping={"date": page.day(values["end_date"])})
    if unit == "until_event" and values.get("end_event"):
        return _("Until this event: ${event}", mapping={"event": values["end_event"]})
    return _("Unlimited.") if unit == "unlimited" else None


def _renewal(page: Page, values: Values) -> Message | str | None:
    renewal, each = values.get("renewal"), values.get("renewal_months")
    if renewal == "express":
        return _("Only by a new agreement.")
    if renewal != "tacit" or not each:
        return None
    period = {"period": months(page, each)}
    first = page.t(_("Each time for ${period}, by itself, unless notice is given.", mapping=period))
    cap = values.get("renewal_cap_months")
    if not cap:
        return first
    longest = {"period": months(page, cap)}
    most = page.t(_("At most ${period}, counted from the start.", mapping=longest))
    return f"{first} {most}"


def _notice(page: Page, values: Values) -> str | None:
    count = values.get("notice_count")
    if not count:
        return None
    means = page.choice(vocabularies.NOTICE_MEANS, values.get("notice_means"))
    basis = page.choice(vocabularies.NOTICE_BASES, values.get("notice_basis"))
    parts = [_length(page, count, values.get("notice_unit"))]
    if means:
        parts.append(page.t(_("given by: ${means}", mapping={"means": means})))
    if basis:
        parts.append(page.t(_("counted from: ${basis}", mapping={"basis": basis})))
    return f"{page.listed(parts)}."


def _length(page: Page, count: int, unit: str | None) -> str:
    if unit == "days":
        return page.t(_("1 day") if count == 1 else _("${n} days", mapping={"n": count}))
    return months(page, count)


def _originals(page: Page, values: Values) -> str | None:
    count = values.get("originals") or len(values.get("parties") or ())
    return page.number(count) if count else None

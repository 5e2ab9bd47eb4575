"""The term of a convention in words: start, duration, renewal, notice."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from typing import Any
from zope.i18nmessageid import Message


Values = Mapping[str, Any]
Fact = tuple[str, str]


def term(page: Page, values: Values, names: Names) -> list[Fact]:
    """(label, sentence) for everything that is agreed about the term."""
    facts = (
        (_("Start"), _start(page, values)),
        (_("Duration"), _duration(page, values)),
        (_("Renewal"), _renewal(page, values)),
        (_("Renewals agreed on"), _renewals(page, values)),
        (_("Notice"), _notice(page, values, names)),
        (_("Breach"), _breach(page, values)),
        (_("Contact persons"), _contacts(page, values)),
        (_("Delays"), _delays(values)),
        (_("Resolutory condition"), values.get("resolutory_condition")),
        (_("Settlement of disputes"), values.get("dispute_settlement")),
        (_("Originals"), _originals(page, values)),
        (_("Clauses"), _clauses(page, values)),
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
        return " ".join(_event(page, values))
    return _("Unlimited.") if unit == "unlimited" else None


def _event(page: Page, values: Values) -> Iterator[str]:
    yield page.t(_("Until this event: ${event}", mapping={"event": values["end_event"]}))
    if values.get("event_date"):
        happened = {"date": page.day(values["event_date"])}
        yield page.t(_("(happened on ${date})", mapping=happened))


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


def _renewals(page: Page, values: Values) -> str:
    rows = values.get("renewals_agreed") or ()
    return page.listed(_agreed(page, row) for row in rows)


def _agreed(page: Page, row: Mapping[str, Any]) -> str:
    more = ", ".join(text for text in (row.get("decision"), row.get("note")) if text)
    day = page.day(row["agreed"])
    return page.labelled(day, more) if more else day


def _notice(page: Page, values: Values, names: Names) -> str | None:
    count = values.get("notice_count")
    if not count:
        return None
    means = page.choice(vocabularies.NOTICE_MEANS, values.get("notice_means"))
    scope = page.choice(vocabularies.NOTICE_SCOPES, values.get("notice_scope"))
    parts = [_length(page, count, values.get("notice_unit"))]
    if means:
        parts.append(page.t(_("given by: ${means}", mapping={"means": means})))
    parts.extend(_counted_from(page, values.get("notice_basis")))
    said = [f"{page.listed(parts)}."]
    if scope:
        said.append(f"{scope}.")
    if only := values.get("notice_by"):
        reserved = {"party": names[only].title}
        said.append(page.t(_("Reserved to ${party}.", mapping=reserved)))
    return " ".join(said)


def _breach(page: Page, values: Values) -> str | None:
    count = values.get("breach_count")
    if not count:
        return None
    length = {"length": _length(page, count, values.get("breach_unit"))}
    parts = [
        page.t(_("${length} to make it good, after a formal notice", mapping=length)),
        *_counted_from(page, values.get("breach_basis")),
    ]
    return f"{page.listed(parts)}."


def _counted_from(page: Page, basis: str | None) -> Iterator[str]:
    if title := page.choice(vocabularies.NOTICE_BASES, basis):
        yield page.t(_("counted from: ${basis}", mapping={"basis": title}))


def _contacts(page: Page, values: Values) -> str | None:
    days = values.get("contacts_days")
    if not days:
        return None
    length = {"length": _length(page, days, "days")}
    return page.t(
        _("Named by each party within ${length} of the entry into force.", mapping=length)
    )


def _delays(values: Values) -> Message | None:
    """Only the exception is worth a line: the rule is the law's."""
    if values.get("delays_move") is not False:
        return None
    return _("A delay that ends on a day off does not move to the next working day.")


def _clauses(page: Page, values: Values) -> str:
    rows = values.get("clauses") or ()
    topics = vocabularies.CLAUSE_TOPICS
    return page.listed(
        page.labelled(page.choice(topics, row["topic"]), row["clause"]) for row in rows
    )


def _length(page: Page, count: int, unit: str | None) -> str:
    if unit == "days":
        return page.t(_("1 day") if count == 1 else _("${n} days", mapping={"n": count}))
    return months(page, count)


def _originals(page: Page, values: Values) -> str | None:
    count = values.get("originals") or len(values.get("parties") or ())
    return page.number(count) if count else None

"""Rules as rows of a table: what a form shows and a client sends, checked as in a convention."""

from collections.abc import Mapping
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.terms.watching import days_before
from typing import Any


Row = Mapping[str, Any]


def row_of(rule: Rule) -> dict[str, Any]:
    """A rule as a row."""
    return {
        "what": rule.what,
        "days_before": ", ".join(str(days) for days in rule.days_before),
        "repeat_days": rule.repeat_days,
        "recipients": rule.recipients,
    }


def rule_of(row: Row) -> Rule:
    """The rule that a row stands for.

    :raises ValueError: for a row in which ``terms.rows.check_reminders`` finds a fault.
    """
    days = days_before(row.get("days_before"))
    if days is None:
        raise ValueError(f"no numbers of days: {row.get('days_before')}")
    return Rule(row["what"], days, row.get("repeat_days"), row["recipients"])

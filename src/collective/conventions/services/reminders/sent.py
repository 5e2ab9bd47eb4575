"""The rules of a space, as a client sends them."""

from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.reminders.rows import rule_of
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.rows import check_reminders
from dataclasses import replace
from typing import Any


def rules_sent(
    context: Any, name: str, raw: Any, faults: list[Finding | Problem]
) -> tuple[Rule, ...] | None:
    """The rules in ``raw``, sent as ``name``; or None, and what is wrong joins ``faults``."""
    if raw is None:
        faults.append(problem("required", name))
        return None
    reader = Reader(context)
    rows = reader.value(name, IConvention["reminders"], raw)
    found = reader.problems or [replace(finding, field=name) for finding in check_reminders(rows)]
    faults += found
    return None if found else tuple(rule_of(row) for row in rows)

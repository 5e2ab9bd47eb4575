"""What a person should see once more before taking a step."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.content.amended import effective
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Fact:
    """A line of the summary."""

    title: str
    text: str


def summary(step: str, page: Page, values: Mapping[str, Any], names: Names) -> list[Fact]:
    """The facts that the step stands on."""
    parties = ", ".join(names[row["partner"]].title for row in values.get("parties") or ())
    facts = [(_("Convention"), values.get("title")), (_("Parties"), parties)]
    if "amendment_number" in values:
        first = page.day(effective(values))
        facts = [
            (_("Amendment"), values.get("title")),
            (_("First day on which it holds"), first),
        ]
    if step in ("approve", "withdraw"):
        facts += [
            (_("Date of the College's decision"), page.day(values.get("college_date"))),
            (_("Date of the Council's decision"), page.day(values.get("council_date"))),
            (_("Number of the Council's decision"), values.get("council_number")),
        ]
    if step in ("sign", "terminate"):
        facts += [
            (_("Signed by ${name}", mapping={"name": row["name"]}), page.day(row["date_signed"]))
            for row in values.get("signatories") or ()
        ]
    return [Fact(page.t(title), text or "–") for title, text in facts]

"""What is to be done now: the steps that the reader may take, and what they still lack."""

from collections.abc import Mapping
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.states import STEPS as TITLES
from collective.conventions.lifecycle.agenda import FORWARD
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import possible
from collective.conventions.lifecycle.steps import STEPS
from dataclasses import dataclass
from typing import Any


#: Is given with the step itself, so it is not missing before.
ASKED = ("withdrawal_reason",)
#: The steps to which a page of their own leads.
PAGES = {"terminate": "@@termination"}


@dataclass(frozen=True)
class NextStep:
    """A step: its title, the address of its page, and what it still lacks."""

    name: str
    title: str
    url: str
    forward: bool
    missing: tuple[Described, ...]


def next_steps(page: Page, values: Mapping[str, Any], names: Names) -> list[NextStep]:
    """The steps that the reader may take now, those that lead on first."""
    found = [_step(page, step, values, names) for step in possible(page.context)]
    return sorted(found, key=lambda step: not step.forward)


def _step(page: Page, step: str, values: Mapping[str, Any], names: Names) -> NextStep:
    asked = (*ASKED, *STEPS[step][2])
    lacking = [
        described(finding, page, names, values.get(finding.field))
        for finding in missing(page.context, step, page.today)
        if finding.field not in asked
    ]
    return NextStep(
        step,
        page.t(TITLES[step]),
        f"{page.context.absolute_url()}/{PAGES.get(step, f'@@step?step={step}')}",
        step in FORWARD,
        tuple(lacking),
    )

"""A request as the pages show it: who asked for what, and every step since."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.requests.states import BADGES
from collective.conventions.browser.requests.states import KINDS
from collective.conventions.browser.requests.states import STATES
from collective.conventions.server.tools.requests import ADAPTATION
from collective.conventions.server.tools.requests import Request
from collective.conventions.server.tools.requests import Step
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A step in words."""

    when: str
    state: str
    who: str
    reason: list[str]


@dataclass(frozen=True)
class Card:
    """A request in words; ``id`` is the address of its place in the page."""

    request: Request
    id: str
    title: str
    kind: str
    state: str
    badge: str
    text: list[str]
    steps: list[Said]


def card(page: Page, request: Request, titles: Mapping[str, str]) -> Card:
    """A request in words.

    :param titles: those of the tools, by their ids.
    """
    return Card(
        request,
        f"request-{request.space}-{request.number}",
        _title(page, request, titles),
        page.t(KINDS[request.kind]),
        page.t(STATES[request.state]),
        BADGES[request.state],
        page.paragraphs(request.text),
        [_said(page, step) for step in request.steps],
    )


def _title(page: Page, request: Request, titles: Mapping[str, str]) -> str:
    about = titles.get(request.tool, request.tool)
    if request.kind == ADAPTATION:
        about = about or page.t(_("The space itself"))
        return page.t(_("Adaptation: ${about}", mapping={"about": about}))
    return about


def _said(page: Page, step: Step) -> Said:
    state = page.t(STATES[step.state])
    return Said(page.moment(step.instant), state, step.name, page.paragraphs(step.reason))

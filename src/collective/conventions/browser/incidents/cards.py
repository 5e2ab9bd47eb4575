"""An incident in words."""

from collective.conventions import _
from collective.conventions.browser.incidents.fields import SCOPES
from collective.conventions.browser.page import Page
from collective.conventions.server.incident import Incident
from collective.conventions.server.incident import KINDS
from collective.conventions.server.incident import SEVERITIES
from collective.conventions.server.incident import Step
from collective.conventions.server.incident_steps import title_of
from collective.conventions.server.letter_words import ABOUT
from collective.conventions.server.letters import NO_ADDRESS
from collective.conventions.server.letters import NO_SENDER
from collective.conventions.server.letters import Notice
from dataclasses import dataclass
from zope.i18nmessageid import Message


STATES: dict[str, Message] = {
    "new": _("new"),
    "open": _("in hand"),
    "closed": _("closed"),
}
BADGES = {"new": "cv-overdue", "open": "cv-incomplete", "closed": "cv-state-draft"}


WHY: dict[str, Message] = {
    NO_SENDER: _("the space sends no mail"),
    NO_ADDRESS: _("no address is known"),
}


@dataclass(frozen=True)
class Post:
    """What became of the letters about one step, in words."""

    when: str
    what: str
    told: str
    missed: list[str]


@dataclass(frozen=True)
class Said:
    """A step in words."""

    when: str
    what: str
    who: str
    text: list[str]
    details: list[str]
    told: bool


@dataclass(frozen=True)
class Card:
    """An incident in words."""

    id: str
    space: str
    title: str
    kind: str
    severity: str
    happened: str
    state: str
    badge: str
    awaits_answer: bool
    reported: str
    steps: list[Said]


def card(page: Page, incident: Incident) -> Card:
    """An incident in words, with the steps that it holds."""
    severity = incident.severity
    return Card(
        incident.id,
        incident.space_id,
        incident.title,
        page.t(KINDS[incident.kind]),
        page.t(SEVERITIES[severity]) if severity else "",
        incident.happened,
        page.t(STATES[incident.state]),
        BADGES[incident.state],
        incident.awaits_answer and incident.state != "closed",
        page.moment(incident.steps[0].instant),
        [_said(page, step) for step in incident.steps],
    )


def post(page: Page, notice: Notice) -> Post:
    """What became of letters, in words."""
    missed = [
        page.labelled(login, page.t(WHY[why]) if why in WHY else why)
        for login, why in notice.missed.items()
    ]
    told = ", ".join(notice.told)
    return Post(page.moment(notice.instant), page.t(ABOUT[notice.about]), told, missed)


def _said(page: Page, step: Step) -> Said:
    return Said(
        page.moment(step.instant),
        page.t(title_of(step.kind)),
        step.name or step.actor,
        page.paragraphs(step.reason),
        _details(page, step),
        step.told,
    )


def _details(page: Page, step: Step) -> list[str]:
    detail = step.detail
    found = []
    if "severity" in detail:
        found.append(page.t(SEVERITIES[detail["severity"]]))
    if "scope" in detail:
        found.append(page.t(SCOPES[detail["scope"]]))
    if detail.get("accounts"):
        found.append(", ".join(detail["accounts"]))
    if "authority" in detail:
        found.append(str(detail["authority"]))
    return found

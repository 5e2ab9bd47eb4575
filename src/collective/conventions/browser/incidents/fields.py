"""What is asked of who reports an incident, and of who takes a step."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.server.incident import KINDS
from collective.conventions.server.incident import SEVERITIES
from collective.conventions.server.incident_steps import STEPS
from collective.conventions.server.incidents import LONGEST_TEXT
from collective.conventions.server.incidents import LONGEST_TITLE
from collective.conventions.server.letter_words import TO_MANAGERS
from collective.conventions.server.suspension import ACCOUNTS
from collective.conventions.server.suspension import SPACE
from typing import Any
from zope import schema
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SCOPES: dict[str, Message] = {
    SPACE: _("The whole space: only the maintenance team enters"),
    ACCOUNTS: _("Some accounts: the others go on working"),
}


def _choices(titles: Mapping[str, Any]) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(name, name, title) for name, title in titles.items()])


REPORT: dict[str, Any] = {
    "kind": schema.Choice(
        __name__="kind", title=_("What kind of incident it is"), vocabulary=_choices(KINDS)
    ),
    "title": schema.TextLine(
        __name__="title", title=_("What has happened, in a few words"), max_length=LONGEST_TITLE
    ),
    "happened": schema.TextLine(
        __name__="happened",
        title=_("When"),
        description=_("As well as you know: a day, an hour, “since last week”."),
        required=False,
        max_length=LONGEST_TITLE,
    ),
    "text": schema.Text(
        __name__="text",
        title=_("What you have seen"),
        description=_("Who, what, where; what you have done since. Never a password."),
        max_length=LONGEST_TEXT,
    ),
}
REASON = schema.Text(
    __name__="reason",
    title=_("Reason"),
    description=_("It is kept in the journal word for word."),
    max_length=LONGEST_TEXT,
)
#: Of the steps of which the managers of the space are told by mail.
MAILED = schema.Text(
    __name__="reason",
    title=_("Reason"),
    description=_(
        "It is kept in the journal word for word, and mailed to the managers of the space. Never "
        "a password."
    ),
    max_length=LONGEST_TEXT,
)
#: What the entity is asked for; kept as the reason of its step.
ANSWER = schema.Text(__name__="reason", title=_("Your answer"), max_length=LONGEST_TEXT)
TOLD = schema.Bool(__name__="told", title=_("The entity is told"), required=False)
DETAILS: dict[str, dict[str, Any]] = {
    "triaged": {
        "severity": schema.Choice(
            __name__="severity", title=_("How grave it is"), vocabulary=_choices(SEVERITIES)
        ),
    },
    "suspended": {
        "scope": schema.Choice(
            __name__="scope", title=_("Who is suspended"), vocabulary=_choices(SCOPES)
        ),
        "accounts": schema.TextLine(
            __name__="accounts",
            title=_("Accounts"),
            description=_("The names with which they log in, with commas between them."),
            required=False,
        ),
    },
    "authorities": {
        "authority": schema.TextLine(
            __name__="authority", title=_("Which authority"), max_length=LONGEST_TITLE
        ),
    },
}
#: What the entries of the journals hold about a step.
RECORDED: dict[str, Any] = {
    "incident": schema.TextLine(title=_("Incident")),
    **{name: field for detail in DETAILS.values() for name, field in detail.items()},
}
#: Of these the entity is always told: it stands before the door.
ALWAYS_TOLD = ("suspended", "reinstated")


def report_fields(spaces: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What a report asks; the operator says besides which space is concerned."""
    if spaces is None:
        return REPORT
    space = schema.Choice(__name__="space", title=_("Space"), vocabulary=_choices(spaces))
    return {"space": space, **REPORT}


def step_fields(kind: str) -> dict[str, Any]:
    """What a step asks."""
    told = {} if kind in ALWAYS_TOLD or kind not in STEPS else {"told": TOLD}
    reason = MAILED if kind in TO_MANAGERS else REASON
    return {**DETAILS.get(kind, {}), "reason": reason, **told}

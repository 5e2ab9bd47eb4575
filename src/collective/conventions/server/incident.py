"""An incident and its steps, as values."""

from collections.abc import Mapping
from collective.conventions import _
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
from zope.i18nmessageid import Message


KINDS: dict[str, Message] = {
    "intrusion": _("Attempt to break in"),
    "account": _("Account used by somebody else"),
    "loss": _("Lost or stolen access (password, device, address of a calendar)"),
    "misuse": _("Abuse or excessive use"),
    "disclosure": _("Data seen by somebody who should not have"),
    "other": _("Something else"),
}
SEVERITIES: dict[str, Message] = {
    "low": _("Low"),
    "serious": _("Serious"),
    "grave": _("Grave"),
}


@dataclass(frozen=True)
class Step:
    """What was done, when (UTC, ISO 8601), by whom, and why."""

    kind: str
    instant: str
    actor: str
    #: The actor's name, where it is known beside the login.
    name: str
    reason: str
    #: Whether the entity is told.
    told: bool
    detail: Mapping[str, Any] = field(default_factory=dict)
    #: Whether the actor is a member of the space.
    own: bool = False


#: The states of an incident.
STATES = ("new", "open", "closed")


@dataclass(frozen=True)
class Incident:
    """What has happened in a space or to it, with everything that followed."""

    id: str
    space_id: str
    kind: str
    title: str
    happened: str
    steps: tuple[Step, ...]

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> "Incident":
        """The incident that these plain values make."""
        return cls(**{**values, "steps": tuple(Step(**step) for step in values["steps"])})

    @property
    def reporter(self) -> str:
        """Who has reported it; empty where it was the operator."""
        return self.steps[0].actor if self.steps[0].own else ""

    @property
    def state(self) -> str:
        """``new`` until somebody has looked at it, then ``open``, at last ``closed``."""
        kinds = [step.kind for step in self.steps if step.kind in ("closed", "reopened")]
        if kinds and kinds[-1] == "closed":
            return "closed"
        return "open" if any(not step.own for step in self.steps) else "new"

    @property
    def severity(self) -> str:
        """How grave the operator holds it to be; empty until he has said so."""
        given = [str(step.detail["severity"]) for step in self.steps if "severity" in step.detail]
        return given[-1] if given else ""

    @property
    def awaits_answer(self) -> bool:
        """Whether the entity has been asked for something and has not answered."""
        kinds = [step.kind for step in self.steps if step.kind in ("asked", "answered")]
        return bool(kinds) and kinds[-1] == "asked"

    def told(self) -> "Incident":
        """The same incident as the entity knows it."""
        return replace(self, steps=tuple(step for step in self.steps if step.told))

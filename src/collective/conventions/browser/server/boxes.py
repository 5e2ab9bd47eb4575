"""The fields of the operator's forms, with what was entered and what is wrong with it."""

from collections.abc import Iterable
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from dataclasses import replace
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Box:
    """One field. ``kind`` is ``text``, ``email``, ``area`` or ``choice``."""

    name: str
    label: Message
    hint: Message | str = ""
    kind: str = "text"
    required: bool = False
    pattern: str | None = None
    #: Of a choice: value and title.
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    fault: str = ""

    @property
    def described(self) -> str | None:
        """The ids of what is said of the field, for a screen reader."""
        found = [f"{self.name}-hint"] * bool(self.hint) + [f"{self.name}-fault"] * bool(self.fault)
        return " ".join(found) or None


def filled(page: ServerPage, boxes: Iterable[Box], findings: Iterable[Finding]) -> list[Box]:
    """The fields as they were sent, each with what is wrong with it."""
    faults = {one.field: page.t(sentence(one)) for one in findings}
    return [
        replace(box, value=page.value(box.name), fault=faults.get(box.name, "")) for box in boxes
    ]

"""The words of the letters about incidents, in the language of the space."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.server.contact import Contact
from zope.i18n import translate
from zope.i18nmessageid import Message


#: To the managers of a space: what has happened to it.
TO_MANAGERS: dict[str, Message] = {
    "warned": _("The maintenance team warns you"),
    "asked": _("The maintenance team asks for your help"),
    "suspended": _("The space is suspended"),
    "accounts_suspended": _("Accounts of the space are suspended"),
    "reinstated": _("Everybody can enter the space again"),
}
#: To the operators: what comes from the space.
TO_OPERATORS: dict[str, Message] = {
    "reported": _("An incident was reported"),
    "answered": _("An incident was answered"),
}
ABOUT = TO_MANAGERS | TO_OPERATORS
MEANING: dict[str, Message] = {
    "suspended": _(
        "Nobody enters the space but the maintenance team. Nothing is lost: all that was entered "
        "is kept, and is there again when the space opens."
    ),
    "accounts_suspended": _("These accounts can no longer enter: ${accounts}"),
}


class Words:
    """What a letter says; what the members wrote themselves never travels by mail."""

    def __init__(self, language: str, title: str, facts: Mapping[str, str], desk: Contact) -> None:
        self.language = language
        self.facts = {**facts, "space": title}
        self.desk = desk

    def subject(self, about: str) -> str:
        """What a list of mails shows."""
        number = self.facts["incident"]
        said = f"{self.facts['space']}: {self._t(ABOUT[about])}"
        return f"{said} ({number})" if number else said

    def body(self, about: str, name: str) -> str:
        """The letter to a person of this name."""
        parts = [
            self._t(_("Good day ${name},"), name=name),
            "\n".join([self._t(_("Space: ${space}")), f"{self._t(ABOUT[about])}."]),
        ]
        if about in MEANING:
            parts.append(self._t(MEANING[about]))
        if self.facts["reason"] and about in TO_MANAGERS:
            parts.append(self._t(_("Reason: ${reason}")))
        if self.facts["incident"]:
            parts.append(self._t(_("Number of the incident: ${incident}")))
        if about in TO_MANAGERS and any(self._desk()):
            parts.append("\n".join([self._t(_("Whom to call:")), *self._desk()]))
        if about in TO_OPERATORS:
            parts.append(self._t(_("What was written stands on the operators' page of incidents.")))
        return "\n\n".join(parts) + "\n"

    def _desk(self) -> list[str]:
        return [one for one in (self.desk.name, self.desk.phone, self.desk.email) if one]

    def _t(self, message: Message, **more: str) -> str:
        filled = Message(message, mapping={**self.facts, **more})
        return str(translate(filled, target_language=self.language))

"""PATCH @my-deadlines: choose how reminders come."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.deadlines.preferences import MAILS
from collective.conventions.deadlines.preferences import preferences_of
from collective.conventions.deadlines.preferences import set_preferences
from collective.conventions.interfaces import BadRequest
from collective.conventions.services.content.body import body
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.my_deadlines.own import Own
from collective.conventions.services.refusals.problem import problem
from dataclasses import replace
from typing import Any


class Update(Own):
    """Records the choice of a member."""

    def reply(self) -> None:
        member = self.writer()
        set_preferences(member, replace(preferences_of(member), **read(body(self.request))))
        return self.reply_no_content()


def read(sent: Mapping[str, Any]) -> dict[str, str]:
    """What a client wants to be changed.

    :raises BadRequest: for anything else, and for what cannot be chosen.
    """
    problems = [problem("unknown_field", name) for name in sent if name != "mails"]
    found = {}
    try:
        if "mails" in sent:
            found["mails"] = _mails(sent["mails"])
    except Refused as refused:
        problems.append(problem(refused.code, "mails", **refused.params))
    if problems:
        raise BadRequest(_("Some values are not valid. Nothing was changed."), problems)
    return found


def _mails(raw: Any) -> str:
    if plain_text(raw) not in MAILS:
        raise Refused("unknown_choice", value=raw[:100])
    return str(raw)

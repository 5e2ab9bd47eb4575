"""What a client sends to begin a run, or to let one go on."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content import sources
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import FIRST_DATE
from collective.conventions.server.spaces import has_space
from collective.conventions.services.billing_preview.asking import last_day
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import problem
from datetime import date
from typing import Any
from zope import schema
from zope.interface import Interface


#: So many conventions are named at most; whoever wants more wants all.
MOST_NAMED = 5000


class IOnlySent(Interface):
    """For which conventions a run goes on; for all of them where none is named."""

    only = schema.List(
        title=_("Only these conventions"),
        value_type=schema.Choice(source=sources.conventions),
        required=False,
        max_length=MOST_NAMED,
    )


class IRunSent(IOnlySent):
    """For which day a run begins as well."""

    on = civil_date(title=_("Billed for the day"), required=False)


class IServerRunSent(Interface):
    """For which day, and in which spaces; in all of them where none is named."""

    on = civil_date(title=_("Billed for the day"), required=False)
    spaces = schema.List(
        title=_("Only these spaces"),
        value_type=schema.TextLine(max_length=100),
        required=False,
        max_length=MOST_NAMED,
    )


def run_in(portal: Any, sent: Mapping[str, Any], today: date) -> tuple[date, list[str]]:
    """The day that is billed for, and the UIDs of the conventions that are.

    :raises BadRequest: for what is malformed or unknown, and for a day too far ahead.
    """
    values = read_by(IRunSent, portal, sent)
    return _day(values["on"], today), _named("only", values["only"])


def only_in(portal: Any, sent: Mapping[str, Any]) -> list[str]:
    """The UIDs of the conventions for which a run goes on.

    :raises BadRequest: for what is malformed or unknown.
    """
    return _named("only", read_by(IOnlySent, portal, sent)["only"])


def server_run_in(app: Any, sent: Mapping[str, Any], today: date) -> tuple[date, list[str]]:
    """The day that is billed for, and the ids of the spaces.

    :raises BadRequest: for what is malformed or unknown, and for a day too far ahead.
    """
    values = read_by(IServerRunSent, app, sent)
    names = _named("spaces", values["spaces"])
    refuse_faults(
        [
            problem("unknown_choice", "spaces", row, value=name)
            for row, name in enumerate(names)
            if not has_space(app, name)
        ]
    )
    return _day(values["on"], today), names


def _day(on: date | None, today: date) -> date:
    last = last_day(today)
    if on is not None and on > last:
        params = {"first": FIRST_DATE.isoformat(), "last": last.isoformat()}
        refuse_faults([problem("date_out_of_range", "on", **params)])
    return on or today


def _named(field: str, names: list[str] | None) -> list[str]:
    """What is named. A program that has found nothing to name must not bill all."""
    if names == []:
        refuse_faults([problem("required", field)])
    return names or []

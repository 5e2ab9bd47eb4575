"""What a client sends to begin a run."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
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


class IRunSent(Interface):
    """For which day, and for which conventions; for all of them where none is named."""

    on = civil_date(title=_("Billed for the day"), required=False)
    only = schema.List(
        title=_("Only these conventions"),
        value_type=schema.Choice(source=vocabularies.conventions),
        required=False,
        max_length=MOST_NAMED,
    )


def asked_for(portal: Any, sent: Mapping[str, Any], today: date) -> tuple[date, list[str]]:
    """The day that is billed for, and the UIDs of the conventions that are.

    :raises BadRequest: for what is malformed or unknown, and for a day too far ahead.
    """
    values = read_by(IRunSent, portal, sent)
    on, last = values["on"] or today, last_day(today)
    if on > last:
        first = IRunSent["on"].min.isoformat()
        wrong = problem("date_out_of_range", "on", first=first, last=last.isoformat())
        refuse_faults([wrong])
    only = values["only"]
    if only == []:
        # A program that has found none must not bill all.
        refuse_faults([problem("required", "only")])
    return on, only or []

"""Conventions whose last day has passed take the step to their end by themselves."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.committing import committed
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.interfaces import ConventionsError
from collective.conventions.lifecycle.steps import take
from collective.conventions.messages import sentence
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.terms.dated import DatedFact
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import partial
from plone import api
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
import logging
import transaction


WORK = "expiry"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Expired:
    """How many conventions were ended, and which ones could not be."""

    ended: int = 0
    failures: tuple[Failure, ...] = ()


def expire(today: date, progress: Progress | None = None) -> Expired:
    """End every signed convention whose last day lies before ``today``.

    Each is committed by itself; whatever was not committed before is given up.
    """
    progress = progress or Progress()
    records = tuple(_past(today))
    progress.begin(WORK, len(records))
    ended, failures = 0, []
    for record in records:
        if progress.stopped:
            break
        about = f"{record.Title} ({record.getPath()})"
        try:
            ended += committed(partial(_end, record, today))
            progress.done(WORK, about)
        except Exception as error:
            transaction.abort()
            logger.info("%s could not be ended", record.getPath(), exc_info=True)
            failures.append(Failure(about, _why(error)))
            progress.failed(WORK, failures[-1])
    return Expired(ended, tuple(failures))


def expired(convention: Any, today: date) -> DatedFact | None:
    """The end of a convention, if it lies before ``today``."""
    ends = (fact for fact in timeline_of(convention, today) if fact.what == "ends")
    return next((fact for fact in ends if fact.past), None)


def _past(today: date) -> Iterator[Any]:
    yesterday = today - timedelta(days=1)
    yield from api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Convention",
        review_state="signed",
        force_end={"query": yesterday, "range": "max"},
    )


def _end(record: Any, today: date) -> bool:
    """Take the step, unless a person has just done so, and tell whether it was taken."""
    convention = record._unrestrictedGetObject()
    end = expired(convention, today)
    if end is None or api.content.get_state(convention) != "signed":
        return False
    facts = {"termination_date": end.day, "termination_reason": reason(end)}
    take(convention, "terminate", today, facts=facts)
    return True


def reason(end: DatedFact) -> str:
    """Why it has ended, in the language of the space."""
    teller = Teller(api.portal.get_default_language())
    said = _("The last day has passed. ${reason}")
    return teller.t(Message(said, mapping={"reason": teller.reason(end)}))


def _why(error: Exception) -> str:
    """What a person is told of a failure: everything that is missing, in his language."""
    language = api.portal.get_default_language()
    if not isinstance(error, ConventionsError):
        return str(error) or type(error).__name__
    said = [error.message, *map(sentence, error.findings)]
    return " ".join(translate(one, target_language=language) for one in said)

"""Long work that sends: each piece in a transaction of its own, a bad one stops no other."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.telling import why
from collective.conventions.committing import committed
from collective.conventions.interfaces import Forbidden
from collective.conventions.posting import obstacles
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import dataclass
from plone import api
from zope.i18nmessageid import Message
import logging
import transaction


logger = logging.getLogger(__name__)
#: What it is about, and the work: tells whether something was sent.
Job = tuple[str, Callable[[], bool]]


@dataclass(frozen=True)
class Report:
    """What was done: how much was sent, what failed, and why nothing could be sent at all."""

    sent: int = 0
    failures: tuple[Failure, ...] = ()
    obstacles: tuple[Message, ...] = ()


def refuse_others() -> None:
    """Refuse who may not send what is issued.

    :raises Forbidden: then.
    """
    if not api.user.has_permission(ISSUE, obj=api.portal.get()):
        raise Forbidden(_("You may not send this."))


def deliver(work: str, jobs: Iterable[Job], progress: Progress | None = None) -> Report:
    """Do all jobs; what fails is due again in the next run."""
    progress, waiting = progress or Progress(), tuple(jobs)
    if waiting and (hindered := obstacles()):
        return Report(obstacles=hindered)
    sent, failures = 0, []
    progress.begin(work, len(waiting))
    for about, job in waiting:
        if progress.stopped:
            break
        try:
            sent += committed(job)
            progress.done(work, about)
        except Exception as error:
            transaction.abort()
            logger.info("%s: %s could not be sent", work, about, exc_info=True)
            failures.append(Failure(about, why(error)))
            progress.failed(work, failures[-1])
    return Report(sent, tuple(failures))

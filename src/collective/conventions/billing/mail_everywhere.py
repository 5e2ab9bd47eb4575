"""Mailing over the spaces of the server: documents, and letters about what is overdue."""

from collections.abc import Callable
from collections.abc import Sequence
from collective.conventions.billing.delivering import Report
from collective.conventions.billing.everywhere import broken
from collective.conventions.billing.everywhere import chosen
from collective.conventions.billing.everywhere import each
from collective.conventions.billing.everywhere import inside
from collective.conventions.billing.everywhere import Shown
from collective.conventions.billing.everywhere import silent
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import SPACE
from dataclasses import dataclass
from plone import api
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Sent:
    """What was mailed from a space: how many, what could not be, and what is due before."""

    space: str
    sent: int = 0
    failures: tuple[Failure, ...] = ()
    due: tuple[str, ...] = ()


def sent(
    app: Any, send: Callable[[Progress], Report], names: Sequence[str] = (), shown: Shown = silent
) -> list[Sent]:
    """Mail in the spaces ``names``, or all, what ``send`` finds due.

    Nothing is mailed from a suspended space: a mail would tell what its door keeps closed.
    """
    done: list[Sent] = []
    for name in chosen(app, names):
        progress = shown(name)
        if progress.stopped:
            break
        try:
            with inside(app, name) as portal:
                if not is_closed(portal):
                    done.append(_told(name, send(progress)))
        except Exception as error:
            done.append(Sent(name, failures=(broken(name, error),)))
        app._p_jar.cacheMinimize()
    return done


def due(app: Any, look: Callable[[Any], tuple[str, ...]], names: Sequence[str] = ()) -> list[Sent]:
    """What ``look`` finds due to be mailed in the spaces ``names`` or in all; nothing is sent."""
    return [
        Sent(name, failures=(found,)) if isinstance(found, Failure) else Sent(name, due=found)
        for name, found in each(app, chosen(app, names), look)
    ]


def is_closed(portal: Any) -> bool:
    """Whether the whole space is suspended."""
    suspension = is_suspended(portal)
    return suspension is not None and suspension.scope == SPACE


def _told(name: str, report: Report) -> Sent:
    language = api.portal.get_default_language()
    hindered = (translate(one, target_language=language) for one in report.obstacles)
    failures = (*(Failure(name, one) for one in hindered), *report.failures)
    return Sent(name, report.sent, failures)

"""All conventions of the present space that wait for the Council, sent or fetched one by one."""

from collections.abc import Callable
from collections.abc import Sequence
from collective.conventions.committing import committed
from collective.conventions.exchange.connector.client import Client
from collective.conventions.exchange.connector.systems import System
from collective.conventions.exchange.connector.transfer import fetch
from collective.conventions.exchange.connector.transfer import send
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Exchanged:
    """What was done in a space: the titles of what was sent or recorded, and what failed.

    :ivar same: how many needed nothing: sent before, or not decided yet.
    :ivar left: how many were not reached, because somebody stopped the work.
    """

    space: str
    done: tuple[str, ...] = ()
    same: int = 0
    failures: tuple[Failure, ...] = ()
    left: int = 0


def send_all(
    space: str, system: System, day: date, shown: Progress, uids: Sequence[str] = ()
) -> Exchanged:
    """Send what waits for the Council to the decision system of the space."""
    with Client(system) as client:
        return _each(space, "send", uids, shown, lambda one: send(one, client, day))


def fetch_all(
    space: str, system: System, today: date, shown: Progress, uids: Sequence[str] = ()
) -> Exchanged:
    """Record what has been decided, each decision in a transaction of its own."""
    with Client(system) as client:
        return _each(
            space, "fetch", uids, shown, lambda one: committed(lambda: fetch(one, client, today))
        )


def waiting(uids: Sequence[str] = ()) -> list[Any]:
    """The drafts that wait for the Council: a decree is written, and a sitting is planned.

    :param uids: only these; all when empty.
    """
    catalog = api.portal.get_tool("portal_catalog")
    query = {"UID": list(uids)} if uids else {}
    brains = catalog.unrestrictedSearchResults(
        portal_type="Convention", review_state="draft", sort_on="sortable_title", **query
    )
    found = (brain._unrestrictedGetObject() for brain in brains)
    return [one for one in found if one.decree and one.council_sitting]


def _each(
    space: str,
    work: str,
    uids: Sequence[str],
    shown: Progress,
    do: Callable[[Any], bool | None],
) -> Exchanged:
    conventions = waiting(uids)
    shown.begin(work, len(conventions))
    done, failures, same = [], [], 0
    for place, convention in enumerate(conventions):
        if shown.stopped:
            rest = len(conventions) - place
            return Exchanged(space, tuple(done), same, tuple(failures), rest)
        title = convention.title
        try:
            changed = do(convention)
        except ConventionsError as error:
            failure = Failure(title, _said(error))
            failures.append(failure)
            shown.failed(work, failure)
            continue
        if changed:
            done.append(title)
        else:
            same += 1
        shown.done(work, title)
    return Exchanged(space, tuple(done), same, tuple(failures))


def _said(error: ConventionsError) -> str:
    """Why it failed, with all that is wrong."""
    told = [f"{one.field}: {translate(sentence(one))}" for one in error.findings]
    return " ".join([translate(error.message), *told])

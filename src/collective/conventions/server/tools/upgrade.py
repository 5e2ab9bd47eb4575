"""Bringing spaces up to the software: one transaction for each, the failing ones left alone (C5).

What is left to do is read from the spaces themselves, so whoever runs it again goes on where the
last run was stopped, and tries again what failed.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.versions import pending
from collective.conventions.server.tools.versions import version_of
from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any
from ZODB.POSException import ConflictError
import transaction


NAME = "failed_upgrades"
WORK = "upgrade"
#: How often a space is tried whose people write at the same moment.
TRIES = 3
LONGEST = 2000


@dataclass(frozen=True)
class Outcome:
    """One space after a run: the versions of what has moved, or why it was left as it was."""

    space: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    failure: str = ""


@dataclass(frozen=True)
class Failed:
    """The last upgrade of a space, where it failed; ``instant`` is UTC, ISO 8601."""

    space: str
    instant: str
    why: str


class KeptHalf(Exception):
    """An upgrade step wanted to commit its own work, and with it that of the steps before."""


def upgrade(
    app: Any, space_ids: Iterable[str], progress: Progress | None = None, *, actor: str
) -> tuple[Outcome, ...]:
    """Run every upgrade step that waits in the spaces; each is committed by itself.

    :returns: what became of each space that was reached before ``progress`` said stop.
    """
    progress, names = progress or Progress(), list(dict.fromkeys(space_ids))
    outcomes: list[Outcome] = []
    transaction.commit()
    progress.begin(WORK, len(names))
    for name in names:
        if progress.stopped:
            break
        outcome = _upgraded(app, name, actor)
        outcomes.append(outcome)
        if outcome.failure:
            progress.failed(WORK, Failure(name, outcome.failure))
        else:
            progress.done(WORK, name)
    return tuple(outcomes)


def failures(app: Any) -> dict[str, Failed]:
    """The spaces whose last upgrade failed, by their ids."""
    return {name: Failed(**values) for name, values in (kept(app, NAME) or {}).items()}


def _upgraded(app: Any, name: str, actor: str) -> Outcome:
    for left in reversed(range(TRIES)):
        transaction.begin()
        try:
            outcome = _tried(app, name, actor)
        except Exception as error:
            transaction.abort()
            if left and isinstance(error, ConflictError):
                continue
            return _noted(app, name, actor, _said(error))
        return outcome
    raise AssertionError("the last try returns")


def _tried(app: Any, name: str, actor: str) -> Outcome:
    with _undivided():
        with as_system(), entered(app, name) as portal:
            before = {one.profile: one.installed for one in pending(portal)}
            _run(portal, before)
            after = {profile: version_of(portal, profile) for profile in before}
        if before:
            record(app, "space_upgraded", actor=actor, subject=name, before=before, after=after)
        if name in failures(app):
            del shelf(app, NAME)[name]
    transaction.commit()
    return Outcome(name, before, after)


def _run(portal: Any, waiting: Mapping[str, str]) -> None:
    """Plone first, as its own page does it, then the add-ons; what they depend on comes along."""
    setup, migration = portal.portal_setup, portal.portal_migration
    if migration.get_profile().removeprefix("profile-") in waiting:
        migration.upgrade(swallow_errors=False)
        if migration.needUpgrading():
            raise RuntimeError("No upgrade step leads to the version of Plone that is installed.")
    for profile in waiting:
        setup.upgradeProfile(profile, quiet=True)


def _noted(app: Any, name: str, actor: str, why: str) -> Outcome:
    """Remember, in a transaction of its own, that a space has failed."""
    failed = Failed(name, datetime.now(UTC).isoformat(timespec="seconds"), why)
    record(app, "upgrade_failed", actor=actor, subject=name, reason=why)
    shelf(app, NAME)[name] = asdict(failed)
    transaction.commit()
    return Outcome(name, {}, {}, why)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:LONGEST].rstrip(": ")


@contextmanager
def _undivided() -> Iterator[None]:
    """Let nothing be committed before the end: a space is upgraded as a whole or not at all."""
    open_again: list[bool] = []

    def refuse() -> None:
        if not open_again:
            raise KeptHalf("a step wanted to commit before the last one was done")

    transaction.get().addBeforeCommitHook(refuse)
    yield
    open_again.append(True)

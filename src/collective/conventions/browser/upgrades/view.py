"""What each space has, what waits in it, and bringing one, several or all up to date.

A run goes on from answer to answer: each takes as many spaces as fit into a few seconds and offers
to go on with the others. Who closes the window has stopped it between two spaces.
"""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import Space
from collective.conventions.server.spaces import spaces
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.server.tools.profiles import software
from collective.conventions.server.tools.upgrade import failures
from collective.conventions.server.tools.upgrade import upgrade
from collective.conventions.server.tools.versions import Version
from collective.conventions.server.tools.versions import versions
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Row:
    """A space; ``failed`` says when and why its last upgrade failed."""

    space: Space
    versions: tuple[Version, ...]
    failed: str
    when: str

    @property
    def pending(self) -> list[Version]:
        return [one for one in self.versions if one.pending]

    @property
    def ready(self) -> list[Version]:
        return [one for one in self.versions if not one.pending]


class UpgradesView(ServerPage):
    """``@@upgrades``"""

    index = ViewPageTemplateFile("view.pt")
    title = _("Upgrades")
    seconds = SECONDS
    #: The spaces that a run has still to reach, and how far it is.
    left: tuple[str, ...] = ()
    total = done = wrong = 0

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"chosen": self._chosen, "all": self._all}

    @cached_property
    def rows(self) -> list[Row]:
        failed, server = failures(self.root), software()
        found = []
        for space in spaces(self.root):
            with entered(self.root, space.id) as portal:
                known = versions(portal, server)
            last = failed.get(space.id)
            when = self.moment(last.instant) if last else ""
            found.append(Row(space, known, last.why if last else "", when))
        return sorted(found, key=lambda row: (not row.failed, not row.pending, row.space.id))

    @cached_property
    def waiting(self) -> list[str]:
        return [row.space.id for row in self.rows if row.pending]

    def _all(self) -> str:
        return self._run(tuple(self.waiting))

    def _chosen(self) -> str:
        named = self.request.form.get("space", [])
        known = {space.id for space in spaces(self.root)}
        names = [named] if isinstance(named, str) else list(named)
        return self._run(tuple(name for name in names if name in known))

    def _run(self, names: tuple[str, ...]) -> str:
        if not names:
            self.say(_("Please choose a space at least."), "error")
            return self.go(self.url)
        outcomes = upgrade(self.root, names, Budget(self.seconds), actor=present_actor())
        failed = sum(bool(one.failure) for one in outcomes)
        self.left = names[len(outcomes) :]
        self.done = self._count("done") + len(outcomes)
        self.wrong = self._count("wrong") + failed
        self.total = self.done + len(self.left)
        if self.left:
            return str(self.index())
        numbers = {"done": self.done - self.wrong, "failed": self.wrong}
        if self.wrong:
            self.say(
                _("Upgraded: ${done}. Left as they were: ${failed}.", mapping=numbers), "error"
            )
        else:
            self.say(_("Upgraded: ${done}.", mapping=numbers))
        return self.go(self.url)

    def _count(self, name: str) -> int:
        typed = self.value(name)
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0

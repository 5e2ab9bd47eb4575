"""What is due in all spaces, shown and then issued; and what earlier runs did.

A run goes on from answer to answer, as upgrades do: each takes what fits into a few seconds. Who
closes the window has stopped it between two documents; it can be gone on with here.
"""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing import everywhere
from collective.conventions.billing import server_runs
from collective.conventions.billing.prospect import Preview
from collective.conventions.billing.prospect import preview
from collective.conventions.billing.server_runs import ServerRun
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.content import vocabularies
from collective.conventions.interfaces import ConventionsError
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import Space
from collective.conventions.server.spaces import spaces
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from time import monotonic
from urllib.parse import urlencode


#: So many runs are shown.
MOST = 20


class ServerBillingView(ServerPage):
    """``@@server-billing``, with ``on=`` a day and ``preview=1`` or ``preview=<space>``."""

    index = ViewPageTemplateFile("runs.pt")
    documents = ViewPageTemplateFile("documents.pt")
    title = _("Billing")
    seconds = SECONDS
    #: A run that has been begun, or gone on with, in this answer and is not at its end.
    under_way: ServerRun | None = None
    kinds = vocabularies.DOCUMENT_KINDS

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"run": self._begin, "go-on": self._go_on}

    @cached_property
    def on(self) -> date:
        """The day that is billed for; today where none, or none that can be read, is given."""
        try:
            return date.fromisoformat(self.value("on"))
        except ValueError:
            return self.today

    @cached_property
    def spaces(self) -> list[Space]:
        return spaces(self.root)

    @cached_property
    def asked(self) -> bool:
        return bool(self.value("preview"))

    @cached_property
    def previews(self) -> list[Preview]:
        """What is due in the spaces from ``from=`` on, as many as fit into one answer."""
        found, start = [], monotonic()
        for one in preview(self.root, self.on, self.today, self._to_show):
            found.append(one)
            if monotonic() - start >= self.seconds:
                break
        return found

    @cached_property
    def _to_show(self) -> list[str]:
        names, first = [space.id for space in self.spaces], self.value("from")
        return [name for name in names if name >= first]

    @cached_property
    def more_url(self) -> str:
        """The address of the preview of the spaces that did not fit; empty without any."""
        rest = self._to_show[len(self.previews) :]
        asked = {"on": self.on.isoformat(), "preview": "1", "from": rest[0] if rest else ""}
        return f"{self.url}?{urlencode(asked)}" if rest else ""

    @cached_property
    def titles(self) -> dict[str, str]:
        return {space.id: space.title for space in self.spaces}

    @cached_property
    def runs(self) -> list[ServerRun]:
        return list(server_runs.runs(self.root)[:MOST])

    def when(self, run: ServerRun) -> str:
        return self.moment(run.begun.isoformat())

    def _begin(self) -> str:
        return self._run("")

    def _go_on(self) -> str:
        return self._run(self.value("run"))

    def _run(self, run_id: str) -> str:
        budget = Budget(self.seconds)
        try:
            done = everywhere.run(
                self.root,
                self.on,
                self.today,
                by=present_actor(),
                run_id=run_id,
                shown=lambda space: budget,
            )
        except ConventionsError as error:
            self.say(error.message, "error")
            return self.go(self.url)
        if done.left:
            self.under_way = done
            return str(self.index())
        numbers = {"issued": done.issued, "failed": done.failures}
        if done.failures:
            message = _("Issued: ${issued}. Not issued: ${failed}, see below.", mapping=numbers)
            self.say(message, "error")
        else:
            self.say(_("Issued: ${issued}.", mapping=numbers))
        return self.go(self.url)

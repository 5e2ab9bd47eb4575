"""The console: all spaces of the server at a glance."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.listing.files import download
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.browser.server.spaces.lines import ATTENTION
from collective.conventions.browser.server.spaces.lines import COLUMNS
from collective.conventions.browser.server.spaces.lines import Line
from collective.conventions.browser.server.spaces.lines import line
from collective.conventions.browser.server.spaces.lines import STATES
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.listing import csv_file
from collective.conventions.listing import xlsx_file
from collective.conventions.server import console
from collective.conventions.server.figures import take
from collective.conventions.server.refreshing import reconcile
from collective.conventions.server.register import GONE
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from typing import BinaryIO
from urllib.parse import urlencode
import transaction


SIZE = 50

#: The headings of the table; those without a name cannot be sorted by.
HEADINGS = (
    ("title", _("Space")),
    ("state", _("State")),
    ("percent", _("Storage")),
    ("growth", _("Growth in 30 days")),
    ("in_force", _("In force")),
    ("last_login", _("Last login")),
    ("version", _("Version")),
    ("incidents", _("Incidents")),
)


@dataclass(frozen=True)
class Heading:
    """A heading that sorts; ``direction`` is set where it does so now."""

    title: str
    url: str
    direction: str | None


class ConsoleView(ServerPage):
    """``@@spaces``, and the same as a file."""

    index = ViewPageTemplateFile("console.pt")
    title = _("Spaces of the server")

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"refresh": self._refresh}

    @cached_property
    def question(self) -> console.Question:
        return console.read(self.request.form)

    @cached_property
    def rows(self) -> list[console.Row]:
        return console.rows(self.root, self.question)

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, len(self.rows))

    @cached_property
    def shown(self) -> list[console.Row]:
        return self.rows[self.batch.start : self.batch.start + SIZE]

    @property
    def lines(self) -> list[Line]:
        return [line(self, row) for row in self.shown]

    @property
    def choices(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        """The filters: name, label, what is chosen, and the choices."""
        kinds = [(term.value, self.t(term.title)) for term in ENTITY_KINDS]
        states = [(name, self.t(title)) for name, title in STATES.items()]
        attention = [(name, self.t(title)) for name, title in ATTENTION.items()]
        return [
            ("kind", self.t(_("Kind of entity")), self.question.kind, kinds),
            ("state", self.t(_("State")), self.question.state, states),
            ("attention", self.t(_("Needs attention")), self.question.attention, attention),
        ]

    @property
    def filtered(self) -> bool:
        asked = self.question
        return bool(asked.text or asked.kind or asked.state or asked.attention)

    @property
    def headings(self) -> list[Heading]:
        return [self._heading(name, self.t(title)) for name, title in HEADINGS]

    def _heading(self, name: str, title: str) -> Heading:
        present = self.question.sort_on == name
        turned = replace(
            self.question, sort_on=name, descending=present and not self.question.descending
        )
        direction = "descending" if self.question.descending else "ascending"
        return Heading(title, self.link(turned), direction if present else None)

    def link(self, question: console.Question, page: int = 1) -> str:
        """The address of the answer to another question."""
        return f"{self.url}?{self._query(question, page)}"

    def page_url(self, number: int) -> str:
        return self.link(self.question, number)

    def file_url(self, kind: str) -> str:
        return f"{self.root_url}/@@spaces.{kind}?{self._query(self.question)}"

    @staticmethod
    def _query(question: console.Question, page: int = 1) -> str:
        asked = asdict(question)
        order = "descending" if asked.pop("descending") else "ascending"
        values = {**asked, "sort_order": order, "page": page if page > 1 else ""}
        return urlencode({name: value for name, value in values.items() if value})

    @property
    def taken(self) -> str:
        """Since when all figures on the page hold; empty where some are not taken yet."""
        moments = [row.figures.taken for row in self.shown if row.figures]
        return self.moment(min(moments)) if moments else ""

    def _refresh(self) -> str:
        """Look anew at the spaces of this page, so never at too many at once."""
        reconcile(self.root)
        failed = [row.entry.id for row in self.shown if not self._taken(row)]
        if failed:
            names = ", ".join(failed)
            self.say(_("These spaces could not be looked at: ${names}.", mapping={"names": names}))
        else:
            self.say(_("The figures of the spaces on this page were taken anew."))
        return self.go(self.page_url(self.batch.number))

    def _taken(self, row: console.Row) -> bool:
        if row.entry.state == GONE:
            return True
        before = transaction.savepoint()
        try:
            take(self.root, row.entry.id)
        except Exception:
            before.rollback()
            return False
        return True

    def csv(self) -> Any:
        """All that was found, as a CSV file."""
        return self._download("csv", csv_file.MIME_TYPE, csv_file.write)

    def xlsx(self) -> Any:
        """All that was found, as an XLSX workbook."""
        widths = [column.width for column in COLUMNS]

        def write(stream: BinaryIO, lines: Any) -> None:
            xlsx_file.write(stream, lines, widths)

        return self._download("xlsx", xlsx_file.MIME_TYPE, write)

    def _download(self, kind: str, mime_type: str, write: Callable[..., None]) -> Any:
        name = f"spaces-{self.today.isoformat()}.{kind}"
        return download(self.request, name, mime_type, lambda file: write(file, self._table()))

    def _table(self) -> Iterator[list[Any]]:
        yield [self.t(column.title) for column in COLUMNS]
        for row in self.rows:
            yield [column.value(self, row) for column in COLUMNS]

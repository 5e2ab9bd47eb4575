"""What the listings share: the question that is asked, and the links that ask another."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.listing.facets import chips
from collective.conventions.browser.listing.facets import facets
from collective.conventions.browser.listing.files import download
from collective.conventions.browser.listing.parts import Cell
from collective.conventions.browser.listing.parts import Chip
from collective.conventions.browser.listing.parts import Facet
from collective.conventions.browser.listing.parts import Heading
from collective.conventions.browser.page import Page
from collective.conventions.listing import csv_file
from collective.conventions.listing import xlsx_file
from collective.conventions.listing.batches import Batches
from collective.conventions.listing.question import BATCH_SIZES
from collective.conventions.listing.question import Listing
from collective.conventions.listing.question import Question
from collective.conventions.listing.reading import read
from collective.conventions.listing.search import Search
from collective.conventions.listing.tables import Column
from collective.conventions.listing.tables import lines
from collective.conventions.messages import sentence
from functools import cached_property
from typing import Any
from typing import BinaryIO
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleVocabulary


ORDER_LABELS = {
    "sort_on": _("Sorted by"),
    "sort_order": _("Direction"),
    "b_start": _("Start of the list"),
    "b_size": _("Number per page"),
}
DIRECTIONS = {"ascending": _("Ascending"), "descending": _("Descending")}


class ListingPage(Page):
    """A listing with facets, as a page and as a file to download."""

    listing: Listing
    #: From the catalog's data to rows, from a row to the cells of the page.
    rows: Callable[[list[Any]], list[Any]]
    cells: Callable[[Page, Any], list[Cell]]
    #: The columns of an export.
    columns: tuple[Column, ...]
    #: What the filters are called, by name.
    labels: Mapping[str, Message]
    #: The choices of a facet, by its name; a facet that is not here is one of partners.
    vocabularies: Mapping[str, SimpleVocabulary]
    #: The columns of the page: an order, or none where nobody sorts, with its title.
    headings: tuple[tuple[str, Message], ...]
    #: The type that is added here, the permission it takes and what the button says.
    adding: tuple[str, str, Message]
    #: What one may look for, and what is said of an empty list.
    hint: Message
    nothing: Message

    sizes = BATCH_SIZES
    directions = DIRECTIONS

    def __call__(self) -> Any:
        # What is listed depends on who looks and on what others do meanwhile.
        self.request.response.setHeader("Cache-Control", "private, no-cache")
        return self.index()

    @cached_property
    def asked(self) -> Any:
        """The question, and what in it could not be read."""
        return read(self.listing, self.request.form)

    @cached_property
    def search(self) -> Search:
        """The search; one that starts behind the end shows the last batch."""
        search = Search(self.listing, self.asked[0])
        start, size = search.question.b_start, search.question.b_size
        last = Batches(search.total, start, size).last
        search.question = search.question.starting(min(start, last))
        return search

    @property
    def question(self) -> Question:
        return self.search.question

    @cached_property
    def batches(self) -> Batches:
        return Batches(self.search.total, self.question.b_start, self.question.b_size)

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    def link(self, question: Question) -> str:
        return f"{self.url}{question.query()}"

    def messages(self) -> list[str]:
        """What could not be read, and was left out."""
        labels = {**self.labels, **ORDER_LABELS}
        return [
            self.labelled(self.t(labels[one.field]), self.t(sentence(one))) for one in self.asked[1]
        ]

    def facets(self) -> list[Facet]:
        return facets(self)

    def chips(self) -> list[Chip]:
        return chips(self)

    def dates(self) -> list[tuple[str, str, str]]:
        """The filters by a date: name, label and value."""
        names = [n for n in self.labels if n != "text" and n not in self.listing.facets]
        return [(n, self.t(self.labels[n]), str(self.question.filters.get(n, ""))) for n in names]

    def carried(self) -> list[tuple[str, str]]:
        """What the form carries along without asking for it."""
        entered = {"text", "sort_on", "sort_order", "b_start", *(n for n, _l, _v in self.dates())}
        return [(name, text) for name, text in self.question.parameters() if name not in entered]

    def orders(self) -> list[tuple[str, str]]:
        return [(name, self.t(title)) for name, title in self.headings if name]

    def table(self) -> list[Heading]:
        """The headings; the one that orders the list says so."""
        return [
            Heading(
                self.t(title),
                self.link(self.question.sorted_by(name)) if name else "",
                self.question.sort_order if name == self.question.sort_on else None,
            )
            for name, title in self.headings
        ]

    def lines(self) -> list[list[Cell]]:
        """The cells of the batch, row by row."""
        return [self.cells(row) for row in type(self).rows(self.search.batch())]

    def add_url(self) -> str | None:
        """Where a new one is added, for who may."""
        portal_type, permission, _title = self.adding
        return f"{self.url}/++add++{portal_type}" if self.may(permission) else None

    def may_export(self) -> bool:
        return self.may("collective.conventions: Export")

    def export_url(self, kind: str) -> str:
        return f"{self.url}/export.{kind}{self.question.starting(0).query()}"

    def csv(self) -> Any:
        """All that was found, as a CSV file."""
        return self._download("csv", csv_file.MIME_TYPE, csv_file.write)

    def xlsx(self) -> Any:
        """All that was found, as an XLSX workbook."""
        widths = [column.width for column in self.columns]

        def write(stream: BinaryIO, lines: Any) -> None:
            xlsx_file.write(stream, lines, widths)

        return self._download("xlsx", xlsx_file.MIME_TYPE, write)

    def _download(self, kind: str, mime_type: str, write: Callable[..., None]) -> Any:
        name = f"{self.context.getId()}-{self.today.isoformat()}.{kind}"
        table = lines(self.search, type(self).rows, self.columns, self.t)
        return download(self.request, name, mime_type, lambda file: write(file, table))

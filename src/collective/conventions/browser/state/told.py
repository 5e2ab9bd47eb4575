"""A state in words: each value, and the amendment that it comes from."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.forms.titles import ASKED_WHEN
from collective.conventions.browser.journal.changes import Reader
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import columns_of
from collective.conventions.browser.widgets.concerned import WORDS
from collective.conventions.browser.widgets.concerned import words_of
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import Values
from collective.conventions.content.convention import IConvention
from collective.conventions.journal.plain import plain
from collective.conventions.markup.clean import clean
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.amending.state import Row
from collective.conventions.terms.amending.state import State
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A value under its label; ``origin`` names the amendment, "" for the original."""

    label: str
    text: str
    origin: str = ""


@dataclass(frozen=True)
class Article:
    """A part of the text; ``body`` is HTML of the few elements that a text may hold."""

    heading: str
    body: str
    origin: str = ""


class Teller:
    """Tells a state to the reader of a page."""

    def __init__(self, page: Page, names: Names, titles: dict[int, str]) -> None:
        self.page = page
        self.reader = Reader(page, names)
        self.titles = titles

    def fields(self, values: Values, state: State) -> Iterator[Said]:
        """The fields that hold something that matters, or that an amendment has set."""
        for name in FIELDS:
            text = self.reader.value(name, IConvention[name], plain(values.get(name)))
            origin = self.origin(state.origins.get(name))
            if origin or (text and _matters(name, values)):
                yield Said(self.page.t(IConvention[name].title), text or "–", origin)

    def rows(self, table: str, rows: tuple[Row, ...]) -> Iterator[Said]:
        """The rows of a table by their own words, each with what else it says in a sentence."""
        known = columns_of(IConvention[table])
        others = {name: field for name, field in known.items() if name not in WORDS[table]}
        for row in rows:
            text = self.reader.row(others, plain(dict(row.values)))
            words = words_of(table, row.values, self.page.language)
            yield Said(words, text, self.origin(row.origin))

    def text(self, rows: tuple[Row, ...]) -> Iterator[Article]:
        """The text, article by article."""
        for row in rows:
            kind = self.page.choice(vocabularies.TEXT_PARTS, str(row.values.get("part") or ""))
            heading = f"{kind} {row.values.get('number') or ''}".strip()
            if row.values.get("title"):
                heading = self.page.labelled(heading, str(row.values["title"]))
            body = clean(str(row.values.get("body") or ""))
            yield Article(heading, body, self.origin(row.origin))

    def origin(self, origin: Origin | None) -> str:
        """Which amendment a value comes from, and since when."""
        if origin is None:
            return ""
        mapping = {
            "title": self.titles.get(origin.number, str(origin.number)),
            "day": self.page.day(origin.effective),
        }
        return self.page.t(_("${title}, since ${day}", mapping=mapping))


def _matters(name: str, values: Values) -> bool:
    """Whether a field means anything beside the others: forms ask for no other."""
    if name.startswith("index_") and not values.get("index_series"):
        return False
    return all(
        values.get(question) in answers if answers else bool(values.get(question))
        for question, answers in ASKED_WHEN.get(name, {}).items()
    )

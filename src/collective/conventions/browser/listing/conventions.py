"""The listing of conventions."""

from collective.conventions import _
from collective.conventions.browser.listing.page import ListingPage
from collective.conventions.browser.listing.parts import Cell
from collective.conventions.content import vocabularies
from collective.conventions.listing.conventions import convention_rows
from collective.conventions.listing.conventions import ConventionRow
from collective.conventions.listing.conventions import CONVENTIONS
from collective.conventions.listing.tables import CONVENTION_COLUMNS
from datetime import date


class ConventionListing(ListingPage):
    """The conventions of the space."""

    listing = CONVENTIONS
    rows = staticmethod(convention_rows)
    columns = CONVENTION_COLUMNS
    labels = {
        "text": _("Words"),
        "state": _("State"),
        "kind": _("Kind"),
        "partner": _("Partner"),
        "in_force_on": _("In force on"),
        "ending_before": _("Ending before"),
    }
    vocabularies = {"state": vocabularies.STATES, "kind": vocabularies.KINDS}
    headings = (
        ("title", _("Title")),
        ("kind", _("Kind")),
        ("state", _("State")),
        ("", _("Parties")),
        ("start", _("In force from")),
        ("end", _("Until")),
        ("modified", _("Last modified")),
    )
    adding = ("Convention", "collective.conventions: Add Convention", _("Add a convention"))
    hint = _("Words of the title, the text, the reference or a party's name")
    nothing = _("There are no conventions yet.")

    def cells(self, row: ConventionRow) -> list[Cell]:
        end = (self.t(_("No end")),) if row.endless else self._day(row.end)
        return [
            Cell((row.title,), url=row.url, note=row.reference),
            Cell((self.choice(vocabularies.KINDS, row.kind),)),
            Cell((self.choice(vocabularies.STATES, row.state),), badge=row.state),
            Cell(tuple(name for _uid, name in row.parties)),
            Cell(self._day(row.start)),
            Cell(end),
            Cell(self._day(row.modified.date())),
        ]

    def _day(self, day: date | None) -> tuple[str, ...]:
        """A day in figures, as all languages of the country write it: a column has no room."""
        return (f"{day:%d/%m/%Y}",) if day else ()

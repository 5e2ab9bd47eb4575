"""The listing of partners."""

from collective.conventions import _
from collective.conventions.browser.listing.page import ListingPage
from collective.conventions.browser.listing.parts import Cell
from collective.conventions.content import vocabularies
from collective.conventions.listing.partners import partner_rows
from collective.conventions.listing.partners import PartnerRow
from collective.conventions.listing.partners import PARTNERS
from collective.conventions.listing.question import Question
from collective.conventions.listing.tables import PARTNER_COLUMNS
from collective.conventions.terms.identifiers import format_enterprise_number


class PartnerListing(ListingPage):
    """The partners of the space."""

    listing = PARTNERS
    rows = staticmethod(partner_rows)
    columns = PARTNER_COLUMNS
    labels = {"text": _("Words"), "kind": _("Kind of entity")}
    vocabularies = {"kind": vocabularies.ENTITY_KINDS}
    headings = (
        ("title", _("Name")),
        ("kind", _("Kind of entity")),
        ("enterprise_number", _("Enterprise number")),
        ("", _("City")),
        ("", _("Conventions")),
    )
    adding = ("Partner", "collective.conventions: Add Partner", _("Add a partner"))
    hint = _("Words of the name, the city, the enterprise number or a representative")
    nothing = _("There are no partners yet.")

    def cells(self, row: PartnerRow) -> list[Cell]:
        number, conventions = row.enterprise_number, ""
        if row.conventions:
            asked = Question(filters={"partner": (row.uid,)})
            conventions = f"{self.portal_url}/conventions{asked.query()}"
        return [
            Cell((row.title,), url=row.url),
            Cell((self.choice(vocabularies.ENTITY_KINDS, row.kind),)),
            Cell((format_enterprise_number(number),) if number else ()),
            Cell((row.city,) if row.city else ()),
            Cell((self.number(row.conventions),), url=conventions),
        ]

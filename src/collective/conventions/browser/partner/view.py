"""The page of a partner: who it is, who speaks for it, what is agreed with it."""

from collective.conventions.browser import addresses
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.rows import Row
from collective.conventions.browser.rows import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.partner import IPartner
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: How many conventions the page lists; the listing has them all.
MOST = 20


class PartnerView(Page):
    """A partner."""

    index = ViewPageTemplateFile("view.pt")

    @cached_property
    def kind(self) -> str:
        return self.choice(vocabularies.ENTITY_KINDS, self.context.entity_kind)

    @cached_property
    def facts(self) -> list[tuple[str, str]]:
        """(label, value) of the identifiers; what is empty is left out."""
        found = (
            ("enterprise_number", addresses.enterprise_number(self.context)),
            ("vat_number", addresses.vat_number(self.context)),
            ("nis_code", self.context.nis_code),
            ("iban", addresses.iban(self.context)),
        )
        return [(self.t(IPartner[name].title), text) for name, text in found if text]

    @cached_property
    def address(self) -> list[str]:
        return addresses.address(self, self.context)

    @cached_property
    def commune(self) -> Named | None:
        """The commune of the same entity, for a CPAS (C11)."""
        uid = self.context.commune
        return names_of([uid])[uid] if uid else None

    @cached_property
    def centres(self) -> list[Named]:
        """The CPAS of a commune: those that name it as theirs."""
        brains = api.content.find(
            portal_type="Partner", convention_uses=self.context.UID(), sort_on="sortable_title"
        )
        return [Named(brain.UID, brain.Title, brain.getURL()) for brain in brains]

    @cached_property
    def _found(self) -> Any:
        catalog = api.portal.get_tool("portal_catalog")
        return catalog(
            portal_type="Convention",
            convention_parties=self.context.UID(),
            sort_on="modified",
            sort_order="descending",
            sort_limit=MOST,
        )

    @cached_property
    def conventions(self) -> list[Row]:
        """The latest conventions with this partner that the reader may see."""
        return rows(self, self._found[:MOST])

    @cached_property
    def total(self) -> int:
        return int(self._found.actual_result_count)

    @cached_property
    def listing_url(self) -> str:
        return f"{self.portal_url}/conventions?partner={self.context.UID()}"

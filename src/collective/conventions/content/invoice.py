"""Invoice: the draft of an invoice or credit note that follows from a convention."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import table
from collective.conventions.interfaces import IConventionPart
from collective.conventions.terms.money import line_of
from collective.conventions.terms.money import Totals
from collective.conventions.terms.money import totals
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IInvoice(model.Schema):
    """The data of a draft; its totals are computed, never entered."""

    document_kind = schema.Choice(
        title=_("Document"), vocabulary=vocabularies.DOCUMENT_KINDS, default="invoice"
    )
    issuer = schema.Choice(title=_("Issuer"), source=sources.partners)
    customer = schema.Choice(title=_("Customer"), source=sources.partners)
    invoice_date = civil_date(title=_("Date"), required=False)
    due_date = civil_date(title=_("Due date"), required=False)
    period_start = civil_date(title=_("First day of the period"), required=False)
    period_end = civil_date(title=_("Last day of the period"), required=False)
    buyer_reference = schema.TextLine(
        title=_("Reference of the buyer"), required=False, max_length=100
    )
    credits = schema.Choice(
        title=_("Credits"),
        description=_("The issued invoice that a credit note takes back, in whole or part."),
        source=sources.invoices,
        required=False,
    )
    exemption_reason = schema.TextLine(
        title=_("Why no VAT is charged"),
        description=_("The article of the law; needed for prices that are exempt."),
        required=False,
        max_length=500,
    )
    lines = table(rows.IInvoiceLineRow, _("Lines"))
    remarks = schema.Text(title=_("Remarks"), required=False, max_length=5000)


@implementer(IInvoice, IConventionPart)
class Invoice(Item):
    """A draft invoice. See ``IInvoice``."""

    def totals(self) -> Totals:
        """Net, VAT per rate and gross, in euros with two decimals (terms/money)."""
        return totals([line_of(row) for row in self.lines or ()])

"""Partner: a legal person with which, or as which, agreements are made."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import Identifier
from collective.conventions.content.fields import table
from collective.conventions.terms import identifiers
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class IPartner(model.Schema):
    """The data of a partner. Its title is the legal name."""

    entity_kind = schema.Choice(title=_("Kind of entity"), vocabulary=vocabularies.ENTITY_KINDS)
    legal_form = schema.TextLine(
        title=_("Legal form"),
        description=_("For instance: municipal authority, ASBL, SRL."),
        required=False,
        max_length=100,
    )
    enterprise_number = Identifier(
        identifiers.normalise_enterprise_number,
        title=_("Enterprise number"),
        description=_("Ten digits of the Crossroads Bank for Enterprises, as in 0403.019.261."),
        required=False,
    )
    vat_number = Identifier(
        identifiers.normalise_vat_number,
        title=_("VAT number"),
        description=_("Left empty by who is not liable for VAT."),
        required=False,
    )
    nis_code = Identifier(
        identifiers.normalise_nis_code,
        title=_("NIS code"),
        description=_("The five digits of the commune's statistical code."),
        required=False,
    )
    commune = schema.Choice(
        title=_("Commune of the CPAS"),
        description=_("Only for a CPAS: the commune of the same entity."),
        source=sources.communes,
        required=False,
    )

    model.fieldset(
        "address",
        label=_("Address and account"),
        fields=["street", "postal_code", "city", "country", "email", "phone", "website", "iban"],
    )
    street = schema.TextLine(title=_("Street and number"), required=False, max_length=200)
    postal_code = schema.TextLine(title=_("Postal code"), required=False, max_length=12)
    city = schema.TextLine(title=_("City"), required=False, max_length=100)
    country = schema.Choice(
        title=_("Country"), vocabulary=vocabularies.COUNTRIES, default="BE", required=False
    )
    email = Identifier(identifiers.normalise_email, title=_("E-mail"), required=False)
    phone = schema.TextLine(title=_("Telephone"), required=False, max_length=50)
    website = schema.URI(title=_("Web site"), required=False)
    iban = Identifier(
        identifiers.normalise_iban,
        title=_("Bank account (IBAN)"),
        required=False,
    )

    model.fieldset("people", label=_("People"), fields=["representatives", "contacts"])
    representatives = table(rows.IRepresentativeRow, _("Representatives"))
    contacts = table(rows.IPartnerContactRow, _("Contact persons"))


@implementer(IPartner)
class Partner(Container):
    """A partner. See ``IPartner``."""

    _ordering = "unordered"

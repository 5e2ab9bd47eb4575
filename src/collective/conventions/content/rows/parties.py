"""Who agrees, who signs, and whom to reach."""

from collective.conventions import _
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import Identifier
from collective.conventions.terms.identifiers import normalise_email
from zope import schema
from zope.interface import Interface


class IPartyRow(Interface):
    """A party of the agreement (C1, W1)."""

    partner = schema.Choice(title=_("Partner"), source=sources.partners)
    role = schema.Choice(
        title=_("Role"), vocabulary=vocabularies.PARTY_ROLES, default="partner", required=False
    )


class ISignatoryRow(Interface):
    """Who signs for a party, in which capacity, and when he did (C1, C14, W1, D7)."""

    partner = schema.Choice(title=_("Party"), source=sources.partners)
    name = schema.TextLine(title=_("Name"), max_length=200)
    capacity = schema.TextLine(title=_("Capacity"), required=False, max_length=200)
    by_delegation = schema.Bool(title=_("By delegation"), required=False, default=False)
    date_signed = civil_date(title=_("Date signed"), required=False)
    original_received = civil_date(title=_("Original received on"), required=False)


class IContactRow(Interface):
    """The person a party names for the daily exchanges (W3)."""

    partner = schema.Choice(title=_("Party"), source=sources.partners)
    name = schema.TextLine(title=_("Name"), max_length=200)
    role = schema.TextLine(title=_("Function"), required=False, max_length=200)
    email = Identifier(normalise_email, title=_("E-mail"), required=False)
    phone = schema.TextLine(title=_("Telephone"), required=False, max_length=50)
    since = civil_date(title=_("Since"), required=False)


class IRepresentativeRow(Interface):
    """Who may bind a partner (C1)."""

    name = schema.TextLine(title=_("Name"), max_length=200)
    capacity = schema.TextLine(title=_("Capacity"), max_length=200)
    since = civil_date(title=_("Since"), required=False)
    until = civil_date(title=_("Until"), required=False)


class IPartnerContactRow(Interface):
    """A person to reach at a partner."""

    name = schema.TextLine(title=_("Name"), max_length=200)
    role = schema.TextLine(title=_("Function"), required=False, max_length=200)
    email = Identifier(normalise_email, title=_("E-mail"), required=False)
    phone = schema.TextLine(title=_("Telephone"), required=False, max_length=50)

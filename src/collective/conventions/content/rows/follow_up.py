"""What is to be done, asked and noted while a convention lives."""

from collective.conventions import _
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from decimal import Decimal
from zope import schema
from zope.interface import Interface


class ICommitmentRow(Interface):
    """What a party commits itself to (W2, W9, D2, O8)."""

    partner = schema.Choice(title=_("Party"), source=sources.partners)
    description = schema.Text(title=_("Description"), max_length=5000)
    domain = schema.TextLine(title=_("Domain"), required=False, max_length=200)
    quantity = schema.Decimal(title=_("Quantity"), required=False, min=Decimal(0))
    unit = schema.TextLine(title=_("Unit"), required=False, max_length=100)
    amount = schema.Decimal(title=_("Amount (EUR)"), required=False, min=Decimal(0))
    budget = schema.TextLine(title=_("Budget"), required=False, max_length=200)
    condition = schema.Text(title=_("Condition"), required=False, max_length=2000)
    frequency = schema.TextLine(title=_("Frequency"), required=False, max_length=200)
    due = civil_date(title=_("Due on"), required=False)
    done = civil_date(title=_("Done on"), required=False)
    evidence = schema.Text(title=_("Evidence"), required=False, max_length=2000)


class IConsentRow(Interface):
    """A consent asked from the other party (W4, D3, O2)."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.CONSENT_KINDS)
    requested_by = schema.Choice(title=_("Requested by"), source=sources.partners)
    description = schema.Text(title=_("Description"), max_length=2000)
    requested = civil_date(title=_("Requested on"))
    answer = schema.Choice(
        title=_("Answer"),
        vocabulary=vocabularies.CONSENT_ANSWERS,
        default="pending",
        required=False,
    )
    answered = civil_date(title=_("Answered on"), required=False)


class IUndertakingRow(Interface):
    """A confidentiality undertaking (C15)."""

    person = schema.TextLine(title=_("Person or company"), max_length=200)
    capacity = schema.TextLine(title=_("Capacity"), required=False, max_length=200)
    kind = schema.Choice(
        title=_("Kind"), vocabulary=vocabularies.UNDERTAKING_KINDS, default="other", required=False
    )
    signed = civil_date(title=_("Signed on"), required=False)
    document = schema.TextLine(title=_("Document"), required=False, max_length=500)


class INoticeRow(Interface):
    """A letter that ends, or may end, the agreement (C13, O9, D6)."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.NOTICE_KINDS)
    partner = schema.Choice(title=_("Given by"), source=sources.partners)
    sent = civil_date(title=_("Sent on"))
    presented = civil_date(title=_("First presented on"), required=False)
    received = civil_date(title=_("Received on"), required=False)
    means = schema.Choice(
        title=_("Means"),
        vocabulary=vocabularies.NOTICE_MEANS,
        default="registered",
        required=False,
    )
    note = schema.Text(title=_("Note"), required=False, max_length=2000)
    annex = schema.Choice(
        title=_("Letter on file"),
        description=_("One of the annexes of this convention."),
        source=sources.annexes,
        required=False,
    )


class IAgreedRenewalRow(Interface):
    """An express renewal: the day on which the parties agreed to it."""

    agreed = civil_date(title=_("Agreed on"))
    decision = schema.TextLine(title=_("Number of the decision"), required=False, max_length=100)
    note = schema.Text(title=_("Note"), required=False, max_length=2000)

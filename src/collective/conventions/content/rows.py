"""The rows of the tables that a convention, a partner and an invoice carry."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import Identifier
from collective.conventions.terms.identifiers import normalise_email
from decimal import Decimal
from zope import schema
from zope.interface import Interface


class IPartyRow(Interface):
    """A party of the agreement (C1, W1)."""

    partner = schema.Choice(title=_("Partner"), source=vocabularies.partners)
    role = schema.Choice(
        title=_("Role"), vocabulary=vocabularies.PARTY_ROLES, default="partner", required=False
    )


class ISignatoryRow(Interface):
    """Who signs for a party, in which capacity, and when he did (C1, C14, W1, D7)."""

    partner = schema.Choice(title=_("Party"), source=vocabularies.partners)
    name = schema.TextLine(title=_("Name"), max_length=200)
    capacity = schema.TextLine(title=_("Capacity"), required=False, max_length=200)
    by_delegation = schema.Bool(title=_("By delegation"), required=False, default=False)
    date_signed = civil_date(title=_("Date signed"), required=False)
    original_received = civil_date(title=_("Original received on"), required=False)


class ICommitmentRow(Interface):
    """What a party commits itself to (W2, W9, D2, O8)."""

    partner = schema.Choice(title=_("Party"), source=vocabularies.partners)
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


class IContactRow(Interface):
    """The person a party names for the daily exchanges (W3)."""

    partner = schema.Choice(title=_("Party"), source=vocabularies.partners)
    name = schema.TextLine(title=_("Name"), max_length=200)
    role = schema.TextLine(title=_("Function"), required=False, max_length=200)
    email = Identifier(normalise_email, title=_("E-mail"), required=False)
    phone = schema.TextLine(title=_("Telephone"), required=False, max_length=50)
    since = civil_date(title=_("Since"), required=False)


class IConsentRow(Interface):
    """A consent asked from the other party (W4, D3, O2)."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.CONSENT_KINDS)
    requested_by = schema.Choice(title=_("Requested by"), source=vocabularies.partners)
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
    partner = schema.Choice(title=_("Given by"), source=vocabularies.partners)
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
        source=vocabularies.annexes,
        required=False,
    )


class IAgreedRenewalRow(Interface):
    """An express renewal: the day on which the parties agreed to it."""

    agreed = civil_date(title=_("Agreed on"))
    decision = schema.TextLine(title=_("Number of the decision"), required=False, max_length=100)
    note = schema.Text(title=_("Note"), required=False, max_length=2000)


class IClauseRow(Interface):
    """The clause of the text on which a computed date rests."""

    topic = schema.Choice(title=_("Topic"), vocabulary=vocabularies.CLAUSE_TOPICS)
    clause = schema.TextLine(
        title=_("Clause"), description=_("Its number, as in “art. 8”."), max_length=200
    )


class IOverrideRow(Interface):
    """A date that a person has set in the place of the computed one, and why."""

    key = schema.TextLine(title=_("Date concerned"), max_length=200)
    day = civil_date(title=_("Day decided"))
    reason = schema.Text(title=_("Reason"), max_length=2000)
    author = schema.TextLine(title=_("Decided by"), max_length=200)


class IReminderRow(Interface):
    """Who is reminded of which date of this convention, and when."""

    what = schema.Choice(title=_("Date concerned"), vocabulary=vocabularies.WATCHED)
    days_before = schema.TextLine(
        title=_("Days before"),
        description=_("Numbers with commas between them, as in “60, 30, 7”."),
        required=False,
        max_length=100,
    )
    repeat_days = schema.Int(
        title=_("Then every so many days, until it is done"), required=False, min=1, max=365
    )
    recipients = schema.Choice(title=_("To"), vocabulary=vocabularies.RECIPIENTS)


class ILanguageVersionRow(Interface):
    """A language version of the text (B7)."""

    language = schema.Choice(title=_("Language"), vocabulary=vocabularies.LANGUAGES)
    title = schema.TextLine(title=_("Title in that language"), required=False, max_length=500)
    authoritative = schema.Bool(title=_("Authoritative"), required=False, default=True)


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


class IInvoiceLineRow(Interface):
    """A line of an invoice."""

    description = schema.TextLine(title=_("Description"), max_length=500)
    quantity = schema.Decimal(title=_("Quantity"), default=Decimal(1))
    unit_price = schema.Decimal(title=_("Unit price (EUR)"))
    vat_rate = schema.Decimal(
        title=_("VAT rate (%)"), default=Decimal(21), min=Decimal(0), max=Decimal(100)
    )
    vat_category = schema.Choice(
        title=_("VAT"), vocabulary=vocabularies.VAT_CATEGORIES, default="S", required=False
    )
    unit = schema.Choice(
        title=_("Counted in"), vocabulary=vocabularies.UNITS, default="unit", required=False
    )
    reduction_percent = schema.Decimal(
        title=_("Reduction (%)"), required=False, min=Decimal(0), max=Decimal(100)
    )
    reduction_reason = schema.TextLine(
        title=_("Reason of the reduction"), required=False, max_length=500
    )
    period_start = civil_date(title=_("From"), required=False)
    period_end = civil_date(title=_("Until"), required=False)
    explanation = schema.TextLine(title=_("How the price is made"), required=False, max_length=1000)


class IPriceRow(Interface):
    """What a convention costs; amounts without VAT (C11, O3)."""

    description = schema.TextLine(
        title=_("Description"), description=_("As it stands on the invoice."), max_length=500
    )
    basis = schema.Choice(title=_("Charged"), vocabulary=vocabularies.PRICE_BASES)
    amount = schema.Decimal(title=_("Price (EUR)"), min=Decimal(0))
    vat_rate = schema.Decimal(
        title=_("VAT rate (%)"), default=Decimal(21), min=Decimal(0), max=Decimal(100)
    )
    vat_category = schema.Choice(
        title=_("VAT"), vocabulary=vocabularies.VAT_CATEGORIES, default="S", required=False
    )
    from_count = schema.Int(
        title=_("From so many participants"), required=False, min=1, max=1000000
    )
    day = civil_date(title=_("Due on"), required=False)
    indexed = schema.Bool(title=_("Indexed"), required=False, default=False)

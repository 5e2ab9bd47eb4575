"""Convention: an agreement between a commune or CPAS and its partners."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import table
from collective.conventions.terms.aspects import ASPECTS
from collective.conventions.terms.aspects import COLUMN_ASPECTS
from decimal import Decimal
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


#: Who may change the fields of an aspect.
PERMISSIONS = {
    "terms": "collective.conventions.EditTerms",
    "decision": "collective.conventions.RecordDecision",
    "follow_up": "collective.conventions.FollowUp",
    "ending": "collective.conventions.RecordEnding",
}
#: Fields that every type of Plone has, and tables whose columns belong to several aspects.
APART = {"title", "description", *(field for field, _column in COLUMN_ASPECTS)}
#: What the people of a partner do not read, though they read the convention.
INTERNALS = "collective.conventions.ViewInternals"


class IConvention(model.Schema):
    """The data of a convention, in the order in which one works."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.KINDS)
    reference = schema.TextLine(
        title=_("Our reference"),
        description=_("The number or code under which you file the convention."),
        required=False,
        max_length=100,
    )
    subject_matter = schema.Text(
        title=_("Subject"),
        description=_("What the parties agree on, in one or two sentences."),
        required=False,
        max_length=10000,
    )
    monetary = schema.Bool(
        title=_("Monetary"),
        description=_("Does a party owe a price? A non-monetary convention is never invoiced."),
        required=False,
        default=True,
    )
    free_of_charge = schema.Bool(title=_("Free of charge"), required=False, default=False)
    declared_value = schema.Decimal(
        title=_("Declared value (EUR)"),
        description=_("What the services are worth, beside the price that is paid."),
        required=False,
        min=Decimal(0),
    )
    text_language = schema.Choice(
        title=_("Language of the text"),
        vocabulary=vocabularies.LANGUAGES,
        default="fr",
        required=False,
    )
    language_versions = table(rows.ILanguageVersionRow, _("Other language versions"))
    predecessor = schema.Choice(
        title=_("Replaces"),
        description=_("The earlier convention that this one replaces."),
        source=vocabularies.conventions,
        required=False,
    )
    replaced_arrangement = schema.TextLine(
        title=_("Earlier arrangement"),
        description=_("What this convention replaces when that is not in this space."),
        required=False,
        max_length=500,
    )
    responsible = schema.List(
        title=_("Responsible members"),
        description=_("Groups or members who look after this convention and may edit it."),
        value_type=schema.Choice(source=vocabularies.members),
        required=False,
        defaultFactory=list,
    )

    model.fieldset("parties", label=_("Parties"), fields=["parties", "signatories", "contacts"])
    parties = table(rows.IPartyRow, _("Parties"), _("Two at least."))
    signatories = table(
        rows.ISignatoryRow,
        _("Signatories"),
        _("Who signs for each party. The dates are entered when the originals are signed."),
    )
    contacts = table(rows.IContactRow, _("Contact persons"))

    model.fieldset("commitments", label=_("Commitments"), fields=["commitments"])
    commitments = table(
        rows.ICommitmentRow, _("Commitments"), _("What each party is to do, deliver or pay.")
    )

    model.fieldset(
        "decisions",
        label=_("Decisions"),
        fields=[
            "college_date",
            "college_number",
            "council_sitting",
            "council_date",
            "council_number",
            "folder_reference",
            "agenda_number",
        ],
    )
    college_date = civil_date(
        title=_("Date of the College's decision"),
        description=_("The College decides before the Council."),
        required=False,
    )
    college_number = schema.TextLine(
        title=_("Number of the College's decision"), required=False, max_length=100
    )
    council_sitting = civil_date(
        title=_("Sitting of the Council"),
        description=_("The sitting for which the decision is on the agenda."),
        required=False,
    )
    council_date = civil_date(title=_("Date of the Council's decision"), required=False)
    council_number = schema.TextLine(
        title=_("Number of the Council's decision"), required=False, max_length=100
    )
    folder_reference = schema.TextLine(
        title=_("Folder reference"),
        description=_("The reference of the folder in the decision system."),
        required=False,
        max_length=100,
    )
    agenda_number = schema.TextLine(title=_("Agenda number"), required=False, max_length=50)

    model.fieldset(
        "term",
        label=_("Term"),
        fields=[
            "start_rule",
            "start_date",
            "start_condition",
            "condition_met",
            "duration_unit",
            "duration_count",
            "end_date",
            "end_event",
            "event_date",
            "renewal",
            "renewal_months",
            "renewal_cap_months",
        ],
    )
    start_rule = schema.Choice(
        title=_("Enters into force"),
        vocabulary=vocabularies.START_RULES,
        default="last_signature",
        required=False,
    )
    start_date = civil_date(
        title=_("Fixed start date"),
        description=_("Only when it enters into force on a fixed date."),
        required=False,
    )
    start_condition = schema.Text(title=_("Condition of the start"), required=False)
    condition_met = civil_date(title=_("Condition met on"), required=False)
    duration_unit = schema.Choice(
        title=_("Duration"),
        vocabulary=vocabularies.DURATION_UNITS,
        default="unlimited",
        required=False,
    )
    duration_count = schema.Int(
        title=_("Number of months or years"), required=False, min=1, max=1200
    )
    end_date = civil_date(
        title=_("End date"), description=_("The last day in force."), required=False
    )
    end_event = schema.TextLine(title=_("Event that ends it"), required=False, max_length=500)
    event_date = civil_date(
        title=_("Event happened on"), description=_("The last day in force."), required=False
    )
    renewal = schema.Choice(
        title=_("Renewal"), vocabulary=vocabularies.RENEWALS, default="none", required=False
    )
    renewal_months = schema.Int(
        title=_("Renewed each time for (months)"), required=False, min=1, max=1200
    )
    renewal_cap_months = schema.Int(
        title=_("At most, counted from the start (months)"), required=False, min=1, max=1200
    )

    model.fieldset(
        "notice",
        label=_("Notice and breach"),
        fields=[
            "notice_count",
            "notice_unit",
            "notice_means",
            "notice_basis",
            "notice_scope",
            "notice_by",
            "breach_count",
            "breach_unit",
            "breach_basis",
            "resolutory_condition",
        ],
    )
    notice_count = schema.Int(
        title=_("Notice"),
        description=_("How many days or months it takes; none when left empty."),
        required=False,
        min=1,
        max=1200,
    )
    notice_unit = schema.Choice(
        title=_("Notice counted in"),
        vocabulary=vocabularies.NOTICE_UNITS,
        default="months",
        required=False,
    )
    notice_means = schema.Choice(
        title=_("Notice given by"), vocabulary=vocabularies.NOTICE_MEANS, required=False
    )
    notice_basis = schema.Choice(
        title=_("Notice counted from"),
        vocabulary=vocabularies.NOTICE_BASES,
        default="sending",
        required=False,
    )
    notice_scope = schema.Choice(
        title=_("What a notice does"),
        description=_("When left empty: refuses the renewal if it renews by itself, else ends it."),
        vocabulary=vocabularies.NOTICE_SCOPES,
        required=False,
    )
    notice_by = schema.Choice(
        title=_("Notice reserved to"),
        description=_("The only party that may give notice; any of them when left empty."),
        source=vocabularies.partners,
        required=False,
    )
    breach_count = schema.Int(
        title=_("Time to make a breach good"),
        description=_("After a formal notice; then the other party may terminate."),
        required=False,
        min=1,
        max=1200,
    )
    breach_unit = schema.Choice(
        title=_("That time counted in"),
        vocabulary=vocabularies.NOTICE_UNITS,
        default="days",
        required=False,
    )
    breach_basis = schema.Choice(
        title=_("That time counted from"),
        vocabulary=vocabularies.NOTICE_BASES,
        default="sending",
        required=False,
    )
    resolutory_condition = schema.Text(
        title=_("Resolutory condition"),
        description=_("An event, such as an annulment by the supervisory authority, that ends it."),
        required=False,
        max_length=5000,
    )

    model.fieldset(
        "price",
        label=_("Price"),
        fields=[
            "issuer",
            "customer",
            "prices",
            "participants",
            "reduction_percent",
            "reduction_condition",
            "index_series",
            "index_base_month",
            "index_fixed_part",
            "index_moving_part",
            "index_rule",
            "index_lag_months",
            "index_rounding",
            "exemption_reason",
            "payment_days",
            "communication",
            "buyer_reference",
        ],
    )
    issuer = schema.Choice(
        title=_("Invoiced by"),
        description=_("The party that is paid. Nothing is invoiced when left empty."),
        source=vocabularies.partners,
        required=False,
    )
    customer = schema.Choice(
        title=_("Invoiced to"),
        description=_("When left empty: the other one of two parties."),
        source=vocabularies.partners,
        required=False,
    )
    prices = table(rows.IPriceRow, _("Prices"), _("Without VAT."))
    participants = schema.Int(title=_("Number of participants"), required=False, min=0, max=1000000)
    reduction_percent = schema.Decimal(
        title=_("Reduction (%)"), required=False, min=Decimal(0), max=Decimal(100)
    )
    reduction_condition = schema.Choice(
        title=_("The reduction holds"),
        vocabulary=vocabularies.REDUCTION_CONDITIONS,
        required=False,
    )
    index_series = schema.Choice(
        title=_("Indexed by"),
        description=_("The price is the first one × (a + b × index / first index)."),
        vocabulary=vocabularies.INDEX_SERIES,
        required=False,
    )
    index_base_month = civil_date(
        title=_("Month of the first index"),
        description=_("Its first day."),
        required=False,
    )
    index_fixed_part = schema.Decimal(
        title=_("Fixed part (a)"),
        description=_("Both parts add up to 1; 0 when left empty."),
        required=False,
        min=Decimal(0),
        max=Decimal(1),
    )
    index_moving_part = schema.Decimal(
        title=_("Part that follows the index (b)"),
        description=_("1 when left empty."),
        required=False,
        min=Decimal(0),
        max=Decimal(1),
    )
    index_rule = schema.Choice(
        title=_("The price changes"),
        vocabulary=vocabularies.INDEX_RULES,
        default="january",
        required=False,
    )
    index_lag_months = schema.Int(
        title=_("By the index of so many months before"),
        description=_("1 when left empty: on 1 January, the index of December."),
        required=False,
        min=1,
        max=24,
    )
    index_rounding = schema.Choice(
        title=_("Price rounded"),
        vocabulary=vocabularies.INDEX_ROUNDINGS,
        default="cent",
        required=False,
    )
    exemption_reason = schema.TextLine(
        title=_("Why no VAT is charged"),
        description=_("The article of the law; needed for prices that are exempt."),
        required=False,
        max_length=500,
    )
    payment_days = schema.Int(
        title=_("To be paid within (days)"),
        description=_("Counted from the date of the invoice; 30 when left empty."),
        required=False,
        min=1,
        max=366,
    )
    communication = schema.Choice(
        title=_("Communication of the payment"),
        vocabulary=vocabularies.COMMUNICATIONS,
        default="number",
        required=False,
    )
    buyer_reference = schema.TextLine(
        title=_("Reference of the buyer"),
        description=_("What the customer asks to see on each invoice, such as an order number."),
        required=False,
        max_length=100,
    )

    model.fieldset(
        "provisions",
        label=_("Other provisions"),
        fields=["contacts_days", "dispute_settlement", "originals", "delays_move", "clauses"],
    )
    contacts_days = schema.Int(
        title=_("Contact persons named within (days)"),
        description=_("Counted from the entry into force."),
        required=False,
        min=1,
        max=3660,
    )
    dispute_settlement = schema.Text(
        title=_("Settlement of disputes"), required=False, max_length=5000
    )
    originals = schema.Int(
        title=_("Number of originals"),
        description=_("As many as there are parties when left empty."),
        required=False,
        min=1,
        max=100,
    )
    delays_move = schema.Bool(
        title=_("A delay that ends on a day off moves to the next working day"),
        description=_("The rule of the Civil Code (art. 1.7), unless the text says otherwise."),
        required=False,
        default=True,
    )
    clauses = table(
        rows.IClauseRow,
        _("Clauses"),
        _("Where the text sets these rules. Each computed date names its clause."),
    )

    model.fieldset(
        "supervision",
        label=_("Supervision"),
        fields=[
            "supervision_authority",
            "supervision_sent",
            "supervision_received",
            "supervision_regime",
            "supervision_prolonged_days",
            "supervision_outcome",
            "supervision_date",
            "supervision_lifted",
        ],
    )
    supervision_authority = schema.TextLine(
        title=_("Supervisory authority"), required=False, max_length=200
    )
    supervision_sent = civil_date(title=_("Sent to the authority on"), required=False)
    supervision_received = civil_date(title=_("Received by the authority on"), required=False)
    supervision_regime = schema.Choice(
        title=_("Rules of the supervision"),
        vocabulary=vocabularies.SUPERVISION_REGIMES,
        required=False,
    )
    supervision_prolonged_days = schema.Int(
        title=_("Prolonged by the authority (days)"), required=False, min=1, max=366
    )
    supervision_outcome = schema.Choice(
        title=_("Outcome of the supervision"),
        vocabulary=vocabularies.SUPERVISION_OUTCOMES,
        required=False,
    )
    supervision_date = civil_date(title=_("Date of the outcome"), required=False)
    supervision_lifted = civil_date(
        title=_("Suspension lifted on"),
        description=_("The first day on which it no longer holds."),
        required=False,
    )

    model.fieldset(
        "follow_up",
        label=_("Follow-up"),
        fields=[
            "consents",
            "undertakings",
            "notices",
            "renewals_agreed",
            "overrides",
            "reminders",
            "remarks",
        ],
    )
    consents = table(rows.IConsentRow, _("Consents"))
    undertakings = table(rows.IUndertakingRow, _("Confidentiality undertakings"))
    notices = table(rows.INoticeRow, _("Notices and letters"))
    renewals_agreed = table(
        rows.IAgreedRenewalRow,
        _("Renewals agreed on"),
        _("Of a convention that is renewed by a new agreement only."),
    )
    overrides = table(
        rows.IOverrideRow,
        _("Dates set by hand"),
        _("A date that was decided to be another than the computed one."),
    )
    reminders = table(
        rows.IReminderRow,
        _("Reminders"),
        _("For this convention, in the place of the reminders of the space for the same date."),
    )
    remarks = schema.Text(title=_("Remarks"), required=False, max_length=20000)

    model.fieldset("ending", label=_("End"), fields=["termination_date", "termination_reason"])
    termination_date = civil_date(
        title=_("Ends on"), description=_("The last day in force."), required=False
    )
    termination_reason = schema.Text(title=_("Reason of the end"), required=False, max_length=5000)

    directives.read_permission(
        predecessor=INTERNALS, responsible=INTERNALS, reminders=INTERNALS, remarks=INTERNALS
    )
    directives.write_permission(
        **{name: PERMISSIONS[aspect] for name, aspect in ASPECTS.items() if name not in APART}
    )


@implementer(IConvention)
class Convention(Container):
    """A convention; holds its annexes and invoices.

    Unordered: in an ordered container every two additions at once would conflict.
    """

    _ordering = "unordered"

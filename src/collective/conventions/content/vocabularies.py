"""The closed lists from which a field is chosen, each token with its title."""

from collective.conventions import _
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _choices(**titles: str) -> SimpleVocabulary:
    return SimpleVocabulary(
        [SimpleTerm(value=value, token=value, title=title) for value, title in titles.items()]
    )


KINDS = _choices(
    access=_("Access to a service"),
    adhesion=_("Adhesion to a programme"),
    collaboration=_("Collaboration"),
    partnership=_("Partnership"),
    provision=_("Provision of means"),
    subsidy=_("Subsidy"),
    other=_("Other"),
)
STATES = _choices(
    draft=_("Draft"),
    council_approved=_("Approved by the Council"),
    signed=_("Signed"),
    terminated=_("Terminated"),
)
LANGUAGES = _choices(fr=_("French"), nl=_("Dutch"), de=_("German"), en=_("English"))
PARTY_ROLES = _choices(
    provider=_("Provider"),
    user=_("User"),
    organiser=_("Organiser"),
    participant=_("Participant"),
    partner=_("Partner"),
    authority=_("Authority"),
    other=_("Other"),
)
ENTITY_KINDS = _choices(
    commune=_("Commune"),
    cpas=_("CPAS (public centre for social welfare)"),
    region=_("Regional body"),
    federal=_("Federal body"),
    association=_("Association"),
    company=_("Company"),
)
START_RULES = _choices(
    last_signature=_("On the day of the last signature"),
    next_month=_("On the first day of the month after the last signature"),
    fixed_date=_("On a fixed date"),
    approval=_("On the council's approval"),
    condition=_("When a condition is met"),
)
DURATION_UNITS = _choices(
    unlimited=_("Unlimited"),
    months=_("A number of months"),
    years=_("A number of years"),
    until_date=_("Until a date"),
    until_event=_("Until an event"),
)
RENEWALS = _choices(
    none=_("None"),
    express=_("Express: only by a new agreement"),
    tacit=_("Tacit: by itself, unless notice is given"),
)
NOTICE_UNITS = _choices(days=_("Days"), months=_("Months"))
NOTICE_MEANS = _choices(
    registered=_("Registered letter"),
    registered_receipt=_("Registered letter with acknowledgement of receipt"),
    letter=_("Letter"),
    email=_("E-mail"),
    hand=_("By hand against receipt"),
    other=_("Other"),
)
NOTICE_BASES = _choices(
    sending=_("Sending of the letter"),
    receipt=_("Receipt of the letter"),
    presentation=_("First presentation of the letter"),
)
NOTICE_KINDS = _choices(
    non_renewal=_("Refusal of the renewal"),
    termination=_("Termination with notice"),
    formal_notice=_("Formal notice"),
    cure=_("Breach made good"),
    withdrawal=_("Withdrawal of an earlier notice"),
    assignment=_("Assignment"),
    other=_("Other"),
)
NOTICE_SCOPES = _choices(
    renewal=_("Only refuses the next renewal"),
    any_time=_("Ends the convention at any time"),
)
SUPERVISION_REGIMES = _choices(
    supervision_wallonia=_("Walloon Region"),
    supervision_brussels=_("Brussels-Capital Region"),
)
CLAUSE_TOPICS = _choices(
    breach=_("Breach"),
    commitments=_("Commitments"),
    contacts=_("Contact persons"),
    duration=_("Duration"),
    notice=_("Notice"),
    renewal=_("Renewal"),
    resolutory=_("Resolutory condition"),
    start=_("Start"),
)
WATCHED = _choices(
    supervision_until=_("End of the supervision"),
    contacts_due=_("Contact persons to be named"),
    commitment_due=_("Commitment due"),
    cure_until=_("Last day to make a breach good"),
    may_terminate=_("Right to terminate"),
    notice_by=_("Last day for a notice"),
    agree_by=_("Last day to agree on a renewal"),
    renews=_("Renewal"),
    ends=_("End"),
)
RECIPIENTS = _choices(
    responsible=_("Responsible members"),
    convention_authors=_("Authors of conventions"),
    council_secretaries=_("Council secretaries"),
    signature_officers=_("Signature officers"),
    finance_officers=_("Finance officers"),
    space_managers=_("Managers of the space"),
    contacts=_("Contact persons of the parties"),
)
CONSENT_KINDS = _choices(
    assignment=_("Assignment to a third party"),
    name_use=_("Use of the name"),
    logo_use=_("Use of the logo"),
    press=_("Press or publication"),
    participant_change=_("Replacement of a participant"),
    other=_("Other"),
)
CONSENT_ANSWERS = _choices(pending=_("Pending"), granted=_("Granted"), refused=_("Refused"))
UNDERTAKING_KINDS = _choices(
    subcontractor=_("Subcontractor"),
    team_member=_("Member of the maintenance team"),
    other=_("Other"),
)
SUPERVISION_OUTCOMES = _choices(
    pending=_("Pending"),
    none=_("Period expired without a measure"),
    approved=_("Approved"),
    refused=_("Refused"),
    suspended=_("measure_suspended", default="Suspended"),
    annulled=_("Annulled"),
)
PUBLICATION_RULES = _choices(
    public=_("Public"),
    parties=_("Parties only"),
    secretariat=_("To be consulted at the secretariat only"),
)
ANNEX_KINDS = _choices(
    text=_("Text of the convention"),
    annex=_("Annex to the text"),
    decision=_("Decision"),
    signed_copy=_("Signed copy"),
    evidence=_("Evidence"),
    letter=_("Letter"),
    other=_("Other"),
)
DOCUMENT_KINDS = _choices(invoice=_("Invoice"), credit_note=_("Credit note"))
EFFECTIVE_RULES = _choices(
    fixed_date=_("On a fixed date"),
    last_signature=_("On the day of the last signature"),
)
AMENDING_ACTIONS = _choices(add=_("Added"), replace=_("Replaced"), remove=_("Removed"))
PRICE_BASES = _choices(
    monthly=_("Each month"),
    per_participant=_("For each participant"),
    one_off=_("Once"),
)
VAT_CATEGORIES = _choices(S=_("With VAT"), E=_("Exempt from VAT"), O=_("Outside the scope of VAT"))
UNITS = _choices(
    unit=_("Unit"), month=_("Month"), participant=_("Participant"), day=_("Day"), hour=_("Hour")
)
INDEX_SERIES = _choices(consumer_prices=_("Consumer price index"), health_index=_("Health index"))
INDEX_RULES = _choices(
    january=_("Each 1 January"), anniversary=_("On each anniversary of the start")
)
INDEX_ROUNDINGS = _choices(
    cent=_("To the cent"), ten_cents=_("To ten cents"), euro=_("To the euro")
)
REDUCTION_CONDITIONS = _choices(
    commune_in_force=_("While the commune of the CPAS has signed an access convention"),
    always=_("Always"),
)
COMMUNICATIONS = _choices(
    number=_("The number of the invoice"), structured=_("A structured communication")
)
COUNTRIES = _choices(
    BE=_("Belgium"),
    DE=_("Germany"),
    FR=_("France"),
    LU=_("Luxembourg"),
    NL=_("Netherlands"),
    OTHER=_("Another country"),
)
TEXT_PARTS = _choices(
    heading=_("Heading"),
    parties=_("Parties"),
    preamble=_("Preamble"),
    article=_("Article"),
    signatures=_("Signatures"),
)
DECREE_PARTS = _choices(
    subject=_("Subject"),
    legal_basis=_("Legal basis"),
    considerations=_("Considerations"),
    proposal=_("Proposal of the College"),
    operative=_("Operative part"),
    annexes=_("Annexes"),
)
DELIBERATING_BODIES = _choices(college=_("College"), council=_("Council"))
DELIBERATION_OUTCOMES = _choices(
    adopted=_("Adopted"),
    refused=_("deliberation_refused", default="Rejected"),
    postponed=_("Postponed"),
)
MODEL_KINDS = _choices(
    convention=_("Convention"),
    decree=_("Council decree"),
    letter=_("Letter"),
    clause=_("Reusable clause"),
)
MODEL_SOURCES = _choices(
    articles=_("Articles, in the browser"), docx=_("A document of Word or LibreOffice")
)
LETTER_PURPOSES = _choices(
    non_renewal=_("Refusal of the renewal"),
    formal_notice=_("Formal notice"),
    termination=_("Termination with notice"),
    supervision=_("Transmission to the supervisory authority"),
    dunning=_("Reminder of an unpaid invoice"),
)

"""The closed lists from which a field is chosen, and the open list of partners."""

from Acquisition import aq_base
from Acquisition import aq_parent
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.content.records import record_of
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.interfaces import IVocabularyTokenized
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


@implementer(IVocabularyTokenized)
class CatalogVocabulary:
    """The content items that match a query, by UID, without listing them until a form asks.

    Validation asks ``uid in vocabulary`` for every row: one look-up in the UID index, whatever
    the number of items; what the query names are columns of the catalog. Only iteration (a form
    that draws its options) runs the query, as the current user.
    """

    def __init__(self, **query: Any) -> None:
        self.query = query

    @property
    def searched(self) -> dict[str, Any]:
        """The query with which the catalog lists the items."""
        return self.query

    def _brain(self, uid: object) -> Any:
        if not isinstance(uid, str) or not uid:
            return None
        processQueue()
        brain = record_of(uid)
        if brain is None or any(getattr(brain, name) != self.query[name] for name in self.query):
            return None
        return brain

    @staticmethod
    def _term(brain: Any) -> SimpleTerm:
        return SimpleTerm(value=brain.UID, token=brain.UID, title=brain.Title)

    def __contains__(self, uid: object) -> bool:
        return self._brain(uid) is not None

    def __iter__(self) -> Iterator[SimpleTerm]:
        catalog = api.portal.get_tool("portal_catalog")
        for brain in catalog(sort_on="sortable_title", **self.searched):
            yield self._term(brain)

    def __len__(self) -> int:
        return len(api.portal.get_tool("portal_catalog")(**self.searched))

    def getTerm(self, value: object) -> SimpleTerm:
        brain = self._brain(value)
        if brain is None:
            raise LookupError(value)
        return self._term(brain)

    def getTermByToken(self, token: str) -> SimpleTerm:
        return self.getTerm(token)


@implementer(IVocabularyTokenized)
class MemberVocabulary:
    """The members and groups of the space by their plain id, as local roles know them.

    Validation looks up one principal; only a form that draws its options searches for all, and
    finds none for who may not list them.
    """

    @staticmethod
    def _term(principal: str, title: str) -> SimpleTerm:
        return SimpleTerm(value=principal, token=principal, title=title or principal)

    def __contains__(self, principal: object) -> bool:
        if not isinstance(principal, str) or not principal:
            return False
        users = api.portal.get_tool("acl_users")
        return bool(users.getUserById(principal) or users.getGroupById(principal))

    def __iter__(self) -> Iterator[SimpleTerm]:
        if not api.user.has_permission("List portal members", obj=api.portal.get()):
            return
        users = api.portal.get_tool("acl_users")
        found = (*users.searchUsers(sort_by="fullname"), *users.searchGroups(sort_by="title"))
        for principal, title in {info["id"]: info["title"] for info in found}.items():
            yield self._term(principal, title)

    def __len__(self) -> int:
        return len(list(iter(self)))

    def getTerm(self, value: object) -> SimpleTerm:
        if value not in self:
            raise LookupError(value)
        principal = str(value)
        users = api.portal.get_tool("acl_users")
        user, group = users.getUserById(principal), users.getGroupById(principal)
        name = user.getProperty("fullname") if user else group.getProperty("title")
        return self._term(principal, name)

    def getTermByToken(self, token: str) -> SimpleTerm:
        return self.getTerm(token)


@provider(IContextSourceBinder)
def members(context: Any) -> MemberVocabulary:
    """All members and groups of the space."""
    return MemberVocabulary()


@provider(IContextSourceBinder)
def partners(context: Any) -> CatalogVocabulary:
    """All partners of the space."""
    return CatalogVocabulary(portal_type="Partner")


@provider(IContextSourceBinder)
def communes(context: Any) -> CatalogVocabulary:
    """The partners that are communes, for the tie of a CPAS to its commune (C11)."""
    return CatalogVocabulary(portal_type="Partner", partner_kind="commune")


#: A path at which nothing is.
NOWHERE = "/-"


class PartVocabulary(CatalogVocabulary):
    """What lies in one convention; in what is no convention there is nothing."""

    def __init__(self, convention: Any, portal_type: str) -> None:
        holder = getattr(aq_base(convention), "portal_type", "") == "Convention"
        path = "/".join(convention.getPhysicalPath()) if holder else ""
        super().__init__(portal_type=portal_type)
        self.path = path

    def _brain(self, uid: object) -> Any:
        brain = super()._brain(uid)
        inside = brain is not None and self.path and brain.getPath().startswith(f"{self.path}/")
        return brain if inside else None

    @property
    def searched(self) -> dict[str, Any]:
        return {**self.query, "path": self.path or NOWHERE}


@provider(IContextSourceBinder)
def annexes(context: Any) -> PartVocabulary:
    """The annexes of the convention, for the letters on file."""
    return PartVocabulary(context, "Annex")


@provider(IContextSourceBinder)
def invoices(context: Any) -> PartVocabulary:
    """The invoices of the convention of an invoice, for those that are credited."""
    itself = getattr(aq_base(context), "portal_type", "") == "Invoice"
    return PartVocabulary(aq_parent(context) if itself else context, "Invoice")


@provider(IContextSourceBinder)
def conventions(context: Any) -> CatalogVocabulary:
    """All conventions of the space, for predecessors (B5)."""
    return CatalogVocabulary(portal_type="Convention")

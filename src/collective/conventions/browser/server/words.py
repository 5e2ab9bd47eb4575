"""The words of the journal of the server: what was done, and what each value of an entry is."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.incidents.cards import WHY
from collective.conventions.browser.incidents.fields import RECORDED
from collective.conventions.browser.journal.changes import Size
from collective.conventions.browser.journal.lines import ADVANCED_ACCESS
from collective.conventions.browser.requests.states import KINDS
from collective.conventions.browser.server.spaces.lines import STATES
from collective.conventions.browser.team.words import DOCUMENTS
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.server.letter_words import ABOUT
from zope import schema
from zope.i18nmessageid import Message
from zope.schema.interfaces import IField
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


ACTIONS: dict[str, Message] = {
    "space_created": _("Space made"),
    "space_found": _("Space found on the server and registered"),
    "space_gone": _("Space no longer found on the server"),
    "space_imported": _("Space brought in from an export"),
    "space_upgraded": _("Space upgraded"),
    "upgrade_failed": _("Upgrade failed; the space is as it was"),
    "entry_changed": _("Entry changed"),
    "limit_found": _("Limit set in the space, taken over"),
    "billing_begun": _("Run over the spaces begun"),
    "billing_ended": _("Run over the spaces ended"),
    "issuer_given": _("Issuer given"),
    "indexes_entered": _("Price indexes entered"),
    "index_removed": _("Price index removed"),
    "payment_set_aside": _("Movement of the account set aside"),
    "link_given": _("New link given to a manager"),
    "suspend": _("incident_suspended", default="Suspended"),
    "reinstate": _("Reinstated"),
    "incident_reported": _("Incident reported"),
    "incident_triaged": _("Incident assessed"),
    "incident_asked": _("Co-operation asked for"),
    "incident_answered": _("Answered"),
    "incident_warned": _("Warned"),
    "incident_authorities": _("Judicial authorities informed"),
    "incident_noted": _("Note on an incident"),
    "incident_closed": _("Incident closed"),
    "incident_reopened": _("Incident opened again"),
    "mailed": _("Letters sent"),
    "team_admitted": _("Member admitted to the team"),
    "team_signed": _("Signature recorded"),
    "team_rights_began": _("The rights of an operator begin"),
    "team_left": _("End of a membership"),
    "team_code_given": _("Code made for a new password"),
    "team_password_chosen": _("Password chosen"),
    "team_published": _("List of the team published"),
    "team_hidden": _("List of the team no longer published"),
    "advanced_access_asked": _("Advanced access asked for"),
    "advanced_access_granted": _("Advanced access granted"),
    "advanced_access_declined": _("Advanced access declined"),
    "advanced_access_revoked": _("Advanced access revoked"),
    "advanced_access_returned": _("Advanced access given back"),
    "tool_added": _("Tool put into the catalogue"),
    "tool_changed": _("Tool of the catalogue changed"),
    "tool_removed": _("Tool taken out of the catalogue"),
    "tool_installed": _("Tool installed"),
    "request_asked": _("Request made"),
    "request_accepted": _("Request accepted"),
    "request_declined": _("Request declined"),
    "request_done": _("Request fulfilled"),
    "request_withdrawn": _("Request withdrawn"),
}


def _chosen(title: Message, titles: Mapping[str, Message]) -> schema.Choice:
    terms = [SimpleTerm(name, name, said) for name, said in titles.items()]
    return schema.Choice(title=title, vocabulary=SimpleVocabulary(terms))


def _text(title: Message) -> schema.TextLine:
    return schema.TextLine(title=title)


SPACE: dict[str, IField] = {
    "title": _text(_("Name of the entity")),
    "kind": schema.Choice(title=_("Kind of entity"), vocabulary=ENTITY_KINDS),
    "nis_code": _text(_("NIS code")),
    "commune": _text(_("Space of its commune")),
    "limit": Size(title=_("Storage limit")),
    "notes": _text(_("Notes of the operators")),
    "state": _chosen(_("State"), STATES),
    "manager": _text(_("First manager")),
    "login": _text(_("Login")),
    "tool": _text(_("Tool")),
    "profile": _text(_("Standard configuration")),
    "version": _text(_("Version")),
    "from": _text(_("Id in the export")),
    "exported": _text(_("Exported on")),
    "records": _text(_("Database records")),
}
TEAM: dict[str, IField] = {
    "name": _text(_("First name and name")),
    "organisation": _text(_("Organisation")),
    "email": _text(_("E-mail")),
    "document": _chosen(_("Document"), DOCUMENTS),
    "version": _text(_("Version of the document")),
    "signed": schema.Date(title=_("Signed on")),
    "file": _text(_("Signed copy")),
}
TOOL: dict[str, IField] = {
    "id": _text(_("Id")),
    "title": _text(_("Title")),
    "description": _text(_("Description")),
    "guide": _text(_("How it is used")),
    "contact": _text(_("Whom to ask")),
    "profile": _text(_("Standard configuration")),
    "package": _text(_("Software")),
}
LETTERS: dict[str, IField] = {
    "about": _chosen(_("About"), ABOUT),
    "incident": RECORDED["incident"],
    "told": _text(_("Told by mail")),
    "missed": _text(_("Not told by mail")),
    "why": schema.List(title=_("Why"), value_type=_chosen(_("Why"), WHY)),
}
REQUEST: dict[str, IField] = {
    "kind": _chosen(_("Kind"), KINDS),
    "tool": _text(_("Tool")),
    "text": _text(_("What is asked for")),
    "workload": _text(_("How much work it is")),
    "benefit": _text(_("Who else gains by it")),
}
#: The beginning of an action, and what its entries hold; all others are about a space.
FIELDS: dict[str, Mapping[str, IField]] = {
    "incident_": RECORDED,
    "suspend": RECORDED,
    "reinstate": RECORDED,
    "mailed": LETTERS,
    "team_": TEAM,
    "tool_installed": SPACE,
    "tool_": TOOL,
    "request_": REQUEST,
    "advanced_access_": ADVANCED_ACCESS,
}


def fields_in(action: str) -> Mapping[str, IField]:
    """What the values of an entry are called and how they are written."""
    return next((one for name, one in FIELDS.items() if action.startswith(name)), SPACE)

"""The fields that a model may use: what each holds, and of what kind it is.

The same table is the documentation for who writes a model, the measure by which a fault in one is
found when it is saved, and the shape that ``context`` fills.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from dataclasses import dataclass
from dataclasses import field as attribute
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Field:
    """A field: ``kind`` is "text", "flag" (for conditions), "number", "record" or "list".

    ``fields`` are those of a record, or of each entry of a list.
    """

    kind: str
    help: Message
    fields: Mapping[str, "Field"] = attribute(default_factory=dict)


@dataclass(frozen=True)
class Path:
    """A field by the name under which a model writes it: "party.address" within "parties"."""

    name: str
    field: Field
    #: The list through which one must go to reach it, as "parties"; empty for all others.
    within: str = ""


def text(help: Message) -> Field:
    """A field that is printed; conditions may ask whether it is empty."""
    return Field("text", help)


def flag(help: Message) -> Field:
    """A field that is true or false: for conditions only."""
    return Field("flag", help)


def number(help: Message) -> Field:
    """A field that is printed and compared."""
    return Field("number", help)


def record(help: Message, **fields: Field) -> Field:
    """Several fields under one name."""
    return Field("record", help, fields)


def many(help: Message, **fields: Field) -> Field:
    """A list of records, for loops."""
    return Field("list", help, fields)


_PERSON = {
    "name": text(_("Name")),
    "capacity": text(_("Capacity")),
}
_PRICE = {
    "description": text(_("Description")),
    "amount": text(_("Price, as in “82,00 €”")),
    "sentence": text(_("Price in words, as in “82,00 € excluding VAT per month”")),
    "basis": text(_("monthly, per_participant or one_off; for conditions")),
    "vat": text(_("How VAT is added")),
    "indexed": flag(_("Whether it follows the index")),
}
_COMMITMENT = {
    "party": text(_("The party that commits itself")),
    "description": text(_("Description")),
    "domain": text(_("Domain")),
    "quantity": text(_("Quantity and unit")),
    "amount": text(_("Amount")),
    "budget": text(_("Budget")),
    "condition": text(_("Condition")),
    "frequency": text(_("Frequency")),
    "due": text(_("Due date in words")),
}
_PARTY = {
    "name": text(_("Legal name")),
    "form": text(_("Legal form")),
    "kind": text(_("commune, cpas, region, federal, association or company; for conditions")),
    "role": text(_("provider, user, organiser, participant, partner…; for conditions")),
    "role_title": text(_("Role in words")),
    "enterprise_number": text(_("Enterprise number, as in 0403.019.261")),
    "vat_number": text(_("VAT number")),
    "nis_code": text(_("NIS code")),
    "street": text(_("Street and number")),
    "postal_code": text(_("Postal code")),
    "city": text(_("City")),
    "country": text(_("Country, where it is not Belgium")),
    "address": text(_("The whole address on one line")),
    "email": text(_("E-mail")),
    "phone": text(_("Telephone")),
    "website": text(_("Web site")),
    "iban": text(_("Bank account (IBAN)")),
    "commune": text(_("The commune of a CPAS")),
    "represented_by": text(_("Who signs for it, with their capacities, in one phrase")),
    "signatories": many(_("Who signs for it"), **_PERSON),
    "commitments": many(_("What it commits itself to"), **_COMMITMENT),
    "contacts": many(
        _("Its contact persons"),
        name=text(_("Name")),
        role=text(_("Function")),
        email=text(_("E-mail")),
        phone=text(_("Telephone")),
    ),
    "has_commitments": flag(_("Whether it commits itself to anything")),
    "has_signatories": flag(_("Whether its signatories are known")),
    "has_contacts": flag(_("Whether its contact persons are known")),
}
_ROLES = {
    "provider": _("The first party that is provider"),
    "user": _("The first party that is user"),
    "organiser": _("The first party that is organiser"),
    "participant": _("The first party that is participant"),
    "partner": _("The first party that is partner"),
    "authority": _("The first party that is authority"),
}

#: All fields at hand in a model, by name.
FIELDS: Mapping[str, Field] = {
    "today": text(_("The day on which the text is made, in words")),
    "convention": record(
        _("The convention"),
        title=text(_("Title")),
        reference=text(_("Our reference")),
        subject=text(_("Subject")),
        kind=text(_("Kind in words")),
        free=flag(_("Whether it is free of charge")),
        monetary=flag(_("Whether a party owes a price")),
        declared_value=text(_("Declared value")),
        replaces=text(_("The convention or arrangement that it replaces")),
    ),
    "parties": many(_("All parties, in their order"), **_PARTY),
    **{role: record(help, **_PARTY) for role, help in _ROLES.items()},
    "signatories": many(
        _("Who signs, for each party"), party=text(_("Name of the party")), **_PERSON
    ),
    "commitments": many(_("All commitments"), **_COMMITMENT),
    "prices": many(_("The prices"), **_PRICE),
    "price": record(
        _("What concerns all prices"),
        issuer=text(_("The party that is paid")),
        customer=text(_("The party that pays")),
        participants=text(_("Number of participants")),
        reduction=text(_("Reduction, as in “50 %”")),
        reduction_holds=text(_("While what the reduction holds")),
        index=text(_("The index that the prices follow, in words")),
        index_when=text(_("When indexed prices change, in words")),
        index_base=text(_("The month of the first index, in words")),
        index_fixed=text(_("Fixed part of the formula (a)")),
        index_moving=text(_("Part that follows the index (b)")),
        index_lag=text(_("By the index of how many months before")),
        index_rounding=text(_("How prices are rounded, in words")),
        exemption=text(_("Why no VAT is charged")),
        payment_days=text(_("Days to pay an invoice")),
        has_prices=flag(_("Whether there is a price")),
        is_indexed=flag(_("Whether any price follows an index")),
    ),
    "term": record(
        _("The term"),
        start=text(_("When it enters into force, as in “on 1 April 2026”")),
        duration=text(_("For how long, as in “for 3 years”")),
        renewal=text(_("Whether and how it is renewed, as a sentence")),
        start_date=text(_("Fixed start date in words")),
        end_date=text(_("End date in words")),
        is_unlimited=flag(_("Whether it has no end")),
        is_tacit=flag(_("Whether it renews by itself")),
    ),
    "notice": record(
        _("Notice"),
        sentence=text(_("Who may give notice, how and with what effect, as sentences")),
        length=text(_("Its length, as in “3 months”")),
        means=text(_("By what it is given")),
    ),
    "breach": record(
        _("Breach"),
        sentence=text(_("What follows from a breach, as a sentence")),
        length=text(_("Time to make it good, as in “30 days”")),
    ),
    "provisions": record(
        _("Other provisions"),
        disputes=text(_("Settlement of disputes")),
        resolutory=text(_("Resolutory condition")),
        contacts_days=text(_("Days to name the contact persons")),
        originals=text(_("Number of originals, as a word")),
    ),
    "decision": record(
        _("Decisions"),
        college_date=text(_("Date of the College’s decision, in words")),
        college_number=text(_("Number of the College’s decision")),
        sitting=text(_("Sitting of the Council, in words")),
        council_date=text(_("Date of the Council’s decision, in words")),
        council_number=text(_("Number of the Council’s decision")),
        folder=text(_("Folder reference")),
        agenda=text(_("Agenda number")),
    ),
    "supervision": record(
        _("Supervision"),
        authority=text(_("Supervisory authority")),
        sent=text(_("Sent to the authority on, in words")),
        received=text(_("Received by the authority on, in words")),
    ),
    "annexes": many(
        _("The annexes of the text"),
        number=text(_("Number")),
        title=text(_("Title")),
        closed=flag(_("Whether it is consulted at the secretariat only")),
    ),
    "letter": record(
        _("Of letters only"),
        day=text(_("The day of the letter, in words")),
        sender=record(_("The party that writes"), **_PARTY),
        recipient=record(_("The party that is written to"), **_PARTY),
        reason=text(_("The reason that was entered for the letter")),
        end=text(_("The last day in force that it leads to, in words")),
        invoices=many(
            _("The unpaid invoices"),
            number=text(_("Number")),
            day=text(_("Date in words")),
            due=text(_("Due date in words")),
            amount=text(_("Amount with VAT")),
            open=text(_("Amount still open")),
        ),
        total=text(_("All that is still open")),
    ),
}

#: What a loop tells of itself.
LOOP = record(
    _("Within a loop"),
    index=number(_("The place in the list, from 1")),
    first=flag(_("Whether this is the first one")),
    last=flag(_("Whether this is the last one")),
)


def paths(
    fields: Mapping[str, Field] = FIELDS, prefix: str = "", within: str = ""
) -> Iterator[Path]:
    """Every field by the name under which a model writes it, lists with those of one entry."""
    for name, field in fields.items():
        full = f"{prefix}{name}"
        yield Path(full, field, within)
        if field.kind == "record":
            yield from paths(field.fields, f"{full}.", within)
        elif field.kind == "list":
            yield from paths(field.fields, f"{entry_name(name)}.", full)


def entry_name(name: str) -> str:
    """What the examples call one entry of a list: "party" of "parties"."""
    return f"{name[:-3]}y" if name.endswith("ies") else "annex" if name == "annexes" else name[:-1]

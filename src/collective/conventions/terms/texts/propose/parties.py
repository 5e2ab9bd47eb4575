"""Parties: names, short names, legal forms, kinds, roles, and the numbers that belong to them."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
import re


_KINDS = (
    ("cpas", r"\b(?:cpas|ocmw|osz|centre public d'action sociale)\b"),
    ("commune", r"\b(?:ville|commune|administration communale|stad|gemeente|gemeinde|stadt)\b"),
    ("federal", r"\b(?:service public federal|spf|fod|federale overheidsdienst)\b"),
    ("region", r"\b(?:region|cirb|service public de wallonie|spw|gewest|provinc\w+|regional)\b"),
    ("association", r"\b(?:asbl|vzw|aisbl|vog|union|association|federation|vereniging|verein)\b"),
)
_COMPANY = ("SRL", "SPRL", "SA", "NV", "BV", "BVBA", "SCRL", "SC", "GMBH", "AG")
_ROLES = (
    ("user", r"\b(?:utilisateur|gebruiker|nutzer|benutzer|beneficiaire|adherent)\b"),
    ("provider", r"\b(?:prestataire|fournisseur|dienstverlener|leverancier|anbieter)\b"),
    ("organiser", r"\b(?:organisateur|organisator|veranstalter)\b"),
    ("participant", r"\b(?:participant|deelnemer|teilnehmer)\b"),
    ("authority", r"\b(?:pouvoir subsidiant|autorite)\b"),
)
_FACING = {"user": "provider", "participant": "organiser", "provider": "user"}


def of_parties(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield a row for each party; its ``partner`` is chosen or made when it is accepted."""
    whole = fold("\n".join(plain(part.body) for part in text))
    roles = _roles(parties, whole)
    for position, (party, role) in enumerate(zip(parties, roles, strict=True)):
        value = {
            "name": party.name,
            "short": party.short,
            "legal_form": party.form,
            "entity_kind": _kind(party),
            "street": party.seat,
            "role": role,
        }
        lacks = ("name",) if party.open else ()
        where = passage(party.piece, *party.span)
        yield Proposal(f"parties[{position}]", value, where, "party", lacks)


def _kind(party: NamedParty) -> str:
    if party.form in _COMPANY:
        return "company"
    said = fold(f"{party.name} {party.form}")
    return next((kind for kind, pattern in _KINDS if re.search(pattern, said)), "")


def _roles(parties: Sequence[NamedParty], whole: str) -> list[str]:
    """The role of each: what it is called, what the text says it is, what faces the other one."""
    roles = [_role(party, whole) for party in parties]
    if len(roles) == 2:
        for own, other in ((0, 1), (1, 0)):
            if not roles[own]:
                roles[own] = _FACING.get(roles[other], "")
        if "organiser" in roles and "" in roles:
            roles[roles.index("")] = "participant"
    return [role or "partner" for role in roles]


def _role(party: NamedParty, whole: str) -> str:
    short = fold(party.short)
    for role, pattern in _ROLES:
        if re.search(pattern, short):
            return role
        for name in party.called:
            if re.search(rf"(?<![a-z]){re.escape(name)},?\s+{pattern}", whole):
                return role
    return ""

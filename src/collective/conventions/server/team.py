"""The maintenance team: who belongs to it, what each has signed, and the rights that follow.

The rights of an operator begin when both the charter and the confidentiality undertaking are on
record, and end with the membership (C7, C15). Nobody records anything of the kind for himself.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.plain import plain
from collective.conventions.server import operators
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Any
import re


NAME, FILES, PUBLISHED = "team", "team_files", "team_published"
CHARTER, UNDERTAKING = "charter", "undertaking"
#: What a member signs before he has any right.
DOCUMENTS = (CHARTER, UNDERTAKING)
LOGIN = re.compile(r"[a-z][a-z0-9]*([._-][a-z0-9]+)*")
#: Of a name, an organisation, a version and a login; of the reason of a leave.
LONGEST, LONGEST_REASON = 100, 1000


@dataclass(frozen=True)
class Signature:
    """A document that a member has signed, and who has seen the signed copy."""

    document: str
    version: str
    signed: date
    recorded: date
    recorded_by: str
    filename: str
    sha256: str


@dataclass(frozen=True)
class Member:
    """A member of the team, past ones too: a login is never given to another person."""

    login: str
    name: str
    organisation: str
    email: str
    admitted: date
    left: date | None = None
    signatures: tuple[Signature, ...] = ()

    def signature(self, document: str) -> Signature | None:
        """The last signature under a document."""
        found = [one for one in self.signatures if one.document == document]
        return found[-1] if found else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The documents that he has not signed."""
        return tuple(name for name in DOCUMENTS if self.signature(name) is None)

    @property
    def has_rights(self) -> bool:
        return self.left is None and not self.missing


def members(app: Any) -> list[Member]:
    """Everybody who belongs or has belonged to the team, by name."""
    found = [_read(values) for values in (kept(app, NAME) or {}).values()]
    return sorted(found, key=lambda member: (member.name.casefold(), member.login))


def member(app: Any, login: str) -> Member | None:
    """The member of this login, or None."""
    values = (kept(app, NAME) or {}).get(login)
    return None if values is None else _read(values)


def present(app: Any, login: str) -> Member:
    """The member of this login, who has not left.

    :raises Conflict: there is none.
    """
    found = member(app, login)
    if found is None or found.left is not None:
        raise Conflict(_("“${login}” does not belong to the team.", mapping={"login": login}))
    return found


def strangers(app: Any) -> tuple[str, ...]:
    """Logins that have the rights of an operator without a place in the team."""
    rightful = {one.login for one in members(app) if one.has_rights}
    return tuple(login for login in operators.holders(app) if login not in rightful)


def file_of(app: Any, login: str, document: str) -> Any:
    """The signed copy of a document, or None."""
    found = member(app, login)
    signature = found.signature(document) if found else None
    return (kept(app, FILES) or {}).get((login, signature.sha256)) if signature else None


def is_published(app: Any) -> bool:
    """Whether the list of the present members is open to everybody."""
    return bool(kept(app, PUBLISHED))


def publish(app: Any, published: bool, *, actor: str) -> None:
    """Open the list of the present members to everybody, or close it."""
    if published != is_published(app):
        settings = shelf(app, PUBLISHED)
        settings.clear()
        if published:
            settings["open"] = True
        record(app, "team_published" if published else "team_hidden", actor=actor, subject="")


def public_list(app: Any) -> list[Member]:
    """The members with the rights of an operator, for everybody; empty unless it is published."""
    return [one for one in members(app) if one.has_rights] if is_published(app) else []


def admit(
    app: Any,
    login: str,
    name: str,
    *,
    actor: str,
    today: date,
    organisation: str = "",
    email: str = "",
) -> Member:
    """Let a person belong to the team, still without any right.

    Who has left can come back under his login; he signs anew.

    :raises Forbidden: for oneself.
    :raises UnprocessableEntity: the login, the name or the address cannot be.
    :raises Conflict: the login is that of another person, or of somebody who is in the team; or
        there is no space yet, and so no folder for accounts.
    """
    _refuse_oneself(actor, login)
    if not operators.can_hold_accounts(app):
        raise Conflict(_("Please make the first space before the team."))
    made = Member(login, *_clean(login, name, organisation, email), today)
    before = member(app, login)
    if before is None:
        if operators.has_account(app, login):
            raise Conflict(_("“${login}” exists already.", mapping={"login": login}))
        operators.open_account(app, login)
    elif before.left is None:
        raise Conflict(_("“${name}” belongs to the team already.", mapping={"name": before.name}))
    elif before.name.casefold() != made.name.casefold():
        raise Conflict(
            _("“${login}” was the login of ${name}.", mapping={"login": login, "name": before.name})
        )
    _put(app, made)
    after = {"name": made.name, "organisation": made.organisation, "email": made.email}
    record(app, "team_admitted", actor=actor, subject=login, after=after)
    return made


def sign(
    app: Any,
    login: str,
    document: str,
    *,
    version: str,
    signed: date | None,
    file: Any,
    actor: str,
    today: date,
) -> Member:
    """Record that a member has signed a document; with the last one his rights begin.

    :param file: the signed copy, a ``NamedBlobFile``.
    :raises Forbidden: for oneself: another one records what he signs.
    :raises UnprocessableEntity: something is missing, or the day cannot be.
    """
    _refuse_oneself(actor, login)
    found = present(app, login)
    version = " ".join(version.split())
    if findings := tuple(_faults(document, version, signed, file, today)):
        raise UnprocessableEntity(findings=findings)
    copy = plain(file)
    signature = Signature(
        document, version, signed or today, today, actor, copy["filename"], copy["sha256"]
    )
    shelf(app, FILES)[login, signature.sha256] = file
    changed = replace(found, signatures=(*found.signatures, signature))
    _put(app, changed)
    after = {"document": document, "version": version, "signed": signed, "file": copy}
    record(app, "team_signed", actor=actor, subject=login, after=after)
    if changed.has_rights and not found.has_rights:
        record(app, "team_rights_began", actor=actor, subject=login)
    return changed


def leave(app: Any, login: str, *, actor: str, today: date, reason: str = "") -> Member:
    """End a membership, and with it every right on the server and in every space, at once.

    :raises Conflict: he does not belong to the team.
    """
    reason = reason.strip()
    if len(reason) > LONGEST_REASON:
        raise UnprocessableEntity(findings=[_too_long("reason", LONGEST_REASON)])
    changed = replace(present(app, login), left=today)
    _put(app, changed)
    operators.lock_account(app, login)
    record(app, "team_left", actor=actor, subject=login, reason=reason)
    return changed


def _put(app: Any, changed: Member) -> None:
    """Keep what is known of a member, and let his rights follow from it."""
    shelf(app, NAME)[changed.login] = asdict(changed)
    if changed.has_rights:
        operators.give_rights(app, changed.login)
    else:
        operators.end_rights(app, changed.login)


def _read(values: Mapping[str, Any]) -> Member:
    signatures = tuple(Signature(**one) for one in values["signatures"])
    return Member(**{**values, "signatures": signatures})


def _refuse_oneself(actor: str, login: str) -> None:
    if actor == login:
        raise Forbidden(_("You cannot do this to yourself. Please ask another operator."))


def _clean(login: str, name: str, organisation: str, email: str) -> tuple[str, str, str]:
    """What is told of a person, on one line each.

    :raises UnprocessableEntity: it names all that is wrong.
    """
    name, organisation = (" ".join(text.split()) for text in (name, organisation))
    findings = [] if name else [Finding("required", "name")]
    if not LOGIN.fullmatch(login):
        findings.append(Finding("login_malformed" if login else "required", "login"))
    told = {"login": login, "name": name, "organisation": organisation}
    findings += [_too_long(field) for field, text in told.items() if len(text) > LONGEST]
    try:
        email = normalise_email(email) if email.strip() else ""
    except InvalidIdentifier:
        findings.append(Finding("email_malformed", "email"))
    if findings:
        raise UnprocessableEntity(findings=findings)
    return name, organisation, email


def _too_long(field: str, maximum: int = LONGEST) -> Finding:
    return Finding("text_too_long", field, {"maximum": maximum})


def _faults(
    document: str, version: str, signed: date | None, file: Any, today: date
) -> Iterator[Finding]:
    if document not in DOCUMENTS:
        yield Finding("unknown_choice", "document", {"value": document[:LONGEST]})
    if not version:
        yield Finding("required", "version")
    elif len(version) > LONGEST:
        yield _too_long("version")
    if signed is None:
        yield Finding("required", "signed")
    elif signed > today:
        yield Finding("in_future", "signed", {"date": signed.isoformat()})
    if file is None or not file.getSize():
        yield Finding("required", "file")

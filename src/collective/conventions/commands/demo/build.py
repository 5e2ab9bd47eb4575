"""From the data of the demo to content, by the hands of those whose work it is.

Every fact is entered when the state opens it, and every write passes the checks that pages and
services pass, so the demo holds nothing that a person could not have entered.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.access.groups import partner_group
from collective.conventions.clock import today
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import Change
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.model import Fields
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import Row
from collective.conventions.commands.demo.papers import adapt_model
from collective.conventions.commands.demo.papers import decide
from collective.conventions.commands.demo.papers import draft_decree
from collective.conventions.commands.demo.papers import scanned
from collective.conventions.commands.demo.papers import write_text
from collective.conventions.commands.demo.people import GROUPS_OF
from collective.conventions.commands.demo.writing import cells_of
from collective.conventions.commands.demo.writing import refuse_impossible
from collective.conventions.commands.demo.writing import write
from collective.conventions.content.values import snapshot
from collective.conventions.lifecycle.steps import STEPS
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.aspects import open_aspects
from collective.conventions.terms.columns import COLUMNS
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from typing import Any
import secrets


#: Who enters what, in the order of a convention's life, and the step he takes then.
MOVES = (
    ("council_secretary", "decision", "approve"),
    ("signature_officer", "signature", "sign"),
    ("author", "follow_up", ""),
    ("council_secretary", "", "terminate"),
)

#: state → the steps that lead to it from the draft
STEPS_TO = {
    "draft": (),
    "council_approved": ("approve",),
    "signed": ("approve", "sign"),
    "terminated": ("approve", "sign", "terminate"),
}

#: Fields, and columns of tables, that hold the key of a partner.
PARTNER_FIELDS = {"notice_by", "issuer", "customer"}
PARTNER_COLUMNS = ("partner", "requested_by")
#: An amendment ends with its convention, and nothing is filed with those of the demo.
MOVES_OF_CHANGES = MOVES[:2]

#: Kinds of annexes that are filed after the signature only.
LATER = ("signed_copy", "evidence", "letter")


class Builder:
    """Fills one space, of which ``portal`` is the site."""

    def __init__(self, portal: Any, demo: Demo) -> None:
        self.portal = portal
        self.demo = demo
        self.logins = {person.role: person.login for person in demo.people}
        self.partners: dict[str, str] = {}
        self.agreements: dict[str, str] = {}

    def fill(self) -> Iterator[Any]:
        """Make people, partners, models and conventions; yield each convention when it is done."""
        self._add_people()
        self._add_partners()
        with self._as("space_manager"):
            for adapted in self.demo.models:
                adapt_model(adapted)
        for agreement in self.demo.agreements:
            yield self._add_agreement(agreement)

    def _add_people(self) -> None:
        """Accounts whose passwords nobody knows: ``accounts`` gives them others."""
        for person in self.demo.people:
            api.user.create(
                username=person.login,
                password=secrets.token_urlsafe(24),
                email=f"{person.login}@example.be",
                properties={"fullname": person.name},
            )
            for group in GROUPS_OF[person.role]:
                api.group.add_user(groupname=group, username=person.login)

    def _add_partners(self) -> None:
        with self._as("author"):
            for key, fields in self.demo.partners.items():
                values = {**fields, "commune": self.partners.get(fields.get("commune", ""))}
                made = createContentInContainer(self.portal.partners, "Partner", id=key, **values)
                self.partners[key] = made.UID()
        for person in self.demo.people:
            if person.partner:
                group = partner_group(self.partners[person.partner])
                api.group.add_user(groupname=group, username=person.login)

    def _add_agreement(self, agreement: Agreement) -> Any:
        fields = self._resolved(agreement.fields)
        convention = self._draft(agreement, fields)
        reached = ["terms"]
        for role, aspect, step in MOVES:
            reached.append(aspect)
            with self._as(role):
                if aspect == "follow_up":
                    self._add_annexes(convention, (f for f in agreement.annexes if f.kind in LATER))
                    fields |= with_letters(convention, fields)
                self._enter(convention, fields, reached)
                if aspect == "decision":
                    # The decree names the day on which the College proposed it.
                    decide(convention, agreement.deliberations_of("college"))
                    draft_decree(convention, agreement.decree)
                    decide(convention, agreement.deliberations_of("council"))
                if step in STEPS_TO[agreement.state]:
                    self._take(convention, step, fields)
            if aspect == "follow_up":
                for change in agreement.amendments:
                    self._add_amendment(convention, change)
        return convention

    def _add_amendment(self, convention: Any, change: Change) -> None:
        fields = self._resolved(change.fields)
        with self._as("author"):
            values = cells_of(fields, "terms")
            amendment = createContentInContainer(
                convention, "Amendment", title=change.title, **values
            )
            refuse_impossible("Amendment", snapshot(amendment))
        reached = ["terms"]
        for role, aspect, step in MOVES_OF_CHANGES:
            reached.append(aspect)
            with self._as(role):
                self._enter(amendment, fields, reached)
                if step in STEPS_TO[change.state]:
                    self._take(amendment, step, fields)

    def _enter(self, content: Any, fields: Fields, aspects: Sequence[str]) -> None:
        """Write what the state opens by now, if anything."""
        if aspects[-1] in open_aspects(api.content.get_state(content)):
            write(content, cells_of(fields, *aspects))

    def _take(self, content: Any, step: str, fields: Fields) -> None:
        """Take a step, unless a decision has taken it already."""
        source, _permission, names = STEPS[step]
        if api.content.get_state(content) == source:
            take(content, step, today(), facts={name: fields[name] for name in names})

    def _draft(self, agreement: Agreement, fields: Fields) -> Any:
        with self._as("author"):
            convention = createContentInContainer(
                self.portal.conventions,
                "Convention",
                id=agreement.id,
                title=agreement.title,
                **cells_of(fields, "terms"),
            )
            refuse_impossible("Convention", snapshot(convention))
            self._add_annexes(convention, (f for f in agreement.annexes if f.kind not in LATER))
            if agreement.model:
                # The text names the contact persons, whom a draft may have already.
                write(convention, {"contacts": fields.get("contacts") or []})
                write_text(convention, agreement.model, agreement.slips)
        self.agreements[agreement.id] = convention.UID()
        return convention

    def _add_annexes(self, convention: Any, files: Iterable[File]) -> None:
        for file in files:
            createContentInContainer(
                convention,
                "Annex",
                title=file.title,
                file=NamedBlobFile(
                    data=scanned(convention, file),
                    contentType="application/pdf",
                    filename=f"{file.title}.pdf",
                ),
                publication=file.publication,
                annex_kind=file.kind,
                number=file.number or None,
                language=file.language,
            )

    def _as(self, role: str) -> Any:
        return api.env.adopt_user(username=self.logins[role])

    def _resolved(self, fields: Fields) -> dict[str, Any]:
        """The fields with UIDs and logins for keys, and every column in every row."""
        values = {
            name: [self._row(name, row) for row in value] if name in COLUMNS else value
            for name, value in fields.items()
        }
        for name in PARTNER_FIELDS & set(values):
            values[name] = self.partners[values[name]]
        if "predecessor" in values:
            values["predecessor"] = self.agreements[values["predecessor"]]
        if "responsible" in values:
            values["responsible"] = [self.logins[role] for role in values["responsible"]]
        return values

    def _row(self, field: str, row: Row) -> dict[str, Any]:
        empty = {
            name: False if column.kind == "flag" else None
            for name, column in COLUMNS[field].items()
        }
        named = {name: self.partners[row[name]] for name in PARTNER_COLUMNS if row.get(name)}
        return {**empty, **row, **named}


def with_letters(convention: Any, fields: Fields) -> dict[str, Any]:
    """The notices, each with the annex of the title that it names as its letter on file."""
    filed = {item.title: item.UID() for item in convention.objectValues()}
    return {
        "notices": [
            {**row, "annex": filed[row["annex"]] if row["annex"] else None}
            for row in fields.get("notices") or ()
        ]
    }

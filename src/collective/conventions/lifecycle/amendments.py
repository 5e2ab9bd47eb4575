"""The steps of an amendment: what each needs, judged by what the convention would be after it (D5).

An amendment never alters its convention. Once it is signed, what is agreed on is computed from
both, so only what the catalog keeps of the convention is written anew.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.annexes import freeze
from collective.conventions.access.annexes import thaw
from collective.conventions.access.local_roles import reindex_roles
from collective.conventions.billing.account import billed_of
from collective.conventions.content.amended import amendment_of
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import expected
from collective.conventions.content.amended import signed
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.checks import findings
from collective.conventions.content.values import dossier_of
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import names_of
from collective.conventions.content.values import Reading
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import span_of
from collective.conventions.content.values import term_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ConventionStepEvent
from collective.conventions.terms import steps
from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.faults import Circumstances
from collective.conventions.terms.amending.faults import faults
from collective.conventions.terms.amending.faults import positions
from collective.conventions.terms.amending.state import state
from collective.conventions.terms.aspects import ASPECTS
from collective.conventions.terms.billed_months import billed_until
from collective.conventions.terms.dossier import Dossier
from collective.conventions.terms.ends import first_end
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.notice import notice_given
from collective.conventions.terms.notice import refused_on
from dataclasses import replace
from datetime import date
from OFS.interfaces import IObjectWillBeAddedEvent
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from typing import Any
from zope.event import notify
from zope.lifecycleevent.interfaces import IObjectCopiedEvent


Values = Mapping[str, Any]
#: A withdrawn decision counts no more; the journal keeps it.
DECISION = ("council_date", "council_number")
#: What the catalog keeps of a convention and an amendment may change.
INDEXES = ["force_start", "force_end", "deadlines", "convention_parties", "SearchableText"]


def missing(amendment: Any, step: str, today: date, *, reason: str = "") -> tuple[Finding, ...]:
    """Everything that a step of an amendment lacks, at the fields of the amendment."""
    values = snapshot(amendment)
    convention = aq_parent(aq_inner(amendment))
    if step == "withdraw":
        return steps.missing(step, Dossier(today=today, withdrawal_reason=reason))
    prospect = Prospect(convention, values, today)
    return (
        *_unsigned(convention),
        *steps.missing(step, prospect.dossier),
        *_undated(values),
        *(_unsigning(prospect.dossier) if step == "approve" else ()),
        *prospect.findings,
    )


class Prospect:
    """A convention as it would be with one amendment more, on the day that takes effect.

    ``known`` is the amendment as it stands; ``amendment`` holds from the day that is expected.
    """

    def __init__(self, convention: Any, values: Values, today: date) -> None:
        self.convention, self.values, self.today = convention, values, today
        self.original = Reading(convention)
        self.known = amendment_of(values)
        self.amendment = replace(self.known, effective=expected(values, today))
        self.others = tuple(one for one in signed(convention) if one.number != self.known.number)

    def after(self, at: date | None) -> Values:
        """The values with the amendment on a day; None: with all that is agreed on."""
        return self._values((*self.others, self.amendment), at)

    def before(self, at: date | None) -> Values:
        """The values without it."""
        return self._values(self.others, at)

    @property
    def dossier(self) -> Dossier:
        """What the rules of the steps look at: who was or becomes a party signs."""
        day = self.amendment.effective
        rows = (*(self.before(day)["parties"] or ()), *(self.after(day)["parties"] or ()))
        parties = {row["partner"]: row for row in rows if row.get("partner")}
        merged = {
            **self.values,
            "kind": self.convention.kind,
            "parties": list(parties.values()),
        }
        return replace(dossier_of(merged, self.today), texts=_texts(self.values))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it as an amendment, and with the convention that it would make."""
        decided, happened = self.values.get("council_date"), self._circumstances()
        found = faults(self.known, self.original, self.others, happened, decided)
        return (*found, *_moved(self._made(), self.amendment, self.values))

    def _made(self) -> tuple[Finding, ...]:
        """What the convention would have wrong that it has not without the amendment."""
        before, after = (
            findings("Convention", made(self.amendment.effective), self.today)
            for made in (self.before, self.after)
        )
        return tuple(one for one in after if one not in before)

    def _circumstances(self) -> Circumstances:
        before, after = self.before(None), self.after(None)
        term, facts = term_of(before), facts_of(before)
        span = span_of(before)
        ends = [end for end in (span.end, span_of(after).end) if end is not None]
        given = [day for day in (refused_on(term, facts), notice_given(term, facts)) if day]
        return Circumstances(
            end=min(ends, default=None),
            first_end=None if span.start is None else first_end(term, span.start),
            billed=billed_until(billed_of(self.convention)),
            noticed=max(given, default=None),
        )

    def _values(self, known: tuple[Amendment, ...], at: date | None) -> Values:
        return {**self.original, **state(self.original, known, at).changed}


def after_step(amendment: Any, event: IAfterTransitionEvent) -> None:
    """Freeze or thaw its annexes, clear what was withdrawn, and tell the catalog what holds now."""
    if event.transition is None:
        return
    step = event.transition.id
    if step == "withdraw":
        _forget(amendment, DECISION)
        thaw(amendment)
    else:
        freeze(amendment)
    amendment.notifyModified()
    amendment.reindexObject()
    if step == "sign":
        renew(aq_parent(aq_inner(amendment)))
    notify(ConventionStepEvent(amendment, step, (event.kwargs or {}).get("comment") or ""))


def renew(convention: Any) -> None:
    """Let the catalog keep of a convention what is agreed on now, and who may see it."""
    convention.reindexObject(idxs=INDEXES)
    reindex_roles(convention)


def begin(amendment: Any, event: IObjectWillBeAddedEvent) -> None:
    """Give a new amendment the next number of its convention, which must be signed (D5).

    One that comes with its convention, or with its space, keeps its own.
    """
    if event.oldParent is not None or aq_base(event.object) is not aq_base(amendment):
        return
    convention = event.newParent
    if api.content.get_state(convention, "") != "signed":
        raise Conflict(_("Only a convention that is signed and was not terminated can be amended."))
    numbers = (one.amendment_number or 0 for one in amendments(convention))
    amendment.amendment_number = max(numbers, default=0) + 1


def start_afresh(amendment: Any, event: IObjectCopiedEvent) -> None:
    """Leave behind the decisions and signatures of the original: a copy is a fresh draft."""
    _forget(amendment, [name for name, aspect in ASPECTS.items() if aspect == "decision"])


def _forget(amendment: Any, names: Iterable[str]) -> None:
    """Clear the decision of an amendment and its signatures."""
    for name in set(names) & set(names_of(IAmendment)):
        setattr(amendment, name, None)
    unsigned = {"date_signed": None, "original_received": None}
    amendment.signatories = [{**row, **unsigned} for row in amendment.signatories or ()]


def _unsigned(convention: Any) -> Iterator[Finding]:
    if api.content.get_state(convention) != "signed":
        yield Finding("convention_not_signed", "title")


def _unsigning(dossier: Dossier) -> Iterator[Finding]:
    """Yield the parties for whom nobody signs: once it is approved no signatory is added."""
    signing = {one.party for one in dossier.signatories}
    for party in dossier.parties:
        if party.partner not in signing:
            yield Finding("signatory_missing", "signatories", {"party": party.partner})


def _undated(values: Values) -> Iterator[Finding]:
    if values.get("effective_rule") != "last_signature" and not values.get("first_day"):
        yield Finding("required", "first_day")


def _texts(values: Values) -> dict[str, str]:
    """What of it must hold no blank when it is signed (W10)."""
    return {name: values.get(name) or "" for name in ("title", "subject_matter")}


def _moved(found: tuple[Finding, ...], amendment: Amendment, values: Values) -> Iterator[Finding]:
    """Yield findings about the convention at what the amendment changes of it."""
    rows = {row.get("field"): place for place, row in enumerate(values.get("changes") or ())}
    first = {change.table: place for place, change in [*positions(amendment)][::-1]}
    for one in found:
        if one.field in rows:
            yield replace(one, field="changes", row=rows[one.field], column="value")
        elif one.field in first:
            yield replace(one, field=TABLES[one.field], row=first[one.field], column=None)
        else:
            yield replace(one, field="changes", row=None, column=None)

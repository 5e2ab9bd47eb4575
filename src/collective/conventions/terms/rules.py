"""Every code of a timeline: what is dated, by which rule, out of which clause, who must act.

The faces give each its words; the tables are complete, so a test can hold that none is left out.
"""

from collections.abc import Mapping


#: What is dated, in the order in which the facts of one day are told.
FACTS = (
    "college_decided",
    "council_decided",
    "supervision_sent",
    "supervision_received",
    "supervision_until",
    "supervision_decided",
    "signed",
    "original_received",
    "condition_met",
    "starts",
    "renews",
    "paused",
    "resumes",
    "amended",
    "contacts_due",
    "commitment_due",
    "letter",
    "cure_until",
    "may_terminate",
    "notice_by",
    "agree_by",
    "ends",
)

#: The rules a date is computed by, with the parameters their sentences can use: dates as ISO text,
#: ``unit`` "days" or "months", ``basis`` out of ``choices.NOTICE_BASES``; ``moved_from`` is empty
#: unless the day moved to a working day.
RULES: Mapping[str, tuple[str, ...]] = {
    # entered by a person
    "recorded": (),
    "recorded_letter": ("kind",),
    "recorded_outcome": ("outcome",),
    "recorded_commitment": ("description",),
    "recorded_amendment": ("number",),
    "decided_by_hand": (),
    # the start
    "start_last_signature": ("signed",),
    "start_next_month": ("signed",),
    "start_fixed_date": (),
    "start_approval": ("signed", "approved"),
    "start_condition": ("signed", "met"),
    # what follows from it
    "contacts_after_start": ("count", "start", "moved_from"),
    "renewal_tacit": ("number", "months", "until"),
    "renewal_express": ("number", "months", "until"),
    "notice_before_renewal": ("count", "unit", "basis", "renewal", "post_by"),
    "agreement_before_end": ("end",),
    # supervision and breach
    "supervision_delay": ("count", "unit", "received", "moved_from"),
    "pause_suspension": ("suspended",),
    "cure_after_notice": ("count", "unit", "basis", "given", "moved_from"),
    "right_after_cure": ("until",),
    # the end
    "end_of_term": ("count", "unit", "start"),
    "end_on_date": (),
    "end_of_renewal": ("number", "months"),
    "end_on_event": (),
    "end_at_cap": ("months", "start"),
    "end_not_renewed": ("given", "count", "unit", "basis"),
    "end_after_notice": ("given", "count", "unit", "basis"),
    "end_after_breach": ("until",),
    "end_by_agreement": (),
    "end_terminated": (),
    "end_annulled": ("annulled",),
    "end_refused": ("refused",),
}

#: The clause each rule rests on, as a key of ``Term.clauses``; a rule not named rests on none.
TOPICS: Mapping[str, str] = {
    "recorded_commitment": "commitments",
    "start_last_signature": "start",
    "start_next_month": "start",
    "start_fixed_date": "start",
    "start_approval": "start",
    "start_condition": "start",
    "contacts_after_start": "contacts",
    "renewal_tacit": "renewal",
    "renewal_express": "renewal",
    "notice_before_renewal": "notice",
    "agreement_before_end": "renewal",
    "pause_suspension": "resolutory",
    "cure_after_notice": "breach",
    "right_after_cure": "breach",
    "end_of_term": "duration",
    "end_on_date": "duration",
    "end_of_renewal": "renewal",
    "end_on_event": "duration",
    "end_at_cap": "renewal",
    "end_not_renewed": "notice",
    "end_after_notice": "notice",
    "end_after_breach": "breach",
    "end_annulled": "resolutory",
}

#: The topics of which a convention may name the clause.
CLAUSE_TOPICS = tuple(sorted(set(TOPICS.values())))

#: Who acts, where it is not one party by its UID.
ACTORS = ("parties", "authority", "council", "college")

CERTAINTIES = ("certain", "conditional")

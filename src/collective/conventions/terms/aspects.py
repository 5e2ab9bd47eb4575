"""The aspect every field of a convention belongs to, and the aspects each state opens.

Two collections are mixed: what a commitment promises is fixed with the terms, whether it was kept
is a later fact; who signs is fixed with the terms, when is not.
"""

from collections.abc import Mapping


_TERMS = """
    title description reference kind monetary text_language language_versions subject_matter parties
    signatories commitments free_of_charge declared_value predecessor start_rule start_date
    start_condition duration_unit duration_count end_date end_event renewal renewal_months
    renewal_cap_months notice_count notice_unit notice_means notice_basis notice_scope
    notice_by breach_count breach_unit breach_basis contacts_days delays_move clauses
    resolutory_condition dispute_settlement originals replaced_arrangement issuer customer prices
    reduction_percent reduction_condition index_series index_base_month index_fixed_part
    index_moving_part index_rule index_lag_months index_rounding payment_days
    exemption_reason model text
"""
_DECISION = """
    college_date college_number council_date council_number council_sitting folder_reference
    agenda_number decree deliberations approved_text
"""
_FOLLOW_UP = """
    contacts consents undertakings notices supervision_authority supervision_sent
    supervision_received supervision_outcome supervision_date supervision_regime
    supervision_prolonged_days supervision_lifted condition_met event_date renewals_agreed overrides
    reminders responsible participants communication buyer_reference remarks
    text_exceptions
"""
_ENDING = "termination_reason termination_date"

#: The aspect of each field.
ASPECTS: Mapping[str, str] = {
    field: aspect
    for aspect, fields in (
        ("terms", _TERMS),
        ("decision", _DECISION),
        ("follow_up", _FOLLOW_UP),
        ("ending", _ENDING),
    )
    for field in fields.split()
}

#: The columns whose aspect is not that of their field.
COLUMN_ASPECTS: Mapping[tuple[str, str], str] = {
    ("commitments", "done"): "follow_up",
    ("commitments", "evidence"): "follow_up",
    ("commitment_changes", "done"): "follow_up",
    ("commitment_changes", "evidence"): "follow_up",
    ("signatories", "date_signed"): "signature",
    ("signatories", "original_received"): "follow_up",
}

#: The aspects each state of the workflow opens.
OPEN: Mapping[str, frozenset[str]] = {
    "draft": frozenset({"terms", "decision", "follow_up"}),
    "council_approved": frozenset({"signature", "follow_up"}),
    "signed": frozenset({"follow_up", "ending"}),
    "terminated": frozenset(),
}


def aspect_of(field: str, column: str | None = None) -> str:
    """Return the aspect of a field or of one column of its rows.

    A field the table does not name counts as "terms": what nobody declared is the best protected.
    """
    of_field = ASPECTS.get(field, "terms")
    return of_field if column is None else COLUMN_ASPECTS.get((field, column), of_field)


def open_aspects(state: str) -> frozenset[str]:
    """Return the aspects that may be changed in ``state``; none in a state nobody knows."""
    return OPEN.get(state, frozenset())

"""The amendments that a date rests on: those that changed a term it is computed from (D5)."""

from collections.abc import Mapping
from collective.conventions.terms.amending.state import Origin


_DURATION = ("duration_unit", "duration_count", "end_date")
_RENEWAL = (*_DURATION, "renewal", "renewal_months")
_CAP = ("renewal", "renewal_cap_months")
_NOTICE = ("notice_count", "notice_unit", "notice_basis", "notice_scope", "notice_by")
_BREACH = ("breach_count", "breach_unit", "breach_basis", "delays_move")

#: The terms from which each rule computes its day; a rule not named uses none that an amendment
#: may change.
RESTS: Mapping[str, tuple[str, ...]] = {
    "contacts_after_start": ("contacts_days", "delays_move"),
    "renewal_tacit": _RENEWAL,
    "renewal_express": _RENEWAL,
    "notice_before_renewal": (*_RENEWAL, *_NOTICE),
    "agreement_before_end": _RENEWAL,
    "pause_suspension": ("resolutory_condition",),
    "cure_after_notice": _BREACH,
    "right_after_cure": _BREACH,
    "end_of_term": _DURATION,
    "end_on_date": _DURATION,
    "end_of_renewal": _RENEWAL,
    "end_on_event": ("duration_unit", "end_event"),
    "end_at_cap": _CAP,
    "end_not_renewed": (*_RENEWAL, *_NOTICE),
    "end_after_notice": _NOTICE,
    "end_after_breach": _BREACH,
    "end_annulled": ("resolutory_condition",),
}


def resting(rule: str, origins: Mapping[str, Origin]) -> tuple[int, ...]:
    """Return the numbers of the amendments on which a day of ``rule`` rests, in order.

    ``origins``: of each field that was changed the amendment that its value comes from.
    """
    used = (origins[name].number for name in RESTS.get(rule, ()) if name in origins)
    return tuple(sorted(set(used)))

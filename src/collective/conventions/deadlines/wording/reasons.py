"""Why a date falls on its day: one sentence for each rule of ``terms.rules``."""

from collective.conventions import _
from zope.i18nmessageid import Message


REASONS: dict[str, Message] = {
    "recorded": _("As recorded."),
    "recorded_letter": _("As recorded: ${kind}."),
    "recorded_outcome": _("As recorded: ${outcome}."),
    "recorded_commitment": _("As agreed: ${description}"),
    "recorded_amendment": _("Amendment ${number} holds from this day on."),
    "decided_by_hand": _("Set by hand: no rule gives this date."),
    "start_last_signature": _("It starts on the day of the last signature (${signed})."),
    "start_next_month": _(
        "It starts on the first day of the month after the last signature (${signed})."
    ),
    "start_fixed_date": _("The parties have agreed on this date."),
    "start_approval": _(
        "It starts once it is signed (${signed}) and approved by the Council (${approved})."
    ),
    "start_condition": _(
        "It starts once it is signed (${signed}) and the condition is met (${met})."
    ),
    "contacts_after_start": _("Within ${length} of the entry into force (${start})."),
    "renewal_tacit": _(
        "Renewal no. ${number}, by itself, for ${period}, until ${until}, unless it is "
        "refused in time."
    ),
    "renewal_express": _(
        "Renewal no. ${number}, agreed on by the parties, for ${period}, until ${until}."
    ),
    "notice_before_renewal": _(
        "A notice of ${length} must fit in before the renewal on ${renewal}. It counts from the "
        "${basis}; the last working day to post it is ${post_by}."
    ),
    "agreement_before_end": _("Without a new agreement by then it ends (${end})."),
    "supervision_delay": _("${length} after the authority received the decision (${received})."),
    "pause_suspension": _("The supervisory authority suspended the decision on ${suspended}."),
    "cure_after_notice": _(
        "${length} after the ${basis} of the formal notice (${given}), the day itself not counted."
    ),
    "right_after_cure": _(
        "The time to make the breach good ended on ${until}; nothing says that it was made good."
    ),
    "end_of_term": _("${length} counted from the start (${start}); the last day counts too."),
    "end_on_date": _("The parties have agreed on this last day."),
    "end_of_renewal": _("End of renewal no. ${number}, of ${period}."),
    "end_on_event": _("The event that ends it happened."),
    "end_at_cap": _("At most ${period}, counted from the start (${start})."),
    "end_not_renewed": _(
        "The renewal was refused on ${given}, in time for a notice of ${length}; it ends with the "
        "running period."
    ),
    "end_after_notice": _("Notice of ${length}, counted from the ${basis} (${given})."),
    "end_after_breach": _("Possible once the time to make the breach good (${until}) has passed."),
    "end_by_agreement": _("The parties have agreed to end it."),
    "end_terminated": _("The end as recorded."),
    "end_annulled": _("The supervisory authority annulled the decision on ${annulled}."),
    "end_refused": _("The supervisory authority refused its approval on ${refused}."),
}

#: Follows a delay whose last day moved.
MOVED = _("Nobody works on ${moved_from}, so the last day moves to the next working day.")
#: Follows a date that a person has set.
SET_BY_HAND = _("${author} has set it in the place of ${computed}: “${reason}”")
SET_WITHOUT_RULE = _("${author} has set it: “${reason}”")
CLAUSE = _("Rests on: ${clause}")
#: Stands beside the clause where an amendment changed what a date is computed from.
AMENDMENT = _("amendment ${number}")

BASES: dict[str, Message] = {
    "sending": _("basis_sending", default="sending"),
    "receipt": _("basis_receipt", default="receipt"),
    "presentation": _("basis_presentation", default="first presentation"),
}
#: (unit, whether there is one only) → a length of time.
LENGTHS: dict[tuple[str, bool], Message] = {
    ("days", True): _("1 day"),
    ("days", False): _("${n} days"),
    ("months", True): _("1 month"),
    ("months", False): _("${n} months"),
    ("years", True): _("1 year"),
    ("years", False): _("${n} years"),
}

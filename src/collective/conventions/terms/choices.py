"""The fixed choices of an agreement, by the tokens the schemas store.

Each is a tuple of plain strings; a face gives them their titles.
"""

PARTY_ROLES = ("provider", "user", "organiser", "participant", "partner", "authority", "other")
CONSENT_KINDS = (
    "assignment",
    "name_use",
    "logo_use",
    "press",
    "participant_change",
    "other",
)
ANSWERS = ("pending", "granted", "refused")
UNDERTAKING_KINDS = ("subcontractor", "team_member", "other")
NOTICE_KINDS = (
    "non_renewal",
    "termination",
    "formal_notice",
    "cure",
    "withdrawal",
    "assignment",
    "other",
)
NOTICE_MEANS = ("registered", "registered_receipt", "letter", "email", "hand", "other")
LANGUAGES = ("fr", "nl", "de", "en")

START_RULES = ("last_signature", "next_month", "fixed_date", "approval", "condition")
DURATION_UNITS = ("unlimited", "months", "years", "until_date", "until_event")
RENEWALS = ("none", "express", "tacit")
NOTICE_UNITS = ("days", "months")
NOTICE_BASES = ("sending", "receipt", "presentation")
NOTICE_SCOPES = ("renewal", "any_time")

#: Which delay of the law the supervision has (see ``statute.DELAYS``).
SUPERVISION_REGIMES = ("supervision_wallonia", "supervision_brussels")

#: Outcomes of the supervision after which nobody may sign (W6).
BLOCKING_OUTCOMES = ("suspended", "annulled", "refused")

#: The parts of a decree, in the order in which it has them.
DECREE_PARTS = (
    "subject",
    "legal_basis",
    "considerations",
    "proposal",
    "operative",
    "annexes",
)
#: Who decides, in this order, and what he may decide.
DELIBERATING_BODIES = ("college", "council")
DELIBERATION_OUTCOMES = ("adopted", "refused", "postponed")
#: What a model is made for, and for which occasion a letter is.
MODEL_KINDS = ("convention", "decree", "letter", "clause")
MODEL_SOURCES = ("articles", "docx")
LETTER_PURPOSES = ("non_renewal", "formal_notice", "termination", "supervision", "dunning")

#: An invoice, or what takes one back in whole or part.
DOCUMENT_KINDS = ("invoice", "credit_note")
#: VAT categories by UNCL 5305: standard rate, exempt, out of scope.
VAT_CATEGORIES = ("S", "E", "O")
#: What a price is counted by.
UNITS = ("unit", "month", "participant", "day", "hour")
PRICE_BASES = ("monthly", "per_participant", "one_off")
#: Which month of the index a price follows, and from which day on.
INDEX_RULES = ("january", "anniversary")
INDEX_ROUNDINGS = ("cent", "ten_cents", "euro")
INDEX_SERIES = ("consumer_prices", "health_index")
REDUCTION_CONDITIONS = ("commune_in_force", "always")
COMMUNICATIONS = ("number", "structured")
#: When an amendment takes effect.
EFFECTIVE_RULES = ("fixed_date", "last_signature")

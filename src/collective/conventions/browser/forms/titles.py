"""What forms say otherwise than the schemas, and which question depends on which."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: The heading of the fields that lie in no fieldset, by type.
FIRST_SECTION: dict[str, Message] = {
    "Convention": _("Agreement"),
    "Partner": _("Identity"),
    "Invoice": _("Document"),
    "Annex": _("Annex"),
    "Model": _("Model"),
    "Amendment": _("Amendment"),
}
#: The heading of the form that adds, by type.
ADD_TITLES: dict[str, Message] = {
    "Convention": _("New convention"),
    "Partner": _("New partner"),
    "Invoice": _("Add an invoice"),
    "Annex": _("Add an annex"),
    "Model": _("New model"),
    "Amendment": _("New amendment"),
}
#: What the fields are called that every type of Plone has.
FIELD_TITLES: dict[tuple[str, str], Message] = {
    ("Partner", "title"): _("Legal name"),
    ("Convention", "description"): _("Summary"),
    ("Partner", "description"): _("Note"),
    ("Invoice", "description"): _("Note"),
    ("Annex", "description"): _("Note"),
    ("Amendment", "description"): _("Summary"),
}
FIELD_HELPS: dict[tuple[str, str], Message] = {
    ("Convention", "title"): _("The name by which your colleagues will find the convention."),
    ("Convention", "description"): _("One sentence for lists and search results."),
    ("Partner", "description"): _("For your colleagues, in lists and search results."),
    ("Invoice", "description"): _("For your colleagues, in lists and search results."),
    ("Amendment", "title"): _("As in “First amendment: prolongation until 2028”."),
    ("Amendment", "description"): _("One sentence for lists and search results."),
    ("Annex", "description"): _("For your colleagues, in lists and search results."),
}

#: The answers for which a question is asked; none named means any answer at all.
Answers = tuple[str, ...]
ANY: Answers = ()
#: field → the fields it depends on, each with the answers for which it is asked
ASKED_WHEN: dict[str, dict[str, Answers]] = {
    "start_date": {"start_rule": ("fixed_date",)},
    "first_day": {"effective_rule": ("fixed_date",)},
    "start_condition": {"start_rule": ("condition",)},
    "condition_met": {"start_rule": ("condition",)},
    "duration_count": {"duration_unit": ("months", "years")},
    "end_date": {"duration_unit": ("until_date",)},
    "end_event": {"duration_unit": ("until_event",)},
    "event_date": {"duration_unit": ("until_event",)},
    "renewal_months": {"renewal": ("tacit", "express")},
    "renewal_cap_months": {"renewal": ("tacit", "express")},
    "renewals_agreed": {"renewal": ("express",)},
    "notice_unit": {"notice_count": ANY},
    "notice_means": {"notice_count": ANY},
    "notice_basis": {"notice_count": ANY},
    "notice_scope": {"notice_count": ANY, "renewal": ("tacit",)},
    "notice_by": {"notice_count": ANY},
    "breach_unit": {"breach_count": ANY},
    "breach_basis": {"breach_count": ANY},
    "supervision_prolonged_days": {"supervision_regime": ANY},
    "supervision_lifted": {"supervision_outcome": ("suspended",)},
    "nis_code": {"entity_kind": ("commune", "cpas")},
    "commune": {"entity_kind": ("cpas",)},
    "purpose": {"kind": ("letter",)},
}
#: Of a follow-up, what may be known when a convention is entered.
KNOWN_AT_FIRST = frozenset({"contacts", "responsible", "remarks"})
#: What has a page of its own, and is no part of the form.
ELSEWHERE = frozenset(
    {
        "overrides",
        "model",
        "text",
        "adapted_from",
        "text_exceptions",
        "decree",
        "deliberations",
        "approved_text",
        "amendment_number",
        "changes",
        "text_changes",
    }
)

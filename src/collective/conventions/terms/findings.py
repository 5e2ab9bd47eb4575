"""What the ground floor has to say against a value: a code with parameters, never a sentence.

The faces translate the codes; ``CODES`` lists every one, so a test can hold that none is left
without its sentence in each language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute


#: Every code a finding may carry, with the parameters its sentence can use.
CODES: Mapping[str, tuple[str, ...]] = {
    # any value
    "required": (),
    "wrong_type": ("expected",),
    "unknown_choice": ("value",),
    "not_a_number": (),
    "negative": (),
    "not_positive": (),
    "too_large": ("maximum",),
    "too_many_decimals": ("maximum",),
    "date_out_of_range": ("first", "last"),
    "in_future": ("date",),
    "text_too_long": ("maximum",),
    "id_malformed": (),
    "login_malformed": (),
    "size_malformed": (),
    "asked_already": (),
    "address_malformed": (),
    "pattern_malformed": (),
    "original_of_day": (),
    "originals_in_pdf": (),
    "letter_to_itself": (),
    "nothing_overdue": (),
    # identifiers
    "identifier_empty": (),
    "identifier_characters": (),
    "identifier_length": (),
    "identifier_format": (),
    "identifier_checksum": (),
    "identifier_country": (),
    "email_malformed": (),
    # rows of a collection
    "not_a_row": (),
    "unknown_column": (),
    "duplicate": ("first",),
    "not_a_party": ("party",),
    "received_before_signed": ("signed",),
    "presented_before_sent": ("sent",),
    "received_before_sent": ("sent",),
    "days_malformed": (),
    "answered_before_requested": ("requested",),
    "answer_date_missing": (),
    "no_authoritative_version": (),
    "vat_rate_invalid": (),
    # decisions, signatures and the other steps of the workflow
    "college_after_council": ("council",),
    "not_adopted": ("council",),
    "no_council": (),
    "unknown_member": (),
    "two_parties_needed": (),
    "signatory_missing": ("party",),
    "signed_before_decision": ("decision",),
    "blank_unfilled": ("count", "first"),
    "supervision_blocks": ("outcome",),
    "terminated_before_signature": ("signed",),
    "text_changed": ("approved", "now"),
    # annexes and signed copies (B3, C14)
    "not_stricter": (),
    "copy_no_pdf": (),
    "copy_encrypted": (),
    "copy_damaged": (),
    "copy_too_large": (),
    "copy_without_words": (),
    "signature_unreadable": ("signer",),
    "signature_broken": ("signer",),
    "changed_after_signing": ("signer",),
    "words_differ": ("place", "approved", "paper"),
    "words_left_out": ("place", "approved"),
    "words_added": ("place", "paper"),
    "locked": ("aspect", "state"),
    # the term
    "end_before_start": ("start",),
    "cap_below_term": ("months",),
    "renewal_period_missing": (),
    "renewal_of_unlimited": (),
    "notice_exceeds_term": (),
    # a document that is to be issued, or was received (C11, C12)
    "control_characters": (),
    "no_address": ("organisation",),
    "no_country": ("organisation",),
    "no_enterprise_number": ("organisation",),
    "no_vat_number": ("organisation",),
    "no_iban": ("organisation",),
    "no_buyer_reference": ("organisation",),
    "no_due_date": (),
    "no_lines": (),
    "no_exemption_reason": (),
    "issuer_is_customer": (),
    "nothing_credited": (),
    "due_before_issue": ("issued",),
    "category_not_alone": (),
    "rate_of_category": ("rate", "category"),
    "reduction_differs": ("stated", "computed"),
    "total_differs": ("stated", "computed"),
    "currency_unknown": ("currency",),
    # the price, credit notes and dunning (C11, O3, D1, B6)
    "price_of_non_monetary": (),
    "price_of_free": (),
    "index_parts": ("sum",),
    "index_part_high": ("maximum",),
    "index_unset": (),
    "not_a_month": (),
    "credit_too_large": ("rest",),
    "nothing_paid": (),
    "no_cents": (),
    "steps_not_ascending": (),
    "series_malformed": (),
    "series_equal": (),
    "partner_unknown": ("organisation", "number"),
    "credited_unknown": ("number",),
    # the text of a convention (W7, W10, W11)
    "article_twice": ("number", "other"),
    "article_gap": ("number", "missing"),
    "article_order": ("number", "previous"),
    "reference_unknown": ("number",),
    "reference_part_unknown": ("number", "article"),
    "annex_missing": ("number",),
    "annex_none": (),
    "annex_uncited": ("number", "title"),
    "term_unused": ("term",),
    "term_undefined": ("term",),
    "text_blank": ("words",),
    "date_differs": ("text", "data", "fact"),
    "amount_differs": ("text", "data", "fact"),
    "party_named_otherwise": ("written", "name"),
    "party_not_named": ("name",),
    "vat_missing": ("amount",),
    # models of texts (W7, D7)
    "model_syntax": ("line", "near"),
    "model_unclosed": ("line", "near"),
    "model_unknown_tag": ("line", "near"),
    "model_forbidden": ("line", "what"),
    "model_unknown_field": ("line", "name"),
    "model_unknown_field_near": ("line", "name", "near"),
    "model_unknown_filter": ("line", "name"),
    "model_unknown_article": ("line", "title"),
    "model_no_list": ("line", "name"),
    "model_not_printed": ("line", "name"),
    "model_unknown_clause": ("name",),
    "model_decree_part": ("parts",),
    "model_no_docx": (),
    "model_too_large": (),
    # amendments (D5)
    "nothing_amended": (),
    "not_amendable": (),
    "row_unknown": ("row",),
    "amendment_backdated": ("signed",),
    "amendment_before_decision": ("decided",),
    "amendment_after_end": ("end",),
    "amendment_of_billed": ("billed",),
    "amendment_overlaps": ("number", "date"),
    "amendment_out_of_order": ("number", "date"),
    "amendment_of_notice": ("given",),
    "amendment_of_renewed": ("end",),
    "convention_not_signed": (),
}


def known(code: str) -> str:
    """Return ``code`` itself.

    :raises ValueError: when ``CODES`` does not list it, for then nobody translates it.
    """
    if code not in CODES:
        raise ValueError(f"undeclared finding code: {code}")
    return code


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or missing.

    ``code`` is a key of ``CODES``; ``field`` the schema's name of the field; ``params`` the values
    of the sentence's placeholders (dates as ISO text, parties as the partner's UID); ``row`` counts
    from 0 and, with ``column``, points into a collection of rows.

    :raises ValueError: for a code that is not declared.
    """

    code: str
    field: str
    params: Mapping[str, str | int] = attribute(default_factory=dict, hash=False)
    row: int | None = None
    column: str | None = None

    def __post_init__(self) -> None:
        known(self.code)

"""The sentence of every finding: what is wrong and how to mend it.

``terms/`` speaks in codes. Pages and services show these sentences, in the reader's language.
"""

from collective.conventions import _
from collective.conventions.terms.findings import Finding
from zope.i18nmessageid import Message


SENTENCES: dict[str, Message] = {
    "required": _("This is missing. Please fill it in."),
    "wrong_type": _("This has the wrong form: ${expected} is expected."),
    "nothing_overdue": _("Of what the sender has invoiced to the recipient, nothing is overdue."),
    "letter_to_itself": _("A letter goes from one party to another. Please choose two."),
    "original_of_day": _("Only the text that was signed has originals, not that of a day."),
    "originals_in_pdf": _("All originals come in one file as PDF only."),
    "unknown_choice": _("“${value}” is not one of the choices. Please choose from the list."),
    "not_a_number": _("This is not a number. Please enter digits only."),
    "negative": _("This may not be negative."),
    "not_positive": _("This must be more than zero."),
    "too_large": _("This is too large: ${maximum} at most."),
    "too_many_decimals": _("This has too many decimals. Please round it."),
    "date_out_of_range": _("The date must lie between ${first} and ${last}."),
    "in_future": _("${date} lies in the future. Please enter the day on which it happened."),
    "identifier_empty": _("The number is empty."),
    "identifier_characters": _("The number holds characters that do not belong there."),
    "identifier_length": _("The number has too few or too many digits."),
    "identifier_format": _("The number does not have the right form."),
    "identifier_checksum": _("The check digits do not agree. Please look for a typing error."),
    "identifier_country": _("The number of this country cannot be used here."),
    "email_malformed": _("This is not an e-mail address, as in name@example.be."),
    "not_a_row": _("A row must be an object with the columns of this table."),
    "unknown_column": _("This table has no such column."),
    "duplicate": _("This row says the same as row ${first}. Please remove one of them."),
    "not_a_party": _("This partner is not a party. Please add it to the parties first."),
    "received_before_signed": _("The original cannot be received before it is signed (${signed})."),
    "presented_before_sent": _("The letter cannot be presented before it is sent (${sent})."),
    "days_malformed": _("Please enter numbers of days with commas between, as in “60, 30, 7”."),
    "received_before_sent": _("The letter cannot arrive before it is sent (${sent})."),
    "answered_before_requested": _("The answer cannot come before the request (${requested})."),
    "answer_date_missing": _("Please enter the date of the answer."),
    "no_authoritative_version": _("At least one language version must be authoritative."),
    "vat_rate_invalid": _("A VAT rate lies between 0 and 100."),
    "college_after_council": _("The College must decide before the Council (${council})."),
    "not_adopted": _("The Council’s decision on record was adopted on this very day (${council})."),
    "no_council": _("No party is a commune or a CPAS, so no council decides about it."),
    "unknown_member": _("This name is not known here. Please leave it out."),
    "two_parties_needed": _("A convention needs two different parties at least."),
    "signatory_missing": _("${party} has nobody who signs. Please add a signatory."),
    "signed_before_decision": _("Nobody can sign before the Council's decision (${decision})."),
    "model_syntax": _("Line ${line} cannot be read: “${near}”. Please look at the braces."),
    "model_unclosed": _("What line ${line} begins is not ended: add “endif” or “endfor”."),
    "model_unknown_tag": _("Line ${line}: “${near}” is neither a condition nor a loop."),
    "model_forbidden": _("Line ${line}: “${what}” is not possible in a model."),
    "model_unknown_field": _("Line ${line}: there is no field “${name}”."),
    "model_unknown_field_near": _(
        "Line ${line}: there is no field “${name}”. Is “${near}” what you mean?"
    ),
    "model_unknown_filter": _("Line ${line}: nothing can be put through “${name}”."),
    "model_unknown_article": _("Line ${line}: no article of this model is called “${title}”."),
    "model_no_list": _("Line ${line}: “${name}” is no list, so no loop can go through it."),
    "model_not_printed": _("Line ${line}: “${name}” is for conditions and loops, not to print."),
    "model_unknown_clause": _("There is no reusable clause “${name}”."),
    "model_decree_part": _("In a decree, the number of a part is one of: ${parts}."),
    "model_no_docx": _("This is no DOCX document. Please save it as DOCX in Word or LibreOffice."),
    "model_too_large": _("This document is too large once it is unpacked."),
    "blank_unfilled": _("${count} blank(s) still to be filled in, the first: “${first}”."),
    "supervision_blocks": _("The supervisory authority's measure (${outcome}) prevents this step."),
    "text_changed": _(
        "The text (${now}) is no longer the one that the Council approved (${approved}). Please "
        "withdraw the approval, or bring the approved text back."
    ),
    "not_stricter": _("Please choose a rule that lets fewer people read it than the present one."),
    "copy_no_pdf": _("This is no PDF: its words cannot be compared with the approved text."),
    "copy_encrypted": _(
        "This PDF is encrypted: neither its signatures nor its words can be read here."
    ),
    "copy_damaged": _("This PDF is damaged: neither its signatures nor its words can be read."),
    "copy_too_large": _("This PDF is too large or too intricate to be looked into here."),
    "copy_without_words": _(
        "This is a scan without words: it cannot be compared with the approved text. Please "
        "compare it by eye."
    ),
    "signature_unreadable": _("A signature cannot be read."),
    "signature_broken": _(
        "The signature of ${signer} is not intact: what it covers was changed afterwards, or it "
        "was not made with the key of its certificate."
    ),
    "changed_after_signing": _("The file was changed after ${signer} had signed it."),
    "words_differ": _(
        "${place}: the approved text says “${approved}”, the signed copy “${paper}”."
    ),
    "words_left_out": _("${place}: “${approved}” is approved, and is not in the signed copy."),
    "words_added": _("${place}: “${paper}” is in the signed copy, and was not approved."),
    "terminated_before_signature": _("The end cannot come before the signature (${signed})."),
    "locked": _("This can no longer be changed in the present state of the convention."),
    "end_before_start": _("The end comes before the start (${start})."),
    "cap_below_term": _("The maximum of ${months} months is shorter than the first term."),
    "renewal_period_missing": _("Please say for how many months it is renewed each time."),
    "renewal_of_unlimited": _("What has no end cannot be renewed."),
    "text_too_long": _("This is too long: ${maximum} characters at most."),
    "id_malformed": _("Small letters, digits and hyphens only, a letter first."),
    "login_malformed": _(
        "A login is made of small letters and digits, with dots or hyphens between."
    ),
    "size_malformed": _("The limit must be a size, as in 3 GB, or a number of bytes."),
    "address_malformed": _("This is not a web address, as in https://www.example.be."),
    "pattern_malformed": _(
        "Write {number} once, where the number stands, and {year} where the year does."
    ),
    "asked_already": _("This has been asked for already."),
    "notice_exceeds_term": _("The notice is longer than the term itself."),
    "control_characters": _("This holds characters that cannot be sent. Please type it anew."),
    "no_address": _("${organisation} has no full address: street, postal code and city."),
    "no_country": _("The country of ${organisation} is not known. Please choose it."),
    "no_enterprise_number": _("${organisation} has no enterprise number. Please enter it."),
    "no_vat_number": _("${organisation} charges VAT, but has no VAT number. Please enter it."),
    "no_iban": _("${organisation} has no account number to pay to. Please enter it."),
    "no_buyer_reference": _(
        "There is no reference of the buyer. Please ask ${organisation} for it."
    ),
    "no_due_date": _("Nothing says when to pay. Please enter the due date or the payment terms."),
    "no_lines": _("There is no line. Please say what is charged."),
    "no_exemption_reason": _("No VAT is charged, and nothing says why. Please give the reason."),
    "issuer_is_customer": _("The issuer and the customer are the same organisation."),
    "nothing_credited": _("A credit note must name the invoice that it corrects."),
    "due_before_issue": _("The due date comes before the date of the document (${issued})."),
    "category_not_alone": _("What is outside the scope of VAT needs a document of its own."),
    "rate_of_category": _("A VAT rate of ${rate} % does not go with the category ${category}."),
    "reduction_differs": _("The reduction is ${stated}, but its percentage makes ${computed}."),
    "total_differs": _("The document says ${stated}, its lines make ${computed}."),
    "currency_unknown": _("The currency “${currency}” is not known here: only euro is."),
    "price_of_non_monetary": _("A convention about no money has no price. Please remove it."),
    "price_of_free": _("What is free of charge has no price. Please remove one or the other."),
    "index_parts": _("The two parts of the price make ${sum} together. They must make 1."),
    "index_part_high": _("More than ${maximum} of the price follows the index: is that allowed?"),
    "index_unset": _("No index is named, so this price is never indexed."),
    "not_a_month": _("Please enter the first day of the month."),
    "credit_too_large": _("This gives back more than is left of the invoice: ${rest} EUR."),
    "nothing_paid": _("The amount is zero. Please enter what was paid."),
    "no_cents": _("Euros have two decimals at most. Please enter the amount that was paid."),
    "steps_not_ascending": _("Each letter must come later than the one before it."),
    "series_malformed": _("Letters only, without accents: the year and the number follow them."),
    "series_equal": _("Invoices and credit notes need different series."),
    "partner_unknown": _(
        "No partner of this space has the enterprise number ${number} (${organisation})."
    ),
    "credited_unknown": _("The invoice ${number} that it corrects is not in this convention."),
    "article_twice": _("Article ${number} is there twice: “${other}” bears the same number."),
    "article_gap": _("The numbering leaves out ${missing}: article ${number} comes next."),
    "article_order": _("Article ${number} comes after article ${previous}."),
    "reference_unknown": _("This text has no article ${number}."),
    "reference_part_unknown": _("Article ${article} has no part numbered ${number}."),
    "annex_missing": _("Annex ${number} is cited, but it is not there. Please add it."),
    "annex_none": _("An annex is mentioned, but there is none. Please add it."),
    "annex_uncited": _("The text never mentions the annex “${title}” (number ${number})."),
    "term_unused": _("“${term}” is defined here and never used."),
    "term_undefined": _("“${term}” is written like a defined term, but nothing defines it."),
    "text_blank": _("This is still to be filled in: “${words}”."),
    "date_differs": _("The text says ${text}, the data say ${data} (${fact})."),
    "amount_differs": _("The text says ${text} EUR, the data say ${data} EUR (${fact})."),
    "party_named_otherwise": _("The text says “${written}”, the party is called “${name}”."),
    "party_not_named": _("The text never names the party “${name}”."),
    "vat_missing": _("Nothing says whether VAT is included in ${amount}."),
    "nothing_amended": _("The amendment changes nothing yet. Please say what it changes."),
    "not_amendable": _("An amendment cannot change this."),
    "row_unknown": _("On the day on which the amendment takes effect there is no row “${row}”."),
    "amendment_backdated": _(
        "An amendment is signed before it takes effect, here on ${signed} at the earliest."
    ),
    "amendment_before_decision": _(
        "The Council decided on ${decided}. An amendment takes effect on that day at the earliest."
    ),
    "amendment_after_end": _("The convention ends on ${end}, before the amendment takes effect."),
    "amendment_of_billed": _(
        "Months up to ${billed} are invoiced at the earlier price. Please let it take effect "
        "later, or take them back with a credit note first."
    ),
    "amendment_overlaps": _("Amendment ${number} changes the same from the same day (${date})."),
    "amendment_out_of_order": _(
        "Amendment ${number}, signed before, changes the same from ${date} on and would undo this."
    ),
    "amendment_of_notice": _(
        "A notice was given on ${given}. The rules it was given under can no longer be changed."
    ),
    "amendment_of_renewed": _(
        "It has been renewed since ${end} by the present rules. Please change the duration "
        "to a new end date together with this."
    ),
    "convention_not_signed": _(
        "Only a convention that is signed and was not terminated can be amended."
    ),
}


def sentence(finding: Finding) -> Message:
    """The sentence of a finding, to be translated by who shows it."""
    return Message(SENTENCES[finding.code], mapping=dict(finding.params))

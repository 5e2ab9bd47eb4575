"""One writes, one decides, one signs: a decision withdrawn, corrected, signed, and its end."""

from browsing import PHONE
from journey.drafting import decide
from journey.drafting import draft
from journey.drafting import PATH
from journey.drafting import record_signature
from journey.drafting import TITLE


REASON = "Le montant doit suivre celui de la Commune."


def test_a_decision_is_withdrawn_and_taken_again(seat):
    author, secretary, officer = seat("aurore"), seat("bernard"), seat("carine", PHONE)
    draft(author)
    assert not author.has(".cv-actions [href*='@@step']")
    secretary.open(PATH)
    decide(secretary, "2024-03-27", "CAS-20240327-9")
    secretary.take("approve")
    withdrawn_by_who_then_sees_it_no_more(officer)
    corrected(author)
    secretary.open(PATH)
    decide(secretary, "2024-04-24", "CAS-20240424-2")
    secretary.take("approve")
    officer.open(PATH)
    record_signature(officer, 0, "2024-05-15")
    record_signature(officer, 1, "2024-05-16")
    officer.take("sign")
    assert "1er juin 2024" in officer.read(".cv-standing")
    ended(secretary)


def withdrawn_by_who_then_sees_it_no_more(officer):
    """The signature officer sends it back; a draft is none of his business."""
    officer.open(PATH)
    officer.go_to_step("withdraw")
    officer.follow(".cf-step button[type=submit]")
    assert officer.has("#step-withdrawal_reason[aria-invalid=true]")
    officer.fill_in("#step-withdrawal_reason", REASON)
    officer.follow(".cf-step button[type=submit]")
    assert officer.page.url.rstrip("/") == officer.url
    assert TITLE in officer.read("#global_statusmessage")
    assert TITLE not in officer.read("#content")
    officer.open(PATH)
    assert TITLE not in officer.read("#content")


def corrected(author):
    """The decision is gone, the author may write again, and reads why."""
    author.open(PATH)
    assert author.has(".cv-state-draft")
    assert REASON in author.read()
    author.open(f"{PATH}/edit")
    author.fill(**{"commitments-1-amount": "41,00"})
    author.save()
    assert "41,00" in author.read()


def ended(secretary):
    """Both the day and the reason are asked; afterwards nothing can be changed any more."""
    secretary.open(PATH)
    secretary.follow(".cv-actions:not(.cd-links) [href$='@@termination']")
    secretary.follow(".cv-more [href$='@@step?step=terminate']")
    secretary.fill_in("#step-termination_date", "2025-06-30")
    secretary.follow(".cf-step button[type=submit]")
    assert secretary.has("#step-termination_reason[aria-invalid=true]")
    assert secretary.page.locator("#step-termination_date").input_value() == "2025-06-30"
    secretary.fill_in("#step-termination_reason", "Le CPAS quitte le serveur.")
    secretary.follow(".cf-step button[type=submit]")
    assert secretary.has(".cv-state-terminated")
    assert "30 juin 2025" in secretary.read(".cv-standing")
    assert not secretary.has(".cv-actions [href*='@@step'], .cv-actions [href$='@@termination']")
    secretary.follow("#content [href$='@@journal']")
    assert secretary.has(".cv-verdict-good")
    assert REASON in secretary.read(".cv-journal")

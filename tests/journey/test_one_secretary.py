"""From draft to signature, by the one secretary of a small CPAS."""

from journey.drafting import decide
from journey.drafting import draft
from journey.drafting import PATH
from journey.drafting import record_signature
from journey.drafting import TITLE
from journey.drafting import UNION


FIRST, SECOND = "Marianne Delcambre", "Benoît Ransquin"


def test_a_convention_is_drafted_decided_signed_and_kept(space, seat, viewport):
    desk = seat("liliane")
    draft(desk)
    assert desk.has(".cv-state-draft")
    for fact in ("82,00", "3 Go", FIRST, SECOND, "1 an", "4 ans"):
        assert fact in desk.read()
    decide(desk, "2024-03-27", "CAS-20240327-9")
    desk.take("approve")
    assert desk.has(".cv-state-council_approved")
    both_must_sign(desk)
    desk.take("sign")
    # From the first day of the month after the last signature, for 48 months at most.
    assert desk.has(".cv-state-signed")
    assert "1er mai 2024" in desk.read(".cv-standing")
    assert "30 avril 2028" in desk.read(".cv-standing")
    its_terms_are_closed(desk)
    all_of_it_is_told(desk)
    only_who_belongs_there_sees_it(space, seat)


def both_must_sign(desk):
    """One signs after the other; meanwhile the convention waits for the second."""
    missing = record_signature(desk, 1, "2024-04-10")
    assert FIRST in missing
    assert SECOND in missing
    missing = record_signature(desk, 0, "2024-04-17")
    assert FIRST in missing
    assert SECOND not in missing


def its_terms_are_closed(desk):
    """What was signed is shown, no longer asked; what follows is."""
    desk.open(f"{PATH}/edit")
    for name in ("title", "duration_count", "parties", "council_date", "condition_met"):
        assert not desk.has(f"#form-widgets-{name}")
    assert "82,00" in desk.read("[data-table=commitments]")
    assert not desk.has("[name$='.amount']")
    desk.fill(**{"commitments-0-done": "2024-05-02", "remarks": "Espace ouvert."})
    desk.save()


def all_of_it_is_told(desk):
    """The journal holds every act in its order, by whom, and is as it was written."""
    desk.follow("#content [href$='@@journal']")
    assert desk.has(".cv-verdict-good")
    # A long list of values is folded.
    desk.page.locator(".cv-changes:not([open]) summary").click()
    entries = desk.read_all(".cv-journal > li")
    told = [
        (TITLE, "Participation mensuelle"),
        ("CAS-20240327-9",),
        (),
        ("10 avril 2024",),
        ("17 avril 2024",),
        (),
        ("2 mai 2024", "Espace ouvert."),
    ]
    assert len(entries) == len(told)
    for entry, facts in zip(reversed(entries), told, strict=True):
        assert all(fact in entry for fact in ("Liliane Pochette", *facts)), entry


def only_who_belongs_there_sees_it(space, seat):
    """A person of a party reads it and changes nothing; a stranger does not know it exists."""
    space.add_to_partner("sylvain", UNION)
    partner = seat("sylvain")
    partner.follow(f"#content [href='{space.url}{PATH}']")
    assert partner.has(".cv-state-signed")
    assert not partner.has(".cv-actions:not(.cd-links)")
    assert not partner.has("#content [href*='@@step'], #content [href$='@@termination']")
    stranger = seat("passerby")
    assert TITLE not in stranger.read("body")
    stranger.open(PATH)
    assert TITLE not in stranger.read("body")

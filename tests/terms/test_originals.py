"""Who has received his original."""

from collective.conventions.terms.originals import Original
from collective.conventions.terms.originals import originals
from collective.conventions.terms.originals import received
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from datetime import date


PARTIES = (Party("city", "partner"), Party("cpas", "partner"), Party("", "partner"))
FIRST, LATER = date(2031, 3, 1), date(2031, 3, 9)


def signatory(party, day=None):
    return Signatory(party, "A. Dupuis", "", False, FIRST, day)


def test_each_party_has_one_original():
    found = originals((*PARTIES, Party("city", "user")), ())
    assert found == (Original("city"), Original("cpas"))
    assert received(found) == 0


def test_the_first_receipt_of_a_party_counts():
    signatories = (signatory("cpas", LATER), signatory("cpas", FIRST), signatory("city"))
    found = originals(PARTIES, signatories)
    assert found == (Original("city"), Original("cpas", FIRST))
    assert received(found) == 1


def test_who_is_no_party_has_none():
    assert originals(PARTIES[:1], (signatory("other", FIRST),)) == (Original("city"),)

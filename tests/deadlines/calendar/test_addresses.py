"""Secret addresses: made, renewed, revoked, and never kept."""

from collective.conventions.deadlines.calendar import addresses
from plone import api
from zope.annotation.interfaces import IAnnotations
import base64
import pickle
import pytest


def stored(portal):
    """All that is in the database about the addresses, as it is written."""
    found = IAnnotations(portal)[addresses.KEY]
    return (
        pickle.dumps([dict(found.members), dict(found.hashes)])
        + repr([dict(found.members), dict(found.hashes)]).encode()
    )


def test_a_secret_leads_to_its_member_only(portal):
    ada, ben = addresses.make("ada"), addresses.make("ben")
    assert addresses.member_of(ada) == "ada"
    assert addresses.member_of(ben) == "ben"


def test_a_secret_has_256_bits_and_comes_never_twice(portal):
    made = {addresses.make("ada") for _time in range(20)}
    assert len(made) == 20
    assert {len(base64.urlsafe_b64decode(secret + "=")) for secret in made} == {32}


@pytest.mark.parametrize("secret", ["", "x", "é", "\udce9", "a" * 5000])
def test_another_text_leads_nowhere(portal, secret):
    assert addresses.member_of(secret) is None
    addresses.make("ada")
    assert addresses.member_of(secret) is None


def test_the_hash_is_no_secret(portal):
    secret = addresses.make("ada")
    (hashed,) = IAnnotations(portal)[addresses.KEY].hashes
    assert hashed != secret
    assert addresses.member_of(hashed) is None


def test_the_secret_is_not_kept(portal):
    secret = addresses.make("ada")
    raw = base64.urlsafe_b64decode(secret + "=")
    for form in (secret.encode(), raw, raw.hex().encode(), base64.b64encode(raw)):
        assert form not in stored(portal)


def test_a_new_address_revokes_the_old(portal):
    old = addresses.make("ada")
    new = addresses.make("ada")
    assert addresses.member_of(old) is None
    assert addresses.member_of(new) == "ada"
    assert len(IAnnotations(portal)[addresses.KEY].hashes) == 1


def test_a_revoked_address_leads_nowhere(portal):
    secret = addresses.make("ada")
    assert addresses.address_of("ada").created
    addresses.revoke("ada")
    assert addresses.member_of(secret) is None
    assert addresses.address_of("ada") is None
    addresses.revoke("ada")


def test_reading_writes_nothing(portal):
    addresses.member_of("x"), addresses.address_of("ada"), addresses.revoke("ada")
    assert addresses.KEY not in IAnnotations(portal)


def test_an_address_goes_with_its_member(portal):
    """Who gets the same name later has no address."""
    api.user.create(email="ada@example.be", username="ada")
    secret = addresses.make("ada")
    api.user.delete(username="ada")
    api.user.create(email="ada@example.be", username="ada")
    assert addresses.member_of(secret) is None
    assert addresses.address_of("ada") is None

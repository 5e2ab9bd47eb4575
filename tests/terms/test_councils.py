"""Which council decides by which law (B1)."""

from collective.conventions.terms.councils import BASES
from collective.conventions.terms.councils import basis_of
from collective.conventions.terms.councils import region_of
import pytest


@pytest.mark.parametrize(
    ("nis_code", "postal_code", "region"),
    [
        ("21004", "", "brussels"),
        ("92094", "", "wallonia"),
        ("63023", "4700", "german"),
        ("", "1000", "brussels"),
        ("", "B-1299", "brussels"),
        ("", "1300", "wallonia"),
        ("", "5000", "wallonia"),
        ("", "", "wallonia"),
        ("92094", "1000", "wallonia"),
    ],
)
def test_the_codes_tell_the_region(nis_code, postal_code, region):
    assert region_of(nis_code, postal_code) == region


@pytest.mark.parametrize(
    ("kind", "region", "cited"),
    [
        ("commune", "wallonia", "L1122-30"),
        ("commune", "brussels", "117"),
        ("commune", "german", "2018"),
        ("cpas", "wallonia", "1976"),
        ("cpas", "brussels", "1976"),
    ],
)
def test_each_council_has_its_law_in_every_language_of_the_country(kind, region, cited):
    basis = basis_of(kind, region)
    assert set(basis.titles) == {"fr", "nl", "de"}
    assert all(cited in title for title in (*basis.titles.values(), basis.source))


def test_who_is_no_local_authority_has_no_council():
    assert basis_of("association", "wallonia") is None
    assert {kind for kind, _region in BASES} == {"commune", "cpas"}

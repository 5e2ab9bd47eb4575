"""Identifiers have one canonical form, whatever was typed."""

from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import Identifier
from collective.conventions.content.fields import InvalidText
from collective.conventions.content.partner import IPartner
from collective.conventions.terms.identifiers import normalise_enterprise_number
from datetime import date
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooSmall
import pytest


@pytest.fixture
def field():
    return Identifier(normalise_enterprise_number, title="Number", required=False, __name__="n")


@pytest.mark.parametrize("typed", ["0207.373.429", "BE 0207 373 429", "207373429"])
def test_what_is_typed_becomes_canonical(field, typed):
    assert field.fromUnicode(typed) == "0207373429"


@pytest.mark.parametrize("typed", ["0207.373.428", "2207.373.429", "0000.000.000", "commune"])
def test_what_is_no_number_is_refused_with_a_sentence(field, typed):
    with pytest.raises(InvalidText) as refusal:
        field.fromUnicode(typed)
    assert str(refusal.value.doc())


def test_an_empty_text_is_no_number(field):
    assert field.fromUnicode("  ") is None


def test_a_required_number_may_not_be_empty():
    field = Identifier(normalise_enterprise_number, title="Number", required=True)
    with pytest.raises(RequiredMissing):
        field.fromUnicode("  ")


def test_a_value_set_by_a_program_is_checked_too(field):
    field.validate("0207373429")
    with pytest.raises(InvalidText):
        field.validate("0207373428")


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("iban", "be68 5390 0754 7034", "BE68539007547034"),
        ("nis_code", " 21004 ", "21004"),
        ("vat_number", "BE 0207.373.429", "BE0207373429"),
        ("email", " greffe@example.be ", "greffe@example.be"),
    ],
)
def test_the_identifiers_of_a_partner(name, typed, kept):
    assert IPartner[name].fromUnicode(typed) == kept


def test_a_date_lies_within_reason():
    day = civil_date(title="Day")
    day.validate(date(1900, 1, 1))
    day.validate(date(2200, 12, 31))
    with pytest.raises(TooSmall):
        day.validate(date(1899, 12, 31))
    with pytest.raises(TooBig):
        day.validate(date(2201, 1, 1))

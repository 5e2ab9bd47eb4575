"""A convention's text is checked, blocks the signature, and may be excepted with a reason."""

from agreements import sound
from collective.conventions.content.convention import IConvention
from collective.conventions.documents.texts.checking import accept
from collective.conventions.documents.texts.checking import checked
from collective.conventions.documents.texts.checking import take_back
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.documents.texts.wording import reason
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import foreseen
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import take
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from factories import bring
from factories import make_annex
from factories import make_convention
from factories import make_partner
from factories import TODAY
from plone import api
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def partners(portal):
    return [
        make_partner(portal, "Ville de Montbrun"),
        make_partner(portal, "Les Ateliers du Pont"),
    ]


@pytest.fixture
def make(portal, partners):
    def build(text, state="draft", **values):
        values = {
            "text": rows(text),
            "start_rule": "fixed_date",
            "start_date": date(2026, 3, 1),
            "prices": [
                {
                    "description": "Loan",
                    "basis": "monthly",
                    "amount": Decimal(120),
                    "vat_rate": Decimal(21),
                    "vat_category": "S",
                    "indexed": False,
                }
            ],
            **values,
        }
        convention = make_convention(portal, partners, **values)
        make_annex(convention, "Inventory", number="1", annex_kind="annex")
        bring(convention, state)
        return convention

    return build


def rows(text):
    return [asdict(part) for part in text]


def twice(text):
    """The text with a second article 1, which is severe."""
    return (*text[:4], text[3], *text[4:])


def write(convention, text):
    convention.text = rows(text)
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "text")))


def codes(convention):
    return [one.flaw.code for one in checked(convention).found]


def test_a_sound_text_agrees_with_its_data(make):
    convention = make(sound())
    assert codes(convention) == []
    assert missing(convention, "sign", TODAY) == ()


def test_a_convention_without_text_has_no_findings(make):
    assert codes(make(())) == []


def test_the_data_are_compared(make):
    convention = make(sound(), start_date=date(2026, 4, 1))
    (found,) = checked(convention).found
    assert found.flaw.code == "date_differs"
    assert found.blocks
    assert reason(found.flaw, "fr").count("2026") == 2


def test_a_convention_about_no_money_needs_no_vat(make):
    text = list(sound())
    text[4] = text[4].__class__("article", "2", "Prix", "<p>Le prix est de 7 euros.</p>")
    assert codes(make(tuple(text), prices=[])) == ["vat_missing"]
    assert codes(make(tuple(text), prices=[], monetary=False)) == []


def test_a_severe_finding_blocks_the_signature_and_is_foreseen(make):
    convention = make(twice(sound()))
    (lack,) = missing(convention, "sign", TODAY)
    assert (lack.code, lack.field, lack.row) == ("article_twice", "text", 4)
    assert missing(convention, "approve", TODAY) == ()
    assert [one.code for one in foreseen(convention, "approve", TODAY)] == ["article_twice"]
    take(convention, "approve", TODAY)
    with pytest.raises(UnprocessableEntity):
        take(convention, "sign", TODAY)
    with pytest.raises(UnprocessableEntity):
        api.content.transition(convention, "sign")
    assert api.content.get_state(convention) == "council_approved"


def test_an_exception_with_its_reason_lets_it_be_signed(make):
    convention = make(twice(sound()), "council_approved")
    (found,) = checked(convention).blocking
    row = accept(convention, found.flaw.code, found.flaw.key, " As voted. ", TODAY)
    assert (row["reason"], row["day"]) == ("As voted.", TODAY)
    assert row["author"]
    take(convention, "sign", TODAY)
    assert api.content.get_state(convention) == "signed"
    entry = [one for one in find(convention.UID()) if "text_exceptions" in one.after][-1]
    assert entry.after["text_exceptions"][0]["code"] == "article_twice"


def test_an_exception_needs_a_reason(make):
    convention = make(twice(sound()))
    (found,) = checked(convention).blocking
    for words, code in ((" ", "required"), ("x" * 2001, "text_too_long")):
        with pytest.raises(UnprocessableEntity) as refused:
            accept(convention, found.flaw.code, found.flaw.key, words, TODAY)
        assert [one.code for one in refused.value.findings] == [code]
    assert not convention.text_exceptions


def test_an_exception_is_of_something_that_is_there(make):
    convention = make(twice(sound()))
    with pytest.raises(NotFound):
        accept(convention, "article_twice", "article 7: elsewhere", "Why.", TODAY)
    (found,) = checked(convention).blocking
    accept(convention, found.flaw.code, found.flaw.key, "Why.", TODAY)
    with pytest.raises(NotFound):
        accept(convention, found.flaw.code, found.flaw.key, "Why.", TODAY)


def test_a_changed_passage_ends_its_exception(make):
    convention = make(twice(sound()))
    (found,) = checked(convention).blocking
    accept(convention, found.flaw.code, found.flaw.key, "Why.", TODAY)
    changed = twice(sound())
    changed = (
        *changed[:4],
        changed[4].__class__("article", "1", "Autre titre", "<p>.</p>"),
        *changed[5:],
    )
    write(convention, changed)
    found = checked(convention)
    assert [one.flaw.code for one in found.blocking] == ["article_twice"]
    assert [row["reason"] for row in found.stale] == ["Why."]


def test_an_exception_taken_back_blocks_again(make):
    convention = make(twice(sound()))
    (found,) = checked(convention).blocking
    accept(convention, found.flaw.code, found.flaw.key, "Why.", TODAY)
    assert checked(convention).blocking == ()
    take_back(convention, found.flaw.code, found.flaw.key)
    assert len(checked(convention).blocking) == 1
    with pytest.raises(NotFound):
        take_back(convention, found.flaw.code, found.flaw.key)


def test_an_exception_is_made_by_who_may_follow_up(make, as_roles):
    convention = make(twice(sound()))
    (found,) = checked(convention).blocking
    as_roles("Reader")
    with pytest.raises(Forbidden):
        accept(convention, found.flaw.code, found.flaw.key, "Why.", TODAY)


def test_a_letter_is_no_annex_of_the_text(make):
    convention = make(sound())
    make_annex(convention, "Letter", annex_kind="letter")
    assert codes(convention) == []
    make_annex(convention, "Map", number="2", annex_kind="annex")
    assert codes(convention) == ["annex_uncited"]


def test_a_part_by_its_name():
    assert part_title("article", "9", "Litiges", "fr") == "Article 9 – Litiges"
    assert part_title("preamble", "", "Préambule", "en") == "Preamble"

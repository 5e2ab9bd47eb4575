"""Annexes and invoices: which convention takes them, and that they stay there."""

from collective.conventions.billing.refusal import refusal
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from plone import api
import pytest


@pytest.mark.parametrize(
    ("values", "word"),
    [({"monetary": False}, "not monetary"), ({"free_of_charge": True}, "free of charge")],
)
def test_what_costs_nothing_is_never_invoiced(portal, partners, values, word):
    convention = make_convention(portal, partners, "signed", **values)
    assert word in refusal(convention)
    with pytest.raises(UnprocessableEntity, match=word):
        make_invoice(convention, partners)


def test_an_invoice_pasted_is_refused_too(portal, partners):
    paid = make_convention(portal, partners, "signed")
    free = make_convention(portal, partners, "signed", monetary=False)
    assert refusal(paid) is None
    invoice = make_invoice(paid, partners)
    with pytest.raises(UnprocessableEntity):
        api.content.copy(invoice, free)


def test_a_part_stays_in_its_convention(portal, partners):
    one, other = (make_convention(portal, partners, "signed") for _ in range(2))
    for part in (make_annex(one), make_invoice(one, partners)):
        with pytest.raises(Conflict):
            api.content.move(part, other)


def test_a_frozen_annex_keeps_its_name(portal, partners):
    convention = make_convention(portal, partners)
    annex = make_annex(convention)
    api.content.transition(convention, "approve")
    with pytest.raises(Conflict):
        api.content.rename(annex, new_id="other-name")


@pytest.mark.parametrize("state", ["council_approved", "signed", "terminated"])
def test_what_was_approved_keeps_its_address(portal, partners, state):
    with pytest.raises(Conflict):
        api.content.rename(make_convention(portal, partners, state), new_id="other-name")


def test_a_draft_may_get_another_address(portal, partners):
    api.content.rename(make_convention(portal, partners), new_id="other-name")
    assert "other-name" in portal["conventions"]


def test_a_part_may_get_another_name(portal, partners):
    convention = make_convention(portal, partners)
    annex = make_annex(convention)
    api.content.rename(annex, new_id="other-name")
    assert "other-name" in convention


def test_parts_go_with_their_convention(portal, partners):
    convention = make_convention(portal, partners)
    make_annex(convention)
    uid = convention.UID()
    api.content.delete(convention)
    assert [entry.action for entry in find(uid)] == ["added", "part_added", "deleted"]
    assert find(uid).deleted

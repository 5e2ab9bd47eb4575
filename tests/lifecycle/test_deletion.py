"""What may not be deleted, and what the refusal says."""

from collective.conventions.interfaces import Conflict
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from plone import api
import pytest
import transaction


@pytest.fixture
def refused():
    """Delete, expect a refusal, take back what was queued, and return the sentence."""

    def delete(*content):
        before = transaction.savepoint()
        with pytest.raises(Conflict) as refusal:
            api.content.delete(objects=list(content))
        before.rollback()
        message = refusal.value.message
        return message.default or message, message.mapping

    return delete


@pytest.mark.parametrize("state", ["council_approved", "signed", "terminated"])
def test_what_was_approved_stays(portal, partners, refused, state):
    convention = make_convention(portal, partners, state)
    text, mapping = refused(convention)
    assert "approved or signed" in text
    assert mapping == {"title": "Agreement"}
    assert convention.getId() in portal.conventions


def test_a_draft_may_go(portal, partners):
    convention = make_convention(portal, partners)
    api.content.delete(convention)
    assert convention.getId() not in portal.conventions


def test_a_folder_with_something_protected_stays(portal, partners, refused):
    make_convention(portal, partners)
    make_convention(portal, partners, "signed", title="Signed")
    # Not even a manager may delete the folder; trusted code may, up to the veto.
    before = transaction.savepoint()
    with pytest.raises(Conflict) as refusal:
        portal._delObject("conventions")
    before.rollback()
    assert refusal.value.message.mapping == {"title": "Signed"}
    assert len(portal.conventions) == 2


def test_a_predecessor_stays(portal, partners, refused):
    old = make_convention(portal, partners, title="Old")
    make_convention(portal, partners, title="New", predecessor=old.UID())
    _text, mapping = refused(old)
    assert mapping["titles"] == "“New”"


def test_what_goes_together_does_not_hold_each_other(portal, partners):
    old = make_convention(portal, partners, title="Old")
    make_convention(portal, partners, title="New", predecessor=old.UID())
    portal._delObject("conventions")
    assert "conventions" not in portal


USES = {
    "party": lambda uid: {"parties": [{"partner": uid, "role": "partner"}]},
    "signatory": lambda uid: {"signatories": [{"partner": uid, "name": "A"}]},
    "commitment": lambda uid: {"commitments": [{"partner": uid, "description": "A"}]},
    "contact": lambda uid: {"contacts": [{"partner": uid, "name": "A"}]},
    "consent": lambda uid: {"consents": [{"kind": "press", "requested_by": uid}]},
    "notice": lambda uid: {"notices": [{"kind": "other", "partner": uid}]},
}


@pytest.mark.parametrize("use", USES)
def test_a_partner_in_use_stays(portal, partners, refused, use):
    third = make_partner(portal, "Third")
    make_convention(portal, partners, **USES[use](third.UID()))
    text, mapping = refused(third)
    assert "it is used by" in text
    assert mapping == {"title": "Third", "titles": "“Agreement”", "others": "0"}
    assert third.getId() in portal.partners


def test_the_partner_of_an_invoice_stays(portal, partners, refused):
    third = make_partner(portal, "Third")
    convention = make_convention(portal, partners, "signed")
    make_invoice(convention, [third, partners[0]])
    assert refused(third)[1]["titles"] == "“Invoice”"


def test_the_commune_of_a_cpas_stays(portal, refused):
    commune = make_partner(portal, "Commune")
    make_partner(portal, "Centre", entity_kind="cpas", commune=commune.UID())
    assert refused(commune)[1]["titles"] == "“Centre”"


def test_a_partner_nobody_uses_may_go(portal):
    third = make_partner(portal, "Third")
    api.content.delete(third)
    assert third.getId() not in portal.partners


def test_the_refusal_names_only_what_the_actor_may_see(portal, partners, refused, as_roles):
    third = make_partner(portal, "Third")
    for title, state in (("Hidden", "draft"), ("Seen", "signed")):
        make_convention(portal, [*partners, third], state, title=title)
    third.manage_permission("Delete objects", roles=["Finance Officer"], acquire=False)
    # An accountant sees no draft.
    as_roles("Finance Officer")
    text, mapping = refused(third)
    assert mapping == {"title": "Third", "titles": "“Seen”", "others": "1"}
    assert "other item" in text


def test_the_refusal_counts_where_it_may_name_nothing(portal, partners, refused, as_roles):
    third = make_partner(portal, "Third")
    make_convention(portal, [*partners, third], title="Hidden")
    third.manage_permission("Delete objects", roles=["Finance Officer"], acquire=False)
    as_roles("Finance Officer")
    text, mapping = refused(third)
    assert "Hidden" not in f"{text} {mapping}"
    assert mapping["others"] == "1"


def test_a_long_list_is_cut(portal, partners, refused):
    for number in range(12):
        make_convention(portal, partners, title=f"Agreement {number:02}")
    _text, mapping = refused(partners[0])
    assert mapping["titles"].count("“") == 10
    assert mapping["others"] == "2"


def test_a_whole_site_may_go(functional):
    """With everything in it, signed or not."""
    portal, app = functional["portal"], functional["app"]
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(portal), make_partner(portal, "Other")]
        make_convention(portal, partners, "signed")
        app.manage_delObjects([portal.getId()])
        assert portal.getId() not in app

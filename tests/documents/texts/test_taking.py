"""A file becomes the text of a convention, and what it proposes becomes its data, one by one."""

from collective.conventions.documents.texts.accepting import accept
from collective.conventions.documents.texts.accepting import NEW
from collective.conventions.documents.texts.accepting import reject
from collective.conventions.documents.texts.articles import insert_part
from collective.conventions.documents.texts.articles import keep_part
from collective.conventions.documents.texts.articles import move_part
from collective.conventions.documents.texts.articles import remove_part
from collective.conventions.documents.texts.offers import offers_of
from collective.conventions.documents.texts.taking import take_text
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from factories import bring
from factories import make_convention
from factories import make_partner
from plone import api
import pytest


DOCUMENT = """Convention de partenariat

ENTRE

La Commune de Neuville, représentée par Mme Anne Dupré, Bourgmestre, ci-après « la Commune »

ET

L'ASBL Les Joyeux, représentée par Monsieur Jean Petit, Président, ci-après « l'ASBL »

Article 1 – Durée

La convention est conclue pour une durée de deux ans.

Article 2 – Prix

L'ASBL paie une redevance de 80 € par mois (TVA 21 %). Ce montant est indexé.

Les factures sont payées au compte 000-0000001-01 de la Commune.

Fait à Neuville, en deux exemplaires.
"""


@pytest.fixture
def convention(portal):
    """A bare draft with the document as its text; the commune is known, the association is not."""
    make_partner(portal, "Commune de Neuville")
    made = api.content.create(portal["conventions"], "Convention", title="Accord", kind="other")
    take_text(made, DOCUMENT.encode(), "accord.txt")
    return made


def offered(convention):
    return {one.proposal.field: one for one in offers_of(convention).offers}


def keys(convention, *fields):
    found = offered(convention)
    return [found[field].key for field in fields]


def actions(convention):
    return [entry.action for entry in journal_of(convention.UID())]


def test_the_text_is_written_and_the_journal_says_from_which_file(convention):
    assert [row["part"] for row in convention.text] == [
        "heading",
        "parties",
        "article",
        "article",
        "signatures",
    ]
    taken = [one for one in journal_of(convention.UID()) if one.action == "text_taken"]
    assert [one.subject for one in taken] == ["accord.txt"]


def test_nothing_is_written_before_it_is_accepted(convention):
    assert convention.duration_unit == "unlimited"
    assert convention.parties == []
    assert offered(convention)["duration_count"].state == "open"


def test_single_values_are_written_with_their_provenance(convention):
    accept(convention, keys(convention, "duration_unit", "duration_count"))
    assert (convention.duration_unit, convention.duration_count) == ("years", 2)
    entry = [one for one in journal_of(convention.UID()) if one.action == "proposal_accepted"][-1]
    assert (entry.subject, entry.reason) == ("duration_count = 2", "Durée 1: deux ans")
    assert offered(convention)["duration_count"].state == "agrees"


def test_a_unit_is_accepted_with_its_count(convention):
    accepted = accept(convention, keys(convention, "duration_unit"))
    assert [one.proposal.field for one in accepted] == ["duration_unit", "duration_count"]
    assert (convention.duration_unit, convention.duration_count) == ("years", 2)


def test_a_value_that_breaks_a_rule_is_refused_as_a_client_would_be(convention):
    convention.council_date = None
    with pytest.raises(BadRequest) as refused:
        accept(convention, keys(convention, "signatories[0]"))
    assert refused.value.findings[0].code == "not_a_party"
    assert "proposal_accepted" not in actions(convention)


def test_a_known_partner_is_found_and_an_unknown_one_made(convention, portal):
    accept(convention, keys(convention, "parties[0]", "parties[1]", "signatories[1]"))
    city, association = (row["partner"] for row in convention.parties)
    assert api.content.get(UID=city).title == "Commune de Neuville"
    made = api.content.get(UID=association)
    assert (made.title, made.legal_form, made.entity_kind) == ("Les Joyeux", "ASBL", "association")
    signer = convention.signatories[0]
    assert (signer["partner"], signer["name"]) == (association, "Jean Petit")


def test_the_partner_may_be_chosen(convention, portal):
    other = make_partner(portal, "Maison des jeunes", entity_kind="association").UID()
    accept(convention, keys(convention, "parties[1]"), {1: other})
    assert [row["partner"] for row in convention.parties] == [other]


def test_a_new_partner_may_be_asked_for_though_one_is_likely(convention):
    before = offers_of(convention).partners[0]
    accept(convention, keys(convention, "parties[0]"), {0: NEW})
    assert convention.parties[0]["partner"] != before


def test_a_row_and_its_cells(convention):
    with pytest.raises(UnprocessableEntity, match="row"):
        accept(convention, keys(convention, "prices[0].indexed"))
    accept(convention, keys(convention, "prices[0].indexed", "prices[0]"))
    (price,) = convention.prices
    assert (price["basis"], price["amount"], price["vat_rate"], price["indexed"]) == (
        "monthly",
        80,
        21,
        True,
    )
    assert offered(convention)["prices[0]"].state == "agrees"


def test_a_number_of_a_partner_is_written_into_the_partner(convention):
    accept(convention, keys(convention, "parties[0].iban"))
    partner = api.content.get(UID=offers_of(convention).partners[0])
    assert partner.iban == "BE43000000000101"
    assert offered(convention)["parties[0].iban"].state == "agrees"


def test_what_rests_on_an_unknown_partner_is_refused(convention):
    with pytest.raises(UnprocessableEntity, match="party"):
        accept(convention, keys(convention, "customer"))


def test_a_rejected_proposal_stays_rejected_until_it_is_taken_up_again(convention):
    (key,) = keys(convention, "duration_count")
    reject(convention, [key])
    assert offered(convention)["duration_count"].state == "rejected"
    take_text(convention, DOCUMENT.replace("Prix", "Redevance").encode(), "autre.txt")
    assert offered(convention)["duration_count"].state == "rejected"
    reject(convention, [key], again=True)
    assert offered(convention)["duration_count"].state == "open"


def test_what_the_convention_says_instead_is_told(convention):
    convention.duration_unit, convention.duration_count = "months", 6
    offer = offered(convention)["duration_count"]
    assert (offer.state, offer.current) == ("differs", 6)


def test_a_name_left_blank_is_incomplete(convention):
    take_text(convention, DOCUMENT.replace("Les Joyeux", "________").encode(), "a.txt")
    with pytest.raises(UnprocessableEntity, match="make a partner"):
        accept(convention, keys(convention, "parties[1]"))


def test_an_unknown_key_is_not_found(convention):
    with pytest.raises(NotFound):
        accept(convention, ["nothing"])


def test_parts_are_changed_added_moved_and_removed(convention):
    keep_part(convention, 2, {"title": "Terme", "body": "<p onclick='x'>Un <b>an</b>.</p>"})
    assert convention.text[2]["body"] == "<p>Un <strong>an</strong>.</p>"
    insert_part(convention, 3, {"part": "article", "number": "1bis", "title": "Suite"})
    assert convention.text[3]["number"] == "1bis"
    assert move_part(convention, 3, 1) == 4
    assert [row["number"] for row in convention.text[2:5]] == ["1", "2", "1bis"]
    assert move_part(convention, 0, -1) == 0
    remove_part(convention, 4)
    assert len(convention.text) == 5
    with pytest.raises(NotFound):
        remove_part(convention, 5)


def test_the_text_is_closed_once_the_council_has_approved_it(portal):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    made = make_convention(portal, partners)
    bring(made, "council_approved")
    with pytest.raises(Conflict):
        take_text(made, DOCUMENT.encode(), "a.txt")
    with pytest.raises(Conflict):
        accept(made, [])


def test_who_may_not_change_the_text_is_refused_before_anything_is_read(convention, as_roles):
    as_roles("Reader")
    with pytest.raises(Forbidden):
        take_text(convention, b"\x89PNG", "a.png")
    with pytest.raises(Forbidden):
        reject(convention, [])

"""The text of a convention as an author works with it: a file taken, its data accepted, an article
changed, all of it by keyboard and by screen reader."""

from browsing import follow
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


DOCUMENT = """Accord de prêt

ENTRE

La City, représentée par Mme Anne Dupré, Bourgmestre, ci-après « la Ville »

ET

L'ASBL Les Joyeux, représentée par Monsieur Jean Petit, Président, ci-après « l'ASBL »

Article 1 – Objet

Un local est prêté.

Article 2 – Durée

La convention est conclue pour une durée de deux ans.

Fait à Neuville, en deux exemplaires.
"""


@pytest.fixture
def draft(functional, people):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    make_partner(portal, "City")
    made = api.content.create(portal["conventions"], "Convention", title="Prêt", kind="other")
    transaction.commit()
    return made


@pytest.fixture
def page(draft, log_in):
    """An author before the text taken from a file."""
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/@@text")
    follow(page.get_by_role("link", name="Take the text from a file"))
    file = {"name": "accord.txt", "mimeType": "text/plain", "buffer": DOCUMENT.encode()}
    page.get_by_label("Document (DOCX").set_input_files(file)
    follow(page.get_by_role("button", name="Read the file"))
    return page


def test_from_the_file_to_the_data(page, draft, axe):
    assert "2 articles" in page.locator("#global_statusmessage").inner_text()
    axe(page)
    duration = page.locator(".tx-proposal", has_text="Number of months or years")
    assert duration.locator("mark").inner_text() == "deux ans"
    follow(duration.get_by_role("button", name="Accept: Number of months or years"))
    agreed = page.get_by_role("region", name="The convention says so already")
    assert agreed.locator(".tx-proposal", has_text="Number of months or years").count() == 1
    originals = page.locator(".tx-proposal", has_text="Number of originals")
    follow(originals.get_by_role("button", name="Reject"))
    rejected = page.get_by_role("region", name="Rejected")
    assert "Number of originals" in rejected.inner_text()


def test_several_are_accepted_together_and_a_partner_is_made(page, draft):
    for label in ("Parties", "Duration"):
        for box in page.get_by_role("checkbox", name=f"Choose: {label}", exact=True).all():
            box.check()
    follow(page.get_by_role("button", name="Accept the chosen").first)
    assert "Written into the convention: 4" in page.locator("#global_statusmessage").inner_text()
    transaction.begin()
    assert len(draft.parties) == 2
    assert (draft.duration_unit, draft.duration_count) == ("years", 2)


def test_nothing_chosen_is_said(page):
    follow(page.get_by_role("button", name="Accept the chosen").first)
    assert "Please choose" in page.get_by_role("alert").inner_text()


def test_the_text_is_read_by_its_contents(page, draft, axe):
    page.goto(f"{draft.absolute_url()}/@@text")
    axe(page)
    contents = page.get_by_role("navigation", name="Contents")
    contents.get_by_role("link", name="Article 2 – Durée").press("Enter")
    assert page.url.endswith("#part-3")
    assert page.locator("#part-3").get_by_role("heading").inner_text() == "Article 2 – Durée"


def test_an_article_is_moved_and_removed_and_keeps_its_number(page, draft):
    page.goto(f"{draft.absolute_url()}/@@text")
    follow(page.get_by_role("button", name="Move up: Article 2 – Durée"))
    assert page.locator("#part-2").get_by_role("heading").inner_text() == "Article 2 – Durée"
    follow(page.get_by_role("button", name="Remove: Article 1 – Objet"))
    assert page.get_by_role("heading", name="Article 1 – Objet").count() == 0


def test_an_article_is_changed_in_the_editor_by_keyboard(page, draft, axe):
    page.goto(f"{draft.absolute_url()}/@@text")
    follow(page.get_by_role("link", name="Change: Article 1 – Objet"))
    words = page.frame_locator(".tox-edit-area iframe").locator("body")
    words.press("Control+End")
    words.type(" Il est vide.")
    axe(page)
    page.get_by_label("Title").fill("But")
    follow(page.get_by_role("button", name="Save"))
    part = page.locator("#part-2")
    assert part.get_by_role("heading").inner_text() == "Article 1 – But"
    assert "Un local est prêté. Il est vide." in part.inner_text()


def test_who_was_faster_loses_nothing(page, draft):
    page.goto(f"{draft.absolute_url()}/@@edit-part?at=2")
    transaction.begin()
    draft.text = [{**row, "title": "Autre"} for row in draft.text]
    transaction.commit()
    page.get_by_label("Title").fill("Le mien")
    follow(page.get_by_role("button", name="Save"))
    assert "Somebody has changed" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Title").input_value() == "Le mien"


def test_a_new_article_is_written_where_it_was_asked_for(page, draft):
    page.goto(f"{draft.absolute_url()}/@@text")
    follow(page.get_by_role("link", name="Add after it: Article 1 – Objet"))
    page.get_by_role("textbox", name="Number").fill("1bis")
    page.get_by_label("Title").fill("Clés")
    follow(page.get_by_role("button", name="Save"))
    assert page.locator("#part-3").get_by_role("heading").inner_text() == "Article 1bis – Clés"


def test_a_text_is_replaced_only_when_that_is_said(page, draft):
    page.goto(f"{draft.absolute_url()}/@@import-text")
    file = {"name": "autre.txt", "mimeType": "text/plain", "buffer": b"Article 1 - Fin\n\nFin."}
    page.get_by_label("Document (DOCX").set_input_files(file)
    follow(page.get_by_role("button", name="Read the file"))
    assert "There is a text already" in page.get_by_role("alert").inner_text()
    page.get_by_label("Document (DOCX").set_input_files(file)
    page.get_by_label("Replace the text that is there").check()
    follow(page.get_by_role("button", name="Read the file"))
    assert "1 article" in page.locator("#global_statusmessage").inner_text()


def test_a_reader_reads_without_any_tool(page, draft, log_in, axe):
    reader = log_in("reader")
    reader.goto(f"{draft.absolute_url()}/@@text")
    axe(reader)
    assert reader.locator(".tx-part").count() == 5
    assert reader.locator(".tx-tools").count() == 0

"""The page of signatures: what copies show, and how one is kept."""

from browser.signed.conftest import PAPER
from browsing import follow
from collective.conventions.documents.signed.standing import copies as kept
from plone import api
from zipfile import ZipFile
import pytest
import signing
import transaction


def file_of(data):
    return {"name": "signed.pdf", "mimeType": "application/pdf", "buffer": data}


def fits(page, viewport):
    assert page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]


def test_what_the_copies_show(convention, copies, log_in, axe, viewport):
    page = log_in("reader")
    page.goto(convention.absolute_url())
    section = page.get_by_role("region", name="Signatures")
    assert "1 of 2 received" in " ".join(section.inner_text().split())
    axe(page)
    follow(section.get_by_role("link", name="Signatures, originals and the approved text"))
    axe(page)
    fits(page, viewport)
    assert page.get_by_text("Word for word the approved one").is_visible()
    good, other, scan = page.locator("article.cs-copy").all()
    assert "Its words are those of the approved text." in good.inner_text()
    assert good.locator("li.cs-good").count() == 2
    assert "Zoé Dupuis" in good.inner_text()
    assert "further signatures were added" in good.inner_text()
    assert "Article 2" in other.inner_text()
    assert "neuf ans" in other.inner_text()
    assert "Not intact" in other.inner_text()
    assert "a scan without words" in scan.inner_text()
    assert "It holds no electronic signature." in scan.inner_text()
    assert "qualified" not in page.content().lower()
    assert page.get_by_role("button", name="Keep").count() == 0


def test_a_copy_is_kept(convention, log_in, axe):
    page = log_in("signer")
    page.goto(f"{convention.absolute_url()}/@@signed")
    axe(page)
    page.get_by_label("Scan, or PDF").set_input_files(
        file_of(signing.signed(signing.paper(*PAPER)))
    )
    page.get_by_label("Title").fill("Signed by all")
    follow(page.get_by_role("button", name="Keep"))
    assert page.get_by_text("The signed copy is kept.").is_visible()
    assert page.get_by_role("link", name="Signed by all", exact=True).is_visible()
    axe(page)
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        (annex,) = kept(convention)
    assert (annex.title, annex.publication) == ("Signed by all", "parties")


def test_a_rule_is_made_stricter(convention, copies, log_in, axe):
    page = log_in("secretary")
    page.goto(copies[0].absolute_url())
    follow(page.get_by_role("link", name="Let fewer people read it"))
    axe(page)
    page.locator("#cs-reason").evaluate("one => one.required = false")
    follow(page.get_by_role("button", name="Change the rule"))
    assert page.get_by_role("alert").is_visible()
    axe(page)
    page.get_by_label("Reason").fill("It shows a signature.")
    follow(page.get_by_role("button", name="Change the rule"))
    assert page.get_by_text("From now on fewer people can read it.").is_visible()
    transaction.begin()
    assert copies[0].publication == "secretariat"
    page.goto(f"{convention.absolute_url()}/@@journal")
    assert page.get_by_text("Closed further: “Exemplaire signé”").is_visible()


def test_the_complete_file_is_a_button_away(convention, copies, log_in, tmp_path):
    page = log_in("reader")
    page.goto(convention.absolute_url())
    with page.expect_download() as started:
        page.get_by_role("link", name="Download the complete file (ZIP)").click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    assert path.name.startswith("Mise-a-disposition-")
    names = ZipFile(path).namelist()
    assert "index.html" in names
    assert "signed/Exemplaire-signe.txt" in names


@pytest.mark.parametrize("size", [(1280, 900), (390, 844)])
def test_the_index_is_a_page_for_everybody(convention, log_in, axe, tmp_path, size):
    page = log_in("author", viewport={"width": size[0], "height": size[1]})
    with page.expect_download() as started:
        page.goto(convention.absolute_url())
        page.get_by_role("link", name="Download the complete file (ZIP)").click()
    ZipFile(started.value.path()).extractall(tmp_path)
    for name in ("index.html", "convention/convention.html"):
        page.goto(f"file://{tmp_path / name}")
        axe(page, "body")
        assert page.evaluate("document.body.scrollWidth") <= size[0]

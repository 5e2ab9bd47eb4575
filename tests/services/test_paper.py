"""@paper: what the paper can be made into, and the files themselves."""

from dataclasses import asdict
from hashlib import sha256
from io import BytesIO
import docx
import pypdf
import pytest
import written


ROWS = [asdict(part) for part in written.TEXT]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def url(space, secretary):
    answer = secretary.post("conventions", space.complete(text=ROWS, reference="2027/1"))
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


def test_what_there_is_is_told(url, secretary):
    told = secretary.get(f"{url}/@paper").json()
    assert told["draft"] is True and told["fingerprint"] is None
    assert told["originals"] == 2
    assert told["files"] == {
        name: f"{url}/@paper?format={name}" for name in ("pdf", "docx", "html")
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [("pdf", "application/pdf"), ("docx", WORD), ("html", "text/html; charset=utf-8")],
)
def test_a_file_comes_with_the_headers_that_a_client_can_rely_on(url, secretary, name, kind):
    answer = secretary.get(f"{url}/@paper?format={name}&original=2")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].lower() == kind
    assert answer.headers["Content-Disposition"] == (
        f"attachment; filename*=UTF-8''2027-1-2.{name}"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = secretary.get(
        f"{url}/@paper?format={name}&original=2",
        headers={"If-None-Match": answer.headers["ETag"]},
    )
    assert again.status_code == 304


def test_the_files_say_what_the_text_says(url, secretary):
    pages = pypdf.PdfReader(BytesIO(secretary.get(f"{url}/@paper?format=pdf").content)).pages
    assert "Salle & loges" in "".join(page.extract_text() for page in pages)
    opened = docx.Document(BytesIO(secretary.get(f"{url}/@paper?format=docx").content))
    assert "Convention de mise à disposition" in [one.text for one in opened.paragraphs]
    assert "Salle &amp; loges" in secretary.get(f"{url}/@paper?format=html").text


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_a_file_arrives_as_it_was_made(url, secretary, name):
    """A web page too: nothing of the reader's session is written into it on its way."""
    answer = secretary.get(f"{url}/@paper?format={name}")
    assert answer.headers["ETag"] == f'"{sha256(answer.content).hexdigest()}"'
    again = secretary.get(answer.url, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("format=odt", "format"),
        ("format=docx&original=all", "original"),
        ("format=pdf&original=x", "original"),
        ("format=pdf&orignal=1", "orignal"),
    ],
)
def test_what_there_is_not_is_refused(url, secretary, asked, field):
    answer = secretary.get(f"{url}/@paper?{asked}")
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == [field]


def test_without_a_text_or_such_an_original_there_is_none(url, space, secretary):
    assert secretary.get(f"{url}/@paper?format=pdf&original=3").status_code == 404
    bare = secretary.post("conventions", space.complete()).json()["@id"]
    assert secretary.get(f"{bare}/@paper").status_code == 404

"""@signed, @archive and @restriction: the signing, the whole file, a rule made stricter."""

from base64 import b64encode
from factories import make_annex
from factories import make_convention
from io import BytesIO
from plone import api
from zipfile import ZipFile
import pytest
import signing
import transaction


WORDS = "La commune met à disposition deux locaux du centre culturel."
TEXT = [{"part": "article", "number": "1", "title": "Objet", "body": f"<p>{WORDS}</p>"}]


@pytest.fixture
def convention(space):
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        made = make_convention(
            space.portal, partners, "council_approved", text=[dict(row) for row in TEXT]
        )
    transaction.commit()
    return made


@pytest.fixture
def url(convention):
    return convention.absolute_url()


def sent(data, **values):
    file = {
        "data": b64encode(data).decode(),
        "encoding": "base64",
        "filename": "signed.pdf",
        "content-type": "application/pdf",
    }
    return {"file": file, **values}


def test_a_copy_is_kept_and_told(space, url):
    signer = space.client("signer")
    paper = signing.signed(signing.paper("Article 1 – Objet", WORDS))
    answer = signer.post(f"{url}/@signed", sent(paper, title="All have signed"))
    assert answer.status_code == 201, answer.text
    copy = answer.json()
    assert answer.headers["Location"] == copy["@id"]
    assert (copy["compared"], copy["findings"], copy["chain_checked"]) == (True, [], False)
    (signature,) = copy["signatures"]
    assert (signature["intact"], signature["whole"], signature["stamped"]) == (True, True, None)
    told = space.client("reader").get(f"{url}/@signed").json()
    assert told["copies"] == [copy]
    assert told["originals"]["total"] == 2
    assert told["originals"]["received"] == 0
    assert (told["text_changed"], told["signatures_readable"]) == (False, True)
    assert told["approved_text"] == told["present_text"]


def test_other_words_are_a_finding_in_the_language_of_the_reader(space, url):
    signer = space.client("signer")
    other = signing.paper("Article 1 – Objet", WORDS.replace("deux", "trois"))
    copy = signer.post(f"{url}/@signed", sent(other)).json()
    (finding,) = copy["findings"]
    assert (finding["code"], finding["severity"]) == ("words_differ", "severe")
    assert "trois" in finding["message"]
    assert copy["title"] == "Signed copy"


@pytest.mark.parametrize(
    ("data", "status"),
    [({}, 400), ({"file": "x"}, 400), (sent(b"x", publication="all"), 400), (sent(b"x", a=1), 400)],
)
def test_what_is_malformed_is_refused(space, url, data, status):
    assert space.client("signer").post(f"{url}/@signed", data).status_code == status


def test_a_closed_copy_is_kept_and_not_told_to_who_may_not_read_it(space, url):
    signer = space.client("signer")
    answer = signer.post(f"{url}/@signed", sent(b"scan", publication="secretariat"))
    assert answer.status_code == 201
    assert list(answer.json()) == ["@id"]
    assert signer.get(f"{url}/@signed").json()["copies"] == []
    (copy,) = space.client("secretary").get(f"{url}/@signed").json()["copies"]
    assert [one["code"] for one in copy["findings"]] == ["copy_no_pdf"]


def test_nothing_is_signed_before_the_approval(space):
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        draft = make_convention(space.portal, partners).absolute_url()
    transaction.commit()
    assert space.client("author").post(f"{draft}/@signed", sent(b"x")).status_code == 409
    assert space.client("reader").post(f"{draft}/@signed", sent(b"x")).status_code == 403


def test_the_complete_file(space, convention, url):
    with api.env.adopt_roles(["Manager"]):
        make_annex(convention, "Closed", "secretariat", b"closed words")
    transaction.commit()
    seen = {}
    for role in ("reader", "secretary"):
        answer = space.client(role).get(f"{url}/@archive")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/zip"
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        archive = ZipFile(BytesIO(answer.content))
        assert archive.testzip() is None
        seen[role] = "annexes/Closed.txt" in archive.namelist()
    assert seen == {"reader": False, "secretary": True}
    assert space.client().get(f"{url}/@archive").status_code == 401


def test_a_draft_stays_closed_to_who_may_export_elsewhere(space):
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        draft = make_convention(space.portal, partners).absolute_url()
    transaction.commit()
    assert space.client("finance").get(f"{draft}/@archive").status_code in (401, 403)
    assert space.client("reader").get(f"{draft}/@archive").status_code == 200


def test_an_annex_is_closed_further(space, convention):
    with api.env.adopt_roles(["Manager"]):
        annex = make_annex(convention, "Plan", "public")
    transaction.commit()
    place = f"{annex.absolute_url()}/@restriction"
    data = {"publication": "secretariat", "reason": "It names a child."}
    assert space.client("author").post(place, data).status_code == 403
    secretary = space.client("secretary")
    assert secretary.post(place, {**data, "reason": " "}).status_code == 400
    assert secretary.post(place, {**data, "publication": "public"}).status_code == 422
    assert secretary.post(place, {"publication": "secretariat"}).status_code == 400
    assert space.client("reader").get(annex.absolute_url()).status_code == 200
    assert secretary.post(place, data).status_code == 204
    assert space.client("reader").get(annex.absolute_url()).status_code == 401
    assert secretary.post(place, data).status_code == 422

"""POST: what is created, and what is refused without a trace."""

from base64 import b64encode
from collective.conventions.journal.storage import all_journals
from plone import api
import transaction


def faults(answer):
    """The places and codes of a refusal, its shape held on the way."""
    body = answer.json()
    assert {"type", "message", "errors"} <= set(body)
    assert body["message"] and isinstance(body["message"], str)
    for error in body["errors"]:
        assert set(error) == {"field", "row", "column", "code", "message"}
        assert error["message"] and "${" not in error["message"]
    return {(e["field"], e["row"], e["column"], e["code"]) for e in body["errors"]}


def nothing_was_made(space):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        return not space.portal["conventions"].objectIds() and not all_journals()


def test_a_convention_with_all_kinds_of_rows(space, secretary):
    commitment = {"partner": space.city, "description": "Profiles", "quantity": "12.5", "amount": 9}
    answer = secretary.post(
        "conventions",
        space.complete(
            commitments=[commitment],
            consents=[
                {
                    "kind": {"token": "logo_use", "title": "Use of the logo"},
                    "requested_by": space.city,
                    "description": "The logo on a poster",
                    "requested": "2024-07-01",
                }
            ],
            declared_value=12.5,
            language_versions=[{"language": "nl"}],
        ),
    )
    assert answer.status_code == 201
    assert answer.headers["Location"] == answer.json()["@id"]
    created = secretary.get(answer.headers["Location"]).json()
    assert created["declared_value"] == "12.5"
    row = created["commitments"][0]
    assert (row["quantity"], row["amount"], row["unit"], row["due"]) == ("12.5", "9", None, None)
    assert created["consents"][0]["answer"] == "pending"
    assert created["parties"][0]["role"] == "partner"
    assert created["language_versions"][0]["authoritative"] is True


def test_identifiers_are_kept_in_their_canonical_form(author):
    answer = author.post(
        "partners",
        {
            "@type": "Partner",
            "title": "A commune",
            "entity_kind": "commune",
            "enterprise_number": "BE 0207.373.429",
            "iban": "be68 5390 0754 7034",
            "contacts": [{"name": "A. Person", "email": " Desk@EXAMPLE.be "}],
        },
    )
    assert answer.status_code == 201, answer.text
    partner = answer.json()
    assert partner["enterprise_number"] == "0207373429"
    assert partner["iban"] == "BE68539007547034"
    assert partner["contacts"][0]["email"] == "Desk@example.be"


def test_an_annex_with_its_file(space, author):
    url = space.created("author")
    file = {"data": b64encode(b"text").decode(), "encoding": "base64", "filename": "a.txt"}
    answer = author.post(url, {"@type": "Annex", "title": "Annex", "file": file})
    assert answer.status_code == 201, answer.text
    assert author.get(f"{answer.json()['@id']}/@@download/file").content == b"text"
    # What was read is sent back: the file stays.
    patched = author.patch(answer.json()["@id"], answer.json())
    assert patched.status_code == 204, patched.text
    assert author.get(f"{answer.json()['@id']}/@@download/file").content == b"text"


def test_a_large_file_is_no_problem(space, author):
    url = space.created("author")
    file = {"data": b64encode(b"x" * 3 * 2**20).decode(), "encoding": "base64"}
    answer = author.post(url, {"@type": "Annex", "title": "Annex", "file": file})
    assert answer.status_code == 201, answer.text


def test_an_annex_whose_file_comes_in_pieces(space, author):
    url = space.created("author")
    about = {"filename": "prices.txt", "content-type": "text/plain", "@type": "Annex"}
    told = ",".join(f"{n} {b64encode(v.encode()).decode()}" for n, v in about.items())
    tus = {"Tus-Resumable": "1.0.0"}
    headers = {**tus, "Upload-Length": "4", "Upload-Metadata": told}
    begun = author("POST", f"{url}/@tus-upload", headers=headers)
    headers = {**tus, "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    done = author("PATCH", begun.headers["Location"], data=b"text", headers=headers)
    annex = author.get(done.headers["Location"]).json()
    assert (annex["title"], annex["file"]["filename"]) == ("prices.txt", "prices.txt")
    assert (annex["file"]["size"], annex["publication"]["token"]) == (4, "parties")


NO_FILES = [
    {"data": "%%%", "encoding": "base64"},
    {"data": "eA==", "encoding": "bz2"},
    {"data": ""},
    {"data": 3},
    {"data": "eA==", "content-type": "text/html\r\nX: y"},
    {"data": "eA==", "filename": "a\nb"},
    {"download": "http://localhost/x"},
    "text",
    None,
]


def test_a_file_that_is_none(space, author):
    url = space.created("author")
    for file in NO_FILES:
        answer = author.post(url, {"@type": "Annex", "title": "Annex", "file": file})
        assert answer.status_code == 400, file
        assert {field for field, *_ in faults(answer)} == {"file"}, file


def test_everything_that_is_wrong_is_said_at_once(space, author):
    answer = author.post(
        "conventions",
        {
            "@type": "Convention",
            "parties": [{"partner": "nobody"}, {"partner": space.city, "colour": "red"}, 3, None],
            "colour": "red",
            "declared_value": "12,5",
            "monetary": 1,
            "end_date": "31/12/2026",
            "notice_count": 1.5,
            "kind": ["partnership"],
        },
    )
    assert answer.status_code == 400
    assert faults(answer) == {
        ("title", None, None, "required"),
        ("parties", 0, "partner", "unknown_choice"),
        ("parties", 1, "colour", "unknown_column"),
        ("parties", 2, None, "not_a_row"),
        ("parties", 3, None, "not_a_row"),
        ("colour", None, None, "unknown_field"),
        ("declared_value", None, None, "not_a_number"),
        ("monetary", None, None, "wrong_type"),
        ("end_date", None, None, "not_a_date"),
        ("notice_count", None, None, "wrong_type"),
        ("kind", None, None, "wrong_type"),
    }
    assert nothing_was_made(space)


NUMBERS = {
    "12,5": "not_a_number",
    "NaN": "not_a_number",
    "Infinity": "not_a_number",
    True: "wrong_type",
    1e300: "too_large",
    10**400: "too_large",
    -1: "negative",
    1e-15: "too_many_decimals",
}


def test_numbers_that_are_none(space, author):
    for raw, code in NUMBERS.items():
        row = {"partner": space.city, "description": "Money", "amount": raw}
        answer = author.post("conventions", space.valid(commitments=[row], declared_value=raw))
        assert answer.status_code == 400, raw
        assert faults(answer) == {
            ("commitments", 0, "amount", code),
            ("declared_value", None, None, code),
        }


def test_characters_that_cannot_be_stored(space, author):
    for text in ("a\x00b", "a\x07b", "\ud800", "\uffff"):
        row = {"partner": space.city, "description": text}
        sent = space.valid(title=text, remarks=text, commitments=[row])
        answer = author.post("conventions", sent)
        assert answer.status_code == 400, ascii(text)
        assert faults(answer) == {
            ("title", None, None, "not_storable"),
            ("remarks", None, None, "not_storable"),
            ("commitments", 0, "description", "not_storable"),
        }


LIMITS = {
    "reference": ("x" * 101, "too_long"),
    "agenda_number": ("1\n2", "several_lines"),
    "end_date": ("1066-10-14", "date_out_of_range"),
    "originals": (0, "too_small"),
    "duration_count": (10**30, "too_large"),
    "responsible": (["nobody"], "unknown_choice"),
    "text_language": ("it", "unknown_choice"),
    "parties": ({}, "wrong_type"),
    "signatories": ([{}] * 501, "too_many"),
}


def test_the_limits_of_the_schema_hold(space, secretary):
    for name, (value, code) in LIMITS.items():
        answer = secretary.post("conventions", space.valid(**{name: value}))
        assert answer.status_code == 400, name
        assert (name, code) in {(field, found) for field, _row, _col, found in faults(answer)}


def test_rules_between_rows(space, author):
    parties = [{"partner": space.city}, {"partner": space.city}]
    signatories = [{"partner": space.region, "name": "A. Person"}]
    answer = author.post("conventions", space.valid(parties=parties, signatories=signatories))
    assert answer.status_code == 400
    assert faults(answer) == {
        ("parties", 1, "partner", "duplicate"),
        ("signatories", 0, "partner", "not_a_party"),
    }


BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "a text": b'"x"',
    "null": b"null",
    "not UTF-8": b'{"title": "\xff"}',
    "NaN": b'{"@type": "Convention", "declared_value": NaN}',
    "deep": b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "twice": b'{"@type": "Convention", "title": "a", "title": "b"}',
    "long number": b'{"@type": "Convention", "originals": ' + b"9" * 5000 + b"}",
    "huge exponent": b'{"@type": "Convention", "declared_value": 1e99999999999999999999}',
    "far exponent": b'{"@type": "Convention", "declared_value": 1e9999999}',
    "tiny exponent": b'{"@type": "Convention", "declared_value": 1e-9999999}',
    "no type": b'{"title": "a"}',
    "odd type": b'{"@type": 3}',
    "odd id": b'{"@type": "Convention", "id": ["a"]}',
}


def test_a_body_that_is_no_request(space, author):
    headers = {"Content-Type": "application/json"}
    for name, data in BODIES.items():
        answer = author("POST", "conventions", data=data, headers=headers)
        assert answer.status_code == 400, (name, answer.text)
        faults(answer)
    assert nothing_was_made(space)


def test_a_flood_of_faults_is_answered_with_a_part_of_them(space, author):
    row = {f"c{n}": n for n in range(2000)}
    answer = author.post("conventions", space.valid(contacts=[row], **{"x" * 5000: 1}))
    assert answer.status_code == 400
    assert len(answer.json()["errors"]) == 500
    assert len(answer.content) < 200_000


def test_a_body_that_is_too_large(space, author):
    answer = author.post("conventions", space.valid(remarks="x" * 11 * 2**20))
    assert answer.status_code == 413
    faults(answer)


def test_a_type_that_has_no_place_here(space, author):
    for portal_type in ("Partner", "Document", "Nonsense", "Plone Site"):
        answer = author.post("conventions", {"@type": portal_type, "title": "a"})
        assert answer.status_code == 403
        assert answer.json()["errors"] == []


def test_an_id_that_is_taken_or_impossible(space, author):
    assert author.post("conventions", space.valid(id="mine")).json()["id"] == "mine"
    for name in ("mine", "a/b", "_x", "@@view", ".."):
        answer = author.post("conventions", space.valid(id=name))
        assert answer.status_code == 400, name
        faults(answer)


def test_the_uid_is_given_by_the_space(space, manager):
    answer = manager.post("conventions", space.valid(UID="f" * 32))
    assert answer.json()["UID"] != "f" * 32


def test_what_the_user_may_not_record(space, author):
    answer = author.post("conventions", space.complete())
    assert answer.status_code == 403
    assert {field for field, *_ in faults(answer)} == {"council_date", "council_number"}
    assert nothing_was_made(space)


def test_what_cannot_be_known_of_a_draft(space, manager):
    answer = manager.post("conventions", space.valid(termination_date="2026-01-01"))
    assert answer.status_code == 409
    assert faults(answer) == {("termination_date", None, None, "locked")}


def test_who_may_add(space):
    for role in ("reader", "signer", "finance", None):
        assert space.client(role).post("conventions", space.valid()).status_code == 401
    assert nothing_was_made(space)


def test_new_conventions_may_hold_what_a_draft_may(functional):
    """The permissions where a convention is added are those that a draft gives."""
    portal = functional["portal"]
    (workflow,) = portal.portal_workflow.getWorkflowsFor("Convention")
    draft = workflow.states["draft"]
    for name in ("Edit Terms", "Record Decision", "Follow Up"):
        permission = f"collective.conventions: {name}"
        roles = {r["name"] for r in portal.rolesOfPermission(permission) if r["selected"]}
        given = set(draft.getPermissionInfo(permission)["roles"])
        assert roles == given - {"Convention Responsible"}

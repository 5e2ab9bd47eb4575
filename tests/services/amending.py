"""What the document tells of amendments, held against real answers."""

from collective.conventions.clock import today


FILE = {"data": "dGV4dA==", "filename": "a.txt", "content-type": "text/plain"}
TEXT = [{"part": "article", "number": "1", "title": "Access", "body": "<p>Each day.</p>"}]


def check_amendments(checked, space, secretary, signer):
    url = space.created(**space.complete(), text=TEXT)
    signed = [
        {**row, "date_signed": "2024-07-01"} for row in secretary.get(url).json()["signatories"]
    ]
    assert secretary.post(f"{url}/@workflow/approve").ok
    assert signer.patch(url, {"signatories": signed}).ok
    assert signer.post(f"{url}/@workflow/sign").ok
    convention = {"convention": url.rpartition("/")[2]}
    complete = space.complete()
    names = ("subject_matter", "council_date", "council_number", "signatories")
    new = {
        "@type": "Amendment",
        "title": "First amendment",
        "effective_rule": "last_signature",
        "changes": [{"field": "notice_count", "value": "6"}],
        "price_changes": [{"action": "remove", "row": "1"}],
        **{name: complete[name] for name in names},
    }
    wrong = {**new, "changes": [{"field": "notice_count", "value": "six"}]}
    checked(secretary, "addPart", wrong, 400, **convention)
    made = checked(secretary, "addPart", new, 201, **convention)
    part = {**convention, "part": made["id"]}
    checked(secretary, "takeStepOfAmendment", {}, 422, step="approve", **part)
    checked(secretary, "changePart", {"price_changes": []}, 204, **part)
    annex = {"@type": "Annex", "title": "Plan", "file": FILE}
    checked(secretary, "addAnnexOfAmendment", annex, 201, **part)
    checked(secretary, "readStepsOfInvoice", status=200, **part)
    checked(secretary, "takeStepOfAmendment", {}, 200, step="approve", **part)
    rows = [{**row, "date_signed": today().isoformat()} for row in made["signatories"]]
    checked(signer, "changePart", {"signatories": rows}, 204, **part)
    checked(signer, "takeStepOfAmendment", {}, 200, step="sign", **part)
    checked(secretary, "readPart", status=200, **part)
    checked(secretary, "changePart", {"changes": []}, 409, **part)
    told = checked(secretary, "readState", status=200, **convention)
    (value,) = [one["value"] for one in told["fields"] if one["name"] == "notice_count"]
    assert value == 6
    for operation in ("checkText", "compareTexts", "choosePaper"):
        checked(secretary, operation, status=200, **convention)

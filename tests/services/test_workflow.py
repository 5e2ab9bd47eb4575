"""@workflow: what is possible, and taking a step."""

from collective.conventions.lifecycle.steps import STEPS
from plone import api
import transaction


def test_what_each_step_lacks(space, secretary):
    url = space.created()
    answer = secretary.get(f"{url}/@workflow").json()
    assert answer["state"] == {"id": "draft", "title": "Draft"}
    (approve,) = answer["transitions"]
    assert (approve["id"], approve["facts"]) == ("approve", [])
    assert {error["field"] for error in approve["missing"]} >= {"subject_matter", "council_date"}


def test_the_reader_is_offered_no_step_and_no_history(space):
    url = space.created()
    answer = space.client("reader").get(f"{url}/@workflow").json()
    assert (answer["transitions"], answer["history"]) == ([], [])


def test_an_expanded_reading_holds_the_same(space, secretary):
    url = space.created()
    expanded = secretary.get(url, params={"expand": "workflow"}).json()["@components"]["workflow"]
    assert expanded == secretary.get(f"{url}/@workflow").json()
    assert set(secretary.get(url).json()["@components"]["workflow"]) == {"@id"}


def test_a_life(space, secretary, signer):
    url = space.created(**space.complete())
    approved = secretary.post(f"{url}/@workflow/approve", {"comment": "Decided"})
    assert approved.status_code == 200
    assert approved.json()["review_state"] == "council_approved"
    assert approved.json()["comments"] == "Decided"
    withdrawn = secretary.post(f"{url}/@workflow/withdraw", {"reason": "Annulled"})
    assert (withdrawn.status_code, withdrawn.json()["review_state"]) == (200, "draft")
    decision = {"council_date": "2024-06-24", "council_number": "13"}
    assert secretary.patch(url, decision).status_code == 204
    assert secretary.post(f"{url}/@workflow/approve").status_code == 200
    rows = signer.get(url).json()["signatories"]
    rows = [{**row, "date_signed": "2024-07-01"} for row in rows]
    assert signer.patch(url, {"signatories": rows}).status_code == 204
    assert signer.post(f"{url}/@workflow/sign", {}).status_code == 200
    end = {"termination_date": "2025-06-30", "termination_reason": "By agreement"}
    assert secretary.get(f"{url}/@workflow").json()["transitions"][0]["facts"] == sorted(end)
    terminated = secretary.post(f"{url}/@workflow/terminate", end)
    assert (terminated.status_code, terminated.json()["review_state"]) == (200, "terminated")
    assert secretary.get(url).json()["computed"]["in_force"] == {
        "start": "2024-07-01",
        "end": "2025-06-30",
        "today": False,
    }
    journal = secretary.get(f"{url}/@journal").json()
    steps = [entry["action"] for entry in journal["items"]]
    assert [step for step in steps if step in STEPS] == [
        "approve",
        "withdraw",
        "approve",
        "sign",
        "terminate",
    ]
    assert journal["verified"] is True


def test_a_refused_step_says_all_that_is_missing_and_changes_nothing(space, secretary):
    url = space.created()
    before = space.record(url)
    answer = secretary.post(f"{url}/@workflow/approve", {})
    assert answer.status_code == 422
    fields = {error["field"] for error in answer.json()["errors"]}
    assert fields >= {"subject_matter", "council_date", "council_number"}
    assert space.record(url) == before
    assert before[0]["computed"]["in_force"]["start"] is None
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        assert api.content.get(UID=before[0]["UID"]).effective_date is None


def test_the_same_step_again_is_a_conflict(space, secretary):
    url = space.created(**space.complete())
    assert secretary.post(f"{url}/@workflow/approve", {}).status_code == 200
    before = space.record(url)
    again = secretary.post(f"{url}/@workflow/approve", {})
    assert again.status_code == 409
    assert "Approved by the Council" in again.json()["message"]
    assert space.record(url) == before


def test_a_step_out_of_another_state_is_a_conflict(space, manager):
    url = space.created()
    assert manager.post(f"{url}/@workflow/sign", {}).status_code == 409


REFUSED = {
    "unknown key": ({"include_children": True}, "include_children", "unknown_field"),
    "date of effect": ({"effective": "2026-01-01"}, "effective", "unknown_field"),
    "another step's fact": (
        {"termination_date": "2026-01-01"},
        "termination_date",
        "unknown_field",
    ),
    "odd reason": ({"reason": {}}, "reason", "wrong_type"),
    "odd comment": ({"comment": 3}, "comment", "wrong_type"),
    "NUL": ({"comment": "\x00"}, "comment", "not_storable"),
    "long": ({"reason": "x" * 5001}, "reason", "too_long"),
}


def test_what_a_step_is_not_told(space, secretary):
    url = space.created(**space.complete())
    before = space.record(url)
    for name, (sent, field, code) in REFUSED.items():
        answer = secretary.post(f"{url}/@workflow/approve", sent)
        assert answer.status_code == 400, name
        assert [(e["field"], e["code"]) for e in answer.json()["errors"]] == [(field, code)]
    assert space.record(url) == before


def test_a_malformed_fact(space, manager):
    url = space.created()
    answer = manager.post(f"{url}/@workflow/terminate", {"termination_date": "soon"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "not_a_date"


def test_steps_that_do_not_exist(space, secretary):
    url = space.created()
    for path in ("@workflow", "@workflow/publish", "@workflow/approve/now"):
        assert secretary.post(f"{url}/{path}", {}).status_code == 404


def test_who_may_not(space):
    url = space.created(**space.complete())
    assert space.client("author").post(f"{url}/@workflow/approve", {}).status_code == 403
    assert space.client().post(f"{url}/@workflow/approve", {}).status_code == 401


def test_the_step_that_costs_its_actor_the_view(space, signer, secretary):
    """A signature officer does not see drafts, and may send one back."""
    url = space.created(**space.complete())
    secretary.post(f"{url}/@workflow/approve", {})
    answer = signer.post(f"{url}/@workflow/withdraw", {"reason": "A party left"})
    assert (answer.status_code, answer.json()["review_state"]) == (200, "draft")
    assert signer.get(url).status_code == 401

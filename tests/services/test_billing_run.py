"""@billing-run: issuing what is due, and the record of it."""

from collective.conventions.clock import today
from services.billed import errors


def test_a_run_issues_once_and_is_on_record(billed, finance):
    answer = finance.post("@billing-run", {"on": today().isoformat()})
    assert answer.status_code == 201
    made = answer.json()
    assert made["issued"] == [f"{today().year}-0001"]
    assert (made["failures"], made["complete"], made["on"]) == ([], True, today().isoformat())
    assert made["actor"].endswith("finance")
    assert finance.get(answer.headers["Location"]).json() == made
    again = finance.post("@billing-run", {}).json()
    assert (again["issued"], again["complete"]) == ([], True)
    listed = finance.get("@billing-run").json()
    assert listed["items"] == [again, made]
    items = finance.get(billed.convention.absolute_url()).json()["items"]
    assert [one["review_state"] for one in items] == ["issued"]


def test_only_some_conventions(billed, finance):
    other = billed.agree(title="Other")
    made = finance.post("@billing-run", {"only": [other.UID()]}).json()
    assert len(made["issued"]) == 1
    assert finance.get(billed.convention.absolute_url()).json()["items_total"] == 0
    assert finance.get(other.absolute_url()).json()["items_total"] == 1


def test_one_that_fails_stops_no_other_and_says_why(billed, finance):
    billed.agree(title="Bad", buyer_reference=None)
    made = finance.post("@billing-run", {}).json()
    assert len(made["issued"]) == 1
    (failure,) = made["failures"]
    assert failure["about"].startswith("Bad (") and "Hauteville" in failure["why"]


def test_everything_that_is_wrong_is_named_at_once(billed, finance):
    uid = billed.convention.UID()
    wrong = {"on": "2026-13-01", "only": [uid, "nothing", 7], "force": True}
    answer = finance.post("@billing-run", wrong)
    assert answer.status_code == 400
    assert errors(answer) == {
        ("on", None, None, "not_a_date"),
        ("only", 1, None, "unknown_choice"),
        ("only", 2, None, "wrong_type"),
        ("force", None, None, "unknown_field"),
    }
    far = finance.post("@billing-run", {"on": "2199-01-01"})
    assert errors(far) == {("on", None, None, "date_out_of_range")}
    assert finance.get("@billing-run").json()["items_total"] == 0


def test_naming_none_does_not_bill_all(billed, finance):
    refused = finance.post("@billing-run", {"only": []})
    assert errors(refused) == {("only", None, None, "required")}
    assert finance.get(billed.convention.absolute_url()).json()["items_total"] == 0


def test_a_run_that_was_stopped_goes_on_at_its_address(billed, finance, monkeypatch):
    other = billed.agree(title="Other")
    monkeypatch.setattr("collective.conventions.services.billing_run.add.SECONDS", 0.0)
    first = finance.post("@billing-run", {})
    assert (len(first.json()["issued"]), first.json()["complete"]) == (1, False)
    odd = finance.post(first.headers["Location"], {"on": "2026-01-01"})
    assert errors(odd) == {("on", None, None, "unknown_field")}
    second = finance.post(first.headers["Location"], {"only": [other.UID()]})
    assert (second.status_code, second.json()["complete"]) == (200, True)
    assert len(second.json()["issued"]) == 2
    assert finance.post(first.headers["Location"], {}).status_code == 409
    assert finance.post("@billing-run/nothing", {}).status_code == 404


def test_the_operator_bills_all_spaces(billed, owner, finance):
    made = owner.post("@billing-run", {"spaces": ["plone"]})
    assert made.status_code == 201
    found = made.json()
    assert (found["issued"], found["failures"], found["left"]) == (1, 0, [])
    assert found["complete"] and found["spaces"][0]["space"] == "plone"
    assert owner.get(made.headers["Location"]).json() == found
    assert owner.get("@billing-run").json()["items"] == [found]
    assert owner.post(made.headers["Location"], {}).status_code == 409
    assert owner.get("@billing-run/nothing").status_code == 404
    (inside,) = finance.get("@billing-run").json()["items"]
    assert inside["id"] == found["id"] and len(inside["issued"]) == 1
    wrong = owner.post("@billing-run", {"spaces": ["plone", "nowhere"], "on": 7, "only": []})
    assert errors(wrong) == {
        ("on", None, None, "not_a_date"),
        ("only", None, None, "unknown_field"),
    }
    unknown = owner.post("@billing-run", {"spaces": ["plone", "nowhere"]})
    assert errors(unknown) == {("spaces", 1, None, "unknown_choice")}
    assert finance.get(f"{owner.root}/@billing-run").status_code == 401
    assert finance.post(f"{owner.root}/@billing-run", {}).status_code == 401


def test_there_is_no_other_run(billed, finance):
    assert finance.get("@billing-run/nothing").status_code == 404
    assert finance.get("@billing-run/a/b").status_code == 404


def test_who_may(billed, reader, secretary, author, space):
    assert {one.get("@billing-run").status_code for one in (reader, secretary)} == {200}
    assert author.get("@billing-run").status_code == 401
    for client in (reader, secretary, author, space.client()):
        assert client.post("@billing-run", {}).status_code == 401
    assert space.client("finance").get("@billing-run").json()["items_total"] == 0

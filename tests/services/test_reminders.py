"""Reminders through REST: rules replaced as a whole, mails foreseen, mails that were sent."""

from collective.conventions.clock import today
from collective.conventions.deadlines.preferences import Preferences
from collective.conventions.deadlines.preferences import set_preferences
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.rules import DEFAULTS
from collective.conventions.deadlines.reminders.run import run
from collective.conventions.deadlines.reminders.settings import ADDRESS
from datetime import timedelta
from factories import make_convention
from plone import api
from Products.MailHost.MailHost import MailBase
import pytest
import transaction


ADDRESS_OF_LINKS = "https://conventions.example.be/bxl"
REPORT = {"what": "commitment_due", "days_before": "20", "recipients": "responsible"}


@pytest.fixture
def mails(monkeypatch):
    sent = []
    monkeypatch.setattr(MailBase, "_send", lambda host, sender, to, message, *more: sent.append(to))
    return sent


@pytest.fixture
def convention(space, mails):
    """An agreement whose report is due in ten days; the secretary looks after it."""
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    api.portal.set_registry_record(ADDRESS, ADDRESS_OF_LINKS)
    due = {
        "partner": space.city,
        "description": "The report",
        "due": today() + timedelta(days=10),
    }
    contact = {"partner": space.city, "name": "Nora Nomail"}
    with api.env.adopt_roles(["Manager"]):
        made = make_convention(
            space.portal,
            list(space.portal["partners"].objectValues()),
            "signed",
            title="Orchard",
            commitments=[due],
            contacts=[contact],
        )
    transaction.commit()
    return made


def reading(client, path="@reminders", **params):
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def of(convention):
    return f"{convention.absolute_url()}/@reminders"


def codes(answer):
    assert answer.status_code == 400, answer.text
    return [
        (one["field"], one["row"], one["column"], one["code"]) for one in answer.json()["errors"]
    ]


def test_a_new_space_has_the_usual_rules(secretary):
    found = reading(secretary)
    assert len(found["rules"]) == len(DEFAULTS)
    assert found["rules"] == found["usual_rules"]
    assert found["rules"][0] == {
        "what": "notice_by",
        "days_before": "60, 30, 7",
        "repeat_days": None,
        "recipients": "responsible",
    }


def test_what_was_read_can_be_sent_back(secretary):
    rules = [*reading(secretary)["rules"][:2], {**REPORT, "days_before": "7,7 , 30"}]
    for _again in range(2):
        assert secretary.patch("@reminders", {"rules": rules}).status_code == 204
        found = reading(secretary)["rules"]
        assert [row["days_before"] for row in found] == ["60, 30, 7", "60, 30, 7", "30, 7"]
    assert secretary.patch("@reminders", {"rules": found}).status_code == 204
    assert reading(secretary)["rules"] == found


def test_the_same_again_writes_nothing(space, secretary):
    rules = {"rules": [{**REPORT, "repeat_days": None}], "address": ADDRESS_OF_LINKS}
    secretary.patch("@reminders", rules)
    database = space.portal._p_jar.db()
    before = database.lastTransaction()
    assert secretary.patch("@reminders", rules).status_code == 204
    assert database.lastTransaction() == before


def test_everything_wrong_is_named_at_once_and_nothing_is_changed(secretary):
    before = reading(secretary)
    answer = secretary.patch(
        "@reminders",
        {
            "rules": [
                {"what": "tomorrow", "recipients": "responsible"},
                {"what": "ends", "repeat_days": 0, "colour": "red"},
            ],
            "address": "javascript:alert(1)",
            "sender": "x",
        },
    )
    assert set(codes(answer)) == {
        ("sender", None, None, "unknown_field"),
        ("rules", 0, "what", "unknown_choice"),
        ("rules", 1, "repeat_days", "too_small"),
        ("rules", 1, "recipients", "required"),
        ("rules", 1, "colour", "unknown_column"),
        ("address", None, None, "not_a_url"),
    }
    assert reading(secretary) == before


def test_rules_that_contradict_each_other_are_refused(secretary):
    rows = [{**REPORT, "days_before": "soon"}, REPORT, REPORT]
    assert set(codes(secretary.patch("@reminders", {"rules": rows}))) == {
        ("rules", 0, "days_before", "days_malformed"),
        ("rules", 1, "what", "duplicate"),
        ("rules", 2, "what", "duplicate"),
    }


@pytest.mark.parametrize("rules", [None, "all", {"what": "ends"}, [1]])
def test_what_are_no_rules_is_refused(secretary, rules):
    assert secretary.patch("@reminders", {"rules": rules}).status_code == 400
    assert len(reading(secretary)["rules"]) == len(DEFAULTS)


def test_nobody_is_reminded_without_rules(convention, secretary):
    assert reading(secretary)["preview"]["items_total"] == 1
    assert secretary.patch("@reminders", {"rules": []}).status_code == 204
    assert reading(secretary)["rules"] == []
    assert reading(secretary)["preview"]["items_total"] == 0


def test_the_preview_is_the_plan_and_sends_nothing(convention, secretary, mails):
    (mail,) = plan(today())
    preview = reading(secretary)["preview"]
    (said,) = preview["items"]
    assert (said["subject"], said["body"]) == (mail.subject, mail.body)
    assert said["recipient"]["email"] == "secretary@example.be"
    assert f"{ADDRESS_OF_LINKS}/conventions/orchard" in said["body"]
    assert said["items"] == [
        {
            "uid": convention.UID(),
            "title": "Orchard",
            "what": "commitment_due",
            "key": "commitment_due-0",
            "day": (today() + timedelta(days=10)).isoformat(),
            "days_after": -14,
        }
    ]
    assert preview["obstacles"] == []
    assert mails == []


def test_another_day_can_be_asked_for(convention, secretary):
    day = today() + timedelta(days=10)
    preview = reading(secretary, today=day.isoformat())["preview"]
    assert preview["today"] == day.isoformat()
    assert preview["items"][0]["items"][0]["days_after"] == 0
    for day in ("yesterday", "2020-01-01", "2199-12-31", "20261231T"):
        assert secretary.get("@reminders", params={"today": day}).status_code == 400


def test_who_cannot_be_reached_is_named(convention, secretary):
    rows = [{**REPORT, "recipients": "contacts"}, {**REPORT, "recipients": "finance_officers"}]
    secretary.patch("@reminders", {"rules": rows})
    transaction.begin()
    api.group.remove_user(groupname="finance_officers", username="finance")
    transaction.commit()
    found = reading(secretary)["preview"]["unreachable"]
    assert found["groups"] == ["finance_officers"]
    assert found["contacts"] == [
        {
            "name": "Nora Nomail",
            "convention": "Orchard",
            "url": convention.absolute_url(),
        }
    ]
    api.user.get(username="secretary").setMemberProperties({"email": "", "fullname": "Sara"})
    transaction.commit()
    secretary.patch("@reminders", {"rules": [REPORT]})
    assert reading(secretary)["preview"]["unreachable"]["members"] == ["Sara"]


def test_what_was_sent_is_told_once(convention, secretary, mails):
    run(today())
    found = reading(secretary)
    assert len(mails) == 1
    assert found["preview"]["items_total"] == 0
    (sent,) = found["history"]["items"]
    assert sent["items"][0]["title"] == "Orchard"
    assert reading(secretary, b_size=0)["history"] == {"items_total": 1, "items": []}


def test_of_one_convention(convention, space, secretary):
    own = {"what": "commitment_due", "days_before": "15", "recipients": "council_secretaries"}
    answer = secretary.patch(convention.absolute_url(), {"reminders": [own]})
    assert answer.status_code == 204, answer.text
    found = reading(space.client("reader"), of(convention))
    ours = [rule for rule in found["rules"] if rule["of"] == "convention"]
    assert ours == [{**own, "repeat_days": None, "of": "convention"}]
    assert "commitment_due" not in {r["what"] for r in found["rules"] if r["of"] == "space"}
    (due,) = found["preview"]["items"]
    assert (due["what"], due["days_after"]) == ("commitment_due", -15)
    assert "secretary@example.be" not in str(found)
    transaction.begin()
    run(today())
    found = reading(space.client("reader"), of(convention))
    assert found["preview"]["items"] == []
    assert found["history"]["items"][0]["items"][0]["days_after"] == -15


def test_who_wants_no_mails_is_not_announced(convention, secretary):
    set_preferences("secretary", Preferences("none"))
    transaction.commit()
    assert reading(secretary, of(convention))["preview"]["items"] == []
    assert reading(secretary)["preview"]["items"] == []


@pytest.mark.parametrize("role", [None, "reader", "author", "signer", "finance"])
def test_nobody_else_looks_after_them(space, secretary, role):
    client = space.client(role)
    assert client.get("@reminders").status_code == 401
    assert client.patch("@reminders", {"rules": []}).status_code == 401
    assert len(reading(secretary)["rules"]) == len(DEFAULTS)


def test_a_draft_tells_only_who_sees_it(space):
    url = f"{space.created()}/@reminders"
    assert space.client("finance").get(url).status_code == 401
    assert space.client("reader").get(url).status_code == 200

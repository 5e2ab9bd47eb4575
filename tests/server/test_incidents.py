"""An incident from its report to its end: every step dated, reasoned, and in the journals (C10)."""

from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server import journal
from collective.conventions.server.incident_steps import possible
from collective.conventions.server.incidents import incident
from collective.conventions.server.incidents import incidents
from collective.conventions.server.incidents import report
from collective.conventions.server.incidents import take
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from datetime import datetime
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.uuid.interfaces import IUUID
from server.closing import JSON
from server.closing import make_server
from server.closing import OPERATOR
import pytest
import transaction


SEEN = {"kind": "intrusion", "title": "Odd logins", "text": "At night.", "happened": "Monday"}


@pytest.fixture(scope="class")
def server(functional_app_class, functional_portal_class):
    login(functional_app_class, SITE_OWNER_NAME)
    return make_server(functional_app_class)


@pytest.fixture
def reported(server):
    return report(server.app, "namur", actor="reader", name="R. Eader", **SEEN)


def step(server, one, kind, reason="Because", **options):
    return take(server.app, one.id, kind, reason=reason, actor="rita", **options)


class TestSteps:
    def test_a_report_is_dated_and_by_somebody(self, server, reported):
        first = reported.steps[0]
        assert (first.kind, first.actor, first.name, first.own) == (
            "reported",
            "reader",
            "R. Eader",
            True,
        )
        assert datetime.fromisoformat(first.instant).utcoffset().total_seconds() == 0
        assert (reported.state, reported.severity, reported.reporter) == ("new", "", "reader")
        assert incident(server.app, reported.id) == reported

    def test_numbers_follow_each_other(self, server, reported):
        second = report(server.app, "dinant", actor="reader", **SEEN)
        year, number = reported.id.split("-")
        assert second.id == f"{year}-{int(number) + 1:05}"
        assert incidents(server.app)[0] == second
        assert {one.space_id for one in incidents(server.app, "dinant")} == {"dinant"}

    def test_from_assessment_to_the_end(self, server, reported):
        step(server, reported, "triaged", detail={"severity": "serious"})
        step(server, reported, "warned", "Change all passwords.")
        asked = step(server, reported, "asked", "Who was at work that night?")
        assert asked.awaits_answer
        take(server.app, reported.id, "answered", reason="Nobody.", actor="reader", own=True)
        step(server, reported, "suspended", detail={"scope": "space"})
        assert is_suspended(server.app["namur"]).reason == "Because"
        step(server, reported, "authorities", detail={"authority": "Parquet de Namur"})
        step(server, reported, "reinstated")
        assert is_suspended(server.app["namur"]) is None
        done = step(server, reported, "closed")
        assert (done.state, done.severity, done.awaits_answer) == ("closed", "serious", False)
        assert possible(done, False) == ("reopened",)
        assert step(server, reported, "reopened").state == "open"
        assert all(one.reason and one.instant and one.actor for one in done.steps)

    def test_the_journals_hold_every_step(self, server, reported):
        before = len(journal.history(server.app))
        step(server, reported, "noted", "For us only.")
        step(server, reported, "warned", "For them too.")
        step(server, reported, "suspended", detail={"scope": "accounts", "accounts": ["reader"]})
        step(server, reported, "reinstated")
        noted = journal.history(server.app)[before:]
        assert [(e.action, e.actor, e.subject) for e in noted] == [
            ("incident_noted", "rita", "namur"),
            ("incident_warned", "rita", "namur"),
            ("suspend", "rita", "namur"),
            ("reinstate", "rita", "namur"),
        ]
        assert all(e.after["incident"] == reported.id for e in noted)
        assert journal.breaks(server.app) == ()
        with entered(server.app, "namur") as portal:
            told = [*find(IUUID(portal))][-4:]
        assert [(e.action, e.actor) for e in told] == [
            ("incident_reported", "reader"),
            ("incident_warned", "server/rita"),
            ("suspended", "server/rita"),
            ("reinstated", "server/rita"),
        ]

    def test_the_entity_is_not_told_of_the_authorities_unless_one_says_so(self, server, reported):
        hidden = step(server, reported, "authorities", detail={"authority": "Parquet"})
        assert [one.kind for one in hidden.told().steps] == ["reported"]
        shown = step(server, reported, "authorities", detail={"authority": "Police"}, told=True)
        assert shown.told().steps[-1].detail == {"authority": "Police"}
        kept = step(server, reported, "warned", told=False)
        assert kept.told() == shown.told()

    def test_a_suspension_is_always_told(self, server, reported):
        detail = {"scope": "accounts", "accounts": ["reader"]}
        done = step(server, reported, "suspended", told=False, detail=detail)
        assert done.steps[-1].told
        step(server, reported, "reinstated")

    def test_nothing_is_closed_while_the_space_is(self, server, reported):
        step(server, reported, "suspended", detail={"scope": "space"})
        with pytest.raises(Conflict):
            step(server, reported, "closed")
        step(server, reported, "reinstated")

    @pytest.mark.parametrize(
        ("refusal", "kind", "options"),
        [
            (UnprocessableEntity, "warned", {"reason": " "}),
            (UnprocessableEntity, "warned", {"reason": "x" * 10_001}),
            (UnprocessableEntity, "forgiven", {}),
            (UnprocessableEntity, "triaged", {}),
            (UnprocessableEntity, "triaged", {"detail": {"severity": "huge"}}),
            (UnprocessableEntity, "suspended", {}),
            (UnprocessableEntity, "suspended", {"detail": {"scope": "accounts"}}),
            (UnprocessableEntity, "authorities", {"detail": {"authority": " "}}),
            (Conflict, "answered", {}),
            (Conflict, "reinstated", {}),
            (Conflict, "reopened", {}),
            (Forbidden, "closed", {"own": True}),
            (Forbidden, "suspended", {"own": True, "detail": {"scope": "space"}}),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, server, reported, refusal, kind, options):
        with pytest.raises(refusal):
            step(server, reported, kind, **options)
        assert incident(server.app, reported.id) == reported
        assert is_suspended(server.app["namur"]) is None

    @pytest.mark.parametrize("lacking", ["kind", "title", "text"])
    def test_a_report_lacks_nothing(self, server, lacking):
        with pytest.raises(UnprocessableEntity) as refused:
            report(server.app, "namur", actor="reader", **{**SEEN, lacking: ""})
        assert [finding.field for finding in refused.value.findings] == [lacking]

    def test_there_is_a_space_and_an_incident(self, server):
        with pytest.raises(NotFound):
            report(server.app, "nowhere", actor="reader", **SEEN)
        with pytest.raises(NotFound):
            take(server.app, "1999-00001", "closed", reason="Because", actor="rita")


class TestService:
    """Members report and answer in their space, operators do the rest on the root."""

    def post(self, server, address, auth, **body):
        return server.ask("POST", address, json=body, auth=auth, headers=JSON)

    def test_each_reads_what_is_his(self, server):
        namur, dinant = server.towns["namur"], server.towns["dinant"]
        mine = self.post(server, f"{namur.url}/@incidents", namur.auth("reader"), **SEEN)
        assert mine.status_code == 201, mine.text
        number = mine.json()["id"]
        assert mine.headers["Location"] == f"{namur.url}/@incidents/{number}"

        def seen(town, person):
            url = f"{town.url}/@incidents"
            answer = server.ask("GET", url, auth=town.auth(person), headers=JSON)
            return number in [one["id"] for one in answer.json()["items"]]

        assert seen(namur, "reader")
        assert seen(namur, "manager")
        assert not seen(namur, "rita")
        assert not seen(dinant, "manager")
        for town, auth in ((namur, None), (namur, dinant.auth("reader"))):
            url = f"{town.url}/@incidents"
            assert server.ask("GET", url, auth=auth, headers=JSON).status_code == 401
            assert self.post(server, url, auth, **SEEN).status_code == 401

    def test_an_operator_takes_the_steps_and_the_entity_answers(self, server):
        namur = server.towns["namur"]
        own, root = f"{namur.url}/@incidents", f"{server.url}/@incidents"
        number = self.post(server, own, namur.auth("reader"), **SEEN).json()["id"]
        one = f"{root}/{number}"
        assert (
            "triaged"
            in server.ask("GET", one, auth=OPERATOR, headers=JSON).json()["possible_steps"]
        )
        asked = self.post(server, one, OPERATOR, step="asked", reason="Who was it?")
        assert asked.status_code == 200
        assert asked.json()["steps"][-1]["actor"] == "rita"
        secret = {"step": "authorities", "reason": "A crime.", "authority": "Parquet"}
        assert self.post(server, one, OPERATOR, **secret).status_code == 200
        answer = self.post(server, f"{own}/{number}", namur.auth("rita"), answer="I")
        assert answer.status_code == 404
        answer = self.post(server, f"{own}/{number}", namur.auth("manager"), answer="Nobody.")
        assert answer.status_code == 200
        assert [found["kind"] for found in answer.json()["steps"]] == [
            "reported",
            "asked",
            "answered",
        ]
        assert "Parquet" not in answer.text
        every = server.ask("GET", f"{root}?space=namur&state=open", auth=OPERATOR, headers=JSON)
        assert number in [found["id"] for found in every.json()["items"]]

    def test_the_root_is_for_operators(self, server):
        namur = server.towns["namur"]
        url = f"{server.url}/@incidents"
        for auth in (None, namur.auth("manager"), namur.auth("chief"), namur.auth("rita")):
            assert server.ask("GET", url, auth=auth, headers=JSON).status_code == 401
            body = {**SEEN, "space": "namur"}
            assert self.post(server, url, auth, **body).status_code == 401
        made = self.post(server, url, OPERATOR, space="namur", **SEEN)
        assert made.status_code == 201
        assert made.json()["steps"][0]["of_the_space"] is False
        refused = self.post(server, url, OPERATOR, space="nowhere", **SEEN)
        assert refused.status_code in (400, 422)
        assert [error["field"] for error in refused.json()["errors"]] == ["space"]

    def test_what_is_wrong_is_said_field_by_field(self, server):
        namur = server.towns["namur"]
        refused = self.post(server, f"{namur.url}/@incidents", namur.auth("reader"), title="Odd")
        assert refused.status_code == 422
        assert [error["field"] for error in refused.json()["errors"]] == ["kind", "text"]
        answer = self.post(server, f"{namur.url}/@incidents", namur.auth("reader"), nonsense=1)
        assert answer.status_code == 400
        transaction.begin()

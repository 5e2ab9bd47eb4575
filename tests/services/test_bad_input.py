"""Whatever is sent to the services of spaces and of the server: each fault is named, and nothing
is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from services.world import REPORT
from services.world import TOOL
from services.world import World
import pytest


TEXT = (7, True, 1.5, [], ["x"], {}, {"token": 7}, "\x00")
#: What is wrong for a field of each kind.
WRONG = {
    "text": TEXT,
    "choice": (*TEXT, "nothing of the kind"),
    "flag": ("yes", 1, [], {}),
    "day": (7, True, "yesterday", "2026-02-31", "31/12/2026", [], {}),
    "file": (7, "x", [], {}, {"data": 7}, {"data": "#"}, {"data": "WA==", "encoding": "hex"}),
    "whole": ("much", True, 1.5, -1, [], {}, 10**30),
    "size": ("much", True, -1, [], {}, 10**30, "3 XB", None, ""),
    "list": ("x", 7, {}, [7], [None], [["x"]], ["nobody"], ["x"] * 501),
    "object": (
        "x",
        7,
        [],
        ["x"],
        {},
        {"name": 7},
        {"name": "Eva"},
        {"name": "Eva", "email": "nobody"},
        {"name": "E\x00a", "email": "eva@example.be"},
        {"name": "Eva", "email": "eva@example.be", "password": "Correct-horse-7"},
    ),
}
EMPTY = (None, "", " \t")
#: Bodies of which no field can be read.
BROKEN = (
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"7",
    b"\xff\xfe",
    b'{"reason": NaN}',
    b'{"reason": "a", "reason": "b"}',
    b'{"reason": 1e99999999999999999999}',
    b'{"reason": ' + b"[" * 100_000,
)


@dataclass(frozen=True)
class Writing:
    """A service that writes, a body that it takes, and what its fields hold."""

    who: str
    method: str
    path: str
    valid: Mapping[str, object]
    fields: Mapping[str, str]
    #: What may be neither left out nor emptied.
    needed: tuple[str, ...] = ()
    longest: Mapping[str, int] = field(default_factory=dict)
    #: What may be left out, but not emptied.
    filled: tuple[str, ...] = ()


SIGNED = {
    "document": "charter",
    "version": "1",
    "signed": "2026-01-15",
    "file": {"data": "WA==", "filename": "x.pdf"},
}
TOOL_FIELDS = dict.fromkeys(("title", "description", "guide", "contact"), "text")
TOOL_LONGEST = {"title": 100, "guide": 20000, "contact": 1000}
SPACE = {"id": "huy", "title": "Huy", "kind": "cpas"}
FACTS = {
    "title": "text",
    "kind": "choice",
    "nis_code": "choice",
    "commune": "choice",
    "limit": "whole",
    "notes": "text",
}
LONG_FACTS = {"title": 200, "notes": 10_000}
REPORT_FIELDS = {"kind": "choice", "title": "text", "text": "text", "happened": "text"}
LONG_REPORT = {"title": 200, "happened": 200, "text": 10_000}
WRITINGS = {
    "make a space": Writing(
        "operator",
        "POST",
        "/@spaces",
        SPACE,
        {**FACTS, "id": "choice", "language": "choice", "description": "text", "manager": "object"},
        ("id", "title"),
        {**LONG_FACTS, "id": 50, "description": 1000},
    ),
    "change a space": Writing(
        "operator",
        "PATCH",
        "/@spaces/plone",
        {"kind": "cpas"},
        {**FACTS, "reason": "text"},
        filled=("title",),
        longest={**LONG_FACTS, "reason": 1000},
    ),
    "admit": Writing(
        "operator",
        "POST",
        "/@team",
        {"login": "sam", "name": "Sam"},
        {"login": "choice", "name": "text", "organisation": "text", "email": "choice"},
        ("login", "name"),
        {"login": 100, "name": 100, "organisation": 100},
    ),
    "publish": Writing("operator", "PATCH", "/@team", {}, {"published": "flag"}),
    "sign": Writing(
        "operator",
        "POST",
        "/@team/ina/signatures",
        SIGNED,
        {"document": "choice", "version": "text", "signed": "day", "file": "file"},
        ("document", "version", "signed", "file"),
        {"version": 100},
    ),
    "make a code": Writing("operator", "POST", "/@team/ina/code", {}, {}),
    "end a membership": Writing(
        "operator", "DELETE", "/@team/ina", {}, {"reason": "text"}, longest={"reason": 1000}
    ),
    "record an incident": Writing(
        "operator",
        "POST",
        "/@incidents",
        {"space": "plone", **REPORT},
        {"space": "choice", **REPORT_FIELDS},
        ("space", "kind", "title", "text"),
        LONG_REPORT,
    ),
    "assess": Writing(
        "operator",
        "POST",
        "/@incidents/{incident}",
        {"step": "triaged", "reason": "Why", "severity": "low"},
        {"step": "choice", "reason": "text", "severity": "choice", "told": "flag"},
        ("step", "reason", "severity"),
        {"reason": 10_000},
    ),
    "suspend": Writing(
        "operator",
        "POST",
        "/@incidents/{incident}",
        {"step": "suspended", "reason": "Why", "scope": "accounts", "accounts": ["reader"]},
        {"scope": "choice", "accounts": "list"},
        ("scope", "accounts"),
    ),
    "inform": Writing(
        "operator",
        "POST",
        "/@incidents/{incident}",
        {"step": "authorities", "reason": "Why", "authority": "Parquet"},
        {"authority": "text"},
        ("authority",),
        {"authority": 200},
    ),
    "offer a tool": Writing(
        "operator",
        "POST",
        "/@tool-catalogue",
        TOOL,
        {**TOOL_FIELDS, "id": "choice", "profile": "choice"},
        ("id", "title", "description", "contact", "profile"),
        {**TOOL_LONGEST, "id": 50},
    ),
    "change a tool": Writing(
        "operator",
        "PATCH",
        "/@tool-catalogue/known",
        {},
        {**TOOL_FIELDS, "profile": "choice"},
        filled=("title", "description", "contact", "profile"),
        longest=TOOL_LONGEST,
    ),
    "answer a request": Writing(
        "operator",
        "PATCH",
        "/@tool-requests/plone/1",
        {"state": "declined", "reason": "No."},
        {"state": "choice", "reason": "text", "workload": "text", "benefit": "text"},
        ("state", "reason"),
        {"reason": 5000, "workload": 5000, "benefit": 5000},
    ),
    "upgrade": Writing("operator", "POST", "/@upgrades", {}, {"spaces": "list"}, ("spaces",)),
    "limit": Writing(
        "operator", "PATCH", "@storage", {"limit": "3 GB"}, {"limit": "size"}, ("limit",)
    ),
    "grant": Writing(
        "operator",
        "PATCH",
        "@advanced-access/plone-1",
        {"state": "granted"},
        {"state": "choice", "until": "day"},
        ("state", "until"),
    ),
    "decline": Writing(
        "operator",
        "PATCH",
        "@advanced-access/plone-1",
        {"state": "declined", "reason": "No."},
        {"state": "choice", "reason": "text"},
        ("state", "reason"),
        {"reason": 1000},
    ),
    "ask for access": Writing(
        "manager", "POST", "@advanced-access", {}, {"reason": "text"}, ("reason",), {"reason": 1000}
    ),
    "report an incident": Writing(
        "author", "POST", "@incidents", REPORT, REPORT_FIELDS, tuple(REPORT), LONG_REPORT
    ),
    "answer about an incident": Writing(
        "manager",
        "POST",
        "@incidents/{incident}",
        {},
        {"answer": "text"},
        ("answer",),
        {"answer": 10_000},
    ),
    "ask for a tool": Writing(
        "manager",
        "POST",
        "@requests",
        {"kind": "tool", "tool": "known"},
        {"kind": "choice", "tool": "choice", "text": "text"},
        ("kind", "tool"),
        {"text": 5000},
    ),
    "ask for an adaptation": Writing(
        "manager",
        "POST",
        "@requests",
        {"kind": "adaptation", "text": "More."},
        {"text": "text"},
        ("text",),
    ),
    "settings": Writing(
        "manager",
        "PATCH",
        "@controlpanels/conventions",
        {},
        {
            "kind": "choice",
            "text_language": "choice",
            "monetary": "flag",
            "notice_count": "whole",
            "notice_unit": "choice",
            "notice_means": "choice",
            "notice_basis": "choice",
            "dispute_settlement": "text",
            "help_name": "text",
            "help_email": "choice",
            "help_phone": "text",
            "address": "choice",
        },
        longest={
            "dispute_settlement": 5000,
            "help_name": 200,
            "help_email": 200,
            "help_phone": 50,
        },
    ),
}


@pytest.fixture(scope="class")
def world(functional_app_class, functional_portal_class):
    return World(functional_app_class, functional_portal_class)


def bad_values(service):
    """Each field with each value that it cannot take."""
    for name, kind in service.fields.items():
        values = [*WRONG[kind], *(EMPTY if name in (*service.needed, *service.filled) else ())]
        if name in service.longest:
            values.append("x" * (service.longest[name] + 1))
        yield from ((name, value) for value in values)


@pytest.mark.parametrize("name", WRITINGS)
class TestWriting:
    def test_each_fault_is_named(self, world, name):
        service, missed = WRITINGS[name], []
        for field_name, value in bad_values(service):
            answer = world.send(service, {**service.valid, field_name: value})
            told = {one["field"] for one in answer.json().get("errors", ())}
            if answer.status_code not in (400, 422) or field_name not in told:
                missed.append((field_name, str(value)[:40], answer.status_code, answer.text[:300]))
        assert not missed, "\n".join(map(str, missed))

    def test_what_is_needed_may_not_be_left_out(self, world, name):
        service = WRITINGS[name]
        for needed in service.needed:
            body = {one: value for one, value in service.valid.items() if one != needed}
            answer = world.send(service, body)
            told = {one["field"] for one in answer.json()["errors"]}
            assert (answer.status_code in (400, 422), needed in told) == (True, True), answer.text

    def test_a_field_that_nobody_knows_is_named(self, world, name):
        answer = world.send(WRITINGS[name], {**WRITINGS[name].valid, "colour": "red"})
        assert answer.status_code == 400, answer.text
        assert [one["field"] for one in answer.json()["errors"]] == ["colour"]

    def test_what_cannot_be_read_is_refused(self, world, name):
        for body in BROKEN:
            answer = world.send(WRITINGS[name], body)
            assert answer.status_code == 400, (body[:40], answer.text)
            assert {"type", "message", "errors"} <= set(answer.json()), answer.text


QUERIES = (
    ("/@spaces", "state", "closed"),
    ("/@spaces", "kind", "club"),
    ("/@spaces", "sort_on", "colour"),
    ("/@spaces", "sort_order", "up"),
    ("/@spaces", "colour", "red"),
    ("/@spaces", "b_start", "-1"),
    ("/@incidents", "state", "shut"),
    ("/@incidents", "colour", "red"),
    ("/@incidents", "b_size", "many"),
    ("/@tool-catalogue", "b_size", "x"),
    ("/@tool-requests", "b_size", "x"),
    ("/@upgrades", "b_size", "x"),
    ("/@incidents", "b_size", "1&b_size=2"),
    ("@incidents", "b_size", "x"),
    ("@requests", "b_start", "1.5"),
)


class TestAsking:
    @pytest.mark.parametrize(("path", "name", "value"), QUERIES)
    def test_a_slip_in_a_question_is_named(self, world, path, name, value):
        who, root = ("operator", world.root) if path.startswith("/") else ("manager", None)
        answer = world.client(who).get(f"{root or world.space.url + '/'}{path}?{name}={value}")
        assert answer.status_code == 400, answer.text
        assert [one["field"] for one in answer.json()["errors"]] == [name]

    def test_an_empty_choice_asks_for_nothing(self, world):
        answer = world.client("operator").get("@spaces?state=&kind=&text=&b_size=5")
        assert [one["id"] for one in answer.json()["items"]] == ["plone"]

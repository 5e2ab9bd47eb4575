"""Spaces made from the command line: one, or a table of them; links, never passwords."""

from collective.conventions.commands import links
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.spaces_create import make_all
from collective.conventions.commands.spaces_table import COLUMNS
from collective.conventions.commands.spaces_table import Order
from collective.conventions.commands.spaces_table import read
from collective.conventions.progress import Progress
from collective.conventions.server.invitation import Link
from datetime import date
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import csv
import json
import pytest
import re
import signal


MEMBER = ("--manager", "eva.tonnon", "Eva Tonnon", "eva@example.be", "--url", "https://a.example")
LINK = re.compile(r"https://a\.example/namur/passwordreset/[^/?]+\?userid=eva\.tonnon")


@pytest.fixture
def app(functional):
    login(functional["app"], SITE_OWNER_NAME)
    return functional["app"]


def table(tmp_path, text):
    path = tmp_path / "spaces.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def order(name, **facts):
    facts = {"kind": "", "nis_code": "", "commune": "", "notes": "", "limit": None, **facts}
    return Order(name, name.title(), "fr", "", None, facts)


class Stopping(Progress):
    """Stops after so many records."""

    def __init__(self, after):
        self.left = after

    @property
    def stopped(self):
        return self.left == 0

    def done(self, work, about):
        self.left -= 1


def test_a_space_is_made_with_a_link_for_its_first_member(empty):
    run = empty.conventions("spaces", "create", "namur", "Namur", "--nis", "92094", *MEMBER)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Made the space namur.\nLink for eva.tonnon <eva@example.be>")
    assert LINK.search(run.stdout)
    listed = empty.conventions("spaces", "list", "--json")
    assert json.loads(listed.stdout) == [{"id": "namur", "title": "Namur", "language": "fr"}]
    again = empty.conventions(
        "spaces", "link", "namur", "eva.tonnon", "--reason", "Asked by phone", *MEMBER[-2:]
    )
    assert again.returncode == 0, again.stderr
    assert LINK.search(again.stdout)[0] != LINK.search(run.stdout)[0]
    refused = empty.conventions(
        "spaces", "link", "namur", "admin", "--reason", "No", "--url", "https://a.example"
    )
    assert (refused.returncode, refused.stdout) == (1, "")


def test_a_table_of_spaces_is_made_and_the_links_are_its_owners(empty, tmp_path):
    path = table(
        tmp_path,
        "id;title;kind;nis_code;commune;language;limit;login;name;email\n"
        "namur;Namur;commune;92094;;fr;3 GB;eva.tonnon;Eva Tonnon;eva@example.be\n"
        "cpas-namur;CPAS de Namur;cpas;92094;namur;fr;;;;\n"
        "Wrong Id;Nowhere;;;;;;;;\n",
    )
    out = tmp_path / "links.csv"
    command = ("spaces", "create", "--from", path, "--links", out, "--url", "https://a.example")
    run = empty.conventions(*command, "--json")
    assert run.returncode == 1, run.stderr
    done = json.loads(run.stdout)
    assert done["made"] == ["namur", "cpas-namur"]
    assert [one["about"] for one in done["failures"]] == ["Wrong Id"]
    assert out.stat().st_mode & 0o777 == 0o600
    lines = out.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert LINK.search(lines[1])
    again = empty.conventions(*command)
    assert "0 spaces made, 2 there already." in again.stdout
    assert out.read_text(encoding="utf-8").splitlines() == lines
    assert empty.conventions("spaces", "refresh").returncode == 0


def test_interrupted_in_earnest_it_keeps_whole_spaces_and_goes_on(empty, tmp_path):
    names = ("one", "two", "three", "four")
    rows = "".join(f"{name};{name};eva.{name};Eva;eva@example.be\n" for name in names)
    path, out = table(tmp_path, f"id;title;login;name;email\n{rows}"), tmp_path / "links.csv"
    command = ("spaces", "create", "--from", path, "--links", out, "--url", "https://a.example")
    with empty.started(*command) as process:
        lines = []
        for line in process.stderr:
            lines.append(line.split(" ", 1)[1].strip())
            if line.endswith("done: one\n"):
                process.send_signal(signal.SIGINT)
        said = process.stdout.read()
        assert process.wait(300) == 1
    assert lines[0] == "server spaces: 4"
    made = [line.rpartition(" ")[2] for line in lines[1:]]
    assert made == list(names[: len(made)])
    assert 1 <= len(made) < 4
    assert "Stopped. What was made is kept; the same command goes on." in said
    listed = json.loads(empty.conventions("spaces", "list", "--json").stdout)
    assert {one["id"] for one in listed} == set(made)

    again = empty.conventions(*command, "--json")
    assert again.returncode == 0, again.stderr
    done = json.loads(again.stdout)
    assert (tuple(done["there"]), tuple(done["made"])) == (tuple(made), names[len(made) :])
    told = list(csv.DictReader(out.open(encoding="utf-8"), delimiter=";"))
    assert [one["space"] for one in told] == list(names)


def test_no_log_of_the_server_knows_a_link(empty):
    run = empty.conventions("spaces", "create", "namur", "Namur", *MEMBER, "--json")
    assert run.returncode == 0, run.stderr
    link = json.loads(run.stdout)["link"]
    secret = link.split("/passwordreset/")[1].split("?")[0]
    assert len(secret) > 20
    assert secret not in run.stderr
    logs = [path for path in (empty.home / "log").rglob("*") if path.is_file()]
    assert not [path for path in logs if secret.encode() in path.read_bytes()]


def test_a_link_without_an_address_or_a_place_is_refused_before_anything_is_made(empty, tmp_path):
    path = table(tmp_path, "id,title,login,name,email\na,A,eva,Eva,eva@example.be\n")
    for options in ([], ["--url", "https://a.example"]):
        run = empty.conventions("spaces", "create", "--from", path, *options)
        assert run.returncode == 1
        assert "link" in run.stderr
    assert empty.conventions("spaces", "list").stdout == ""


def test_a_stopped_run_goes_on_where_it_stopped(app):
    orders = [order(name) for name in ("one", "two", "three")]
    kept = []
    first = make_all(app, orders, kept.append, Stopping(1))
    assert (first.made, first.there) == (("one",), ())
    second = make_all(app, orders, kept.append, Progress())
    assert (second.made, second.there) == (("two", "three"), ("one",))
    assert [made.entry.id for made in kept] == ["one", "two", "three"]


def test_something_else_of_that_id_is_no_space(app):
    app.manage_addFolder("two")
    done = make_all(app, [order("two"), order("one")], lambda made: None, Progress())
    assert (done.made, done.there) == (("one",), ())
    assert [(one.about, one.why) for one in done.failures] == [("two", "“two” exists already.")]


def test_one_bad_space_does_not_stop_the_others(app):
    orders = [order("one", nis_code="x"), order("two"), order("three", kind="club")]
    done = make_all(app, orders, lambda made: None, Progress())
    assert done.made == ("two",)
    assert [one.about for one in done.failures] == ["one", "three"]
    assert "nis_code" in done.failures[0].why
    assert not {"one", "three"} & set(app.objectIds())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,title\n,A\n", "line 2: id is missing"),
        ("id,title\na,\n", "line 2: title is missing"),
        ("id,name,colour\na,A,red\n", "the columns must be some of"),
        ("id,title\na,A\na,B\n", "“a” stands there twice"),
        ("id,title,language\na,A,it\n", "the language must be one of"),
        ("id,title,login\na,A,eva\n", "a first member needs"),
        ("id;title;limit\na;A;much\n", "limit: The limit must be a size"),
        ("id;title\na\n", "the columns must be some of"),
    ],
)
def test_a_faulty_table_is_refused_as_a_whole(tmp_path, text, fault):
    with pytest.raises(CannotStart, match=fault):
        read(table(tmp_path, text))


def test_a_table_is_read_with_all_its_columns(tmp_path):
    values = ("a", "A", "cpas", "92094", "b", "nl", "D", "2,5 GB", "N", "eva", "Eva", "e@x.be")
    path = table(tmp_path, ";".join(COLUMNS) + "\n" + ";".join(values) + "\n")
    (found,) = read(path)
    assert (found.id, found.language, found.manager.login) == ("a", "nl", "eva")
    assert found.facts["limit"] == 2_500_000_000


def test_a_space_with_a_host_of_its_own_has_it_in_the_link():
    link = Link("namur", "eva", "e@x.be", date(2026, 1, 1), "passwordreset/abc?userid=eva")
    assert links.address_of(link, "https://{id}.example.be/") == (
        "https://namur.example.be/passwordreset/abc?userid=eva"
    )
    assert "abc" not in repr(link)

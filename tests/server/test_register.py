"""The register, the figures, the console and the journal of the server, on its root."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from collective.conventions.clock import today
from collective.conventions.commands.journal import verify
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.progress import Progress
from collective.conventions.server import console
from collective.conventions.server import journal
from collective.conventions.server import refreshing
from collective.conventions.server.changing import change
from collective.conventions.server.figures import figures
from collective.conventions.server.figures import take
from collective.conventions.server.invitation import managers
from collective.conventions.server.invitation import new_link
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Manager
from collective.conventions.server.refreshing import refresh
from collective.conventions.server.register import entries
from collective.conventions.server.register import Entry
from collective.conventions.server.register import entry
from collective.conventions.server.register import GONE
from collective.conventions.server.register import put
from collective.conventions.server.shelf import kept
from collective.conventions.server.spaces import entered
from collective.conventions.server.usage import read_limit
from collective.conventions.space.gauge import DEFAULT_LIMIT
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.limit import set_limit
from dataclasses import replace
from DateTime import DateTime
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
import pytest
import transaction


@pytest.fixture
def namur(app):
    manager = Manager("eva", "Eva Tonnon", "eva@example.be")
    create_space(app, "namur", "Commune de Namur", manager=manager, facts={"kind": "commune"})
    return app


def test_an_empty_root_has_no_register_and_reading_makes_none(app):
    assert entries(app) == []
    assert entry(app, "namur") is None
    assert figures(app) == {}
    assert journal.history(app) == ()
    assert journal.latest(app, 10) == []
    assert console.rows(app, console.Question()) == []
    assert kept(app, "register") is None


def test_an_entry_is_kept_as_it_was_put(app):
    one = Entry("namur", "Namur", "commune", "92094", limit=5, tools=("a", "b"), notes="N")
    put(app, one)
    assert entry(app, "namur") == one
    put(app, replace(one, title="Ville"))
    assert [found.title for found in entries(app)] == ["Ville"]


def test_a_change_is_told_with_what_was_before(namur):
    change(namur, "namur", {"nis_code": "92 094", "notes": " N "}, reason=" Asked. ")
    last = journal.history(namur)[-1]
    assert (last.action, last.subject, last.reason) == ("entry_changed", "namur", "Asked.")
    assert (last.before, last.after) == (
        {"nis_code": "", "notes": ""},
        {"nis_code": "92094", "notes": "N"},
    )
    change(namur, "namur", {"notes": "N"})
    assert journal.history(namur)[-1] == last
    with pytest.raises(UnprocessableEntity):
        change(namur, "nowhere", {"notes": "N"})


def test_a_limit_goes_both_ways_between_the_register_and_the_meter(namur):
    change(namur, "namur", {"limit": 5 * 10**9})
    with entered(namur, "namur") as portal:
        assert ledger_of(portal).gauge.limit == 5 * 10**9
        set_limit(portal, 7 * 10**9)
    assert figures(namur)["namur"].limit == 5 * 10**9
    take(namur, "namur")
    assert entry(namur, "namur").limit == figures(namur)["namur"].limit == 7 * 10**9
    assert journal.history(namur)[-1].action == "limit_found"
    change(namur, "namur", {"limit": None})
    with entered(namur, "namur") as portal:
        assert ledger_of(portal).gauge.limit == DEFAULT_LIMIT


def test_a_space_that_is_no_cpas_is_tied_to_nothing(namur):
    create_space(namur, "cpas", "CPAS", facts={"kind": "cpas", "commune": "namur"})
    assert change(namur, "cpas", {"kind": "association"}).commune == ""
    with pytest.raises(UnprocessableEntity):
        change(namur, "cpas", {"kind": "cpas", "commune": "cpas"})


def test_the_figures_are_those_of_the_space(namur):
    with entered(namur, "namur") as portal:
        partners = [make_partner(portal, "One"), make_partner(portal, "Two")]
        start = {"start_rule": "fixed_date", "start_date": today() - timedelta(days=9)}
        make_convention(portal, partners, "signed", duration_unit="unlimited", **start)
        make_convention(portal, partners, "draft")
        ledger = ledger_of(portal)
        ledger.gauge.used = 500
        ledger.days[today().toordinal() - 40] = 100
        ledger.days[today().toordinal() - 35] = 200
        ledger.days[today().toordinal() - 3] = 450
        api.user.get("eva").setMemberProperties({"login_time": DateTime("2026/03/04 12:00:00 UTC")})
    seen = take(namur, "namur")
    assert (seen.conventions, seen.in_force, seen.members) == (2, 1, 1)
    assert (seen.used, seen.limit, seen.growth) == (500, DEFAULT_LIMIT, 300)
    assert seen.last_login == "2026-03-04"
    assert not seen.outdated and seen.version
    with entered(namur, "namur") as portal:
        portal.portal_setup.setLastVersionForProfile("collective.conventions:default", "999")
    assert take(namur, "namur").outdated


def test_the_console_enters_no_space(namur, monkeypatch):
    monkeypatch.setattr("collective.conventions.server.spaces.makerequest", None)
    (row,) = [r for r in console.rows(namur, console.Question()) if r.entry.id == "namur"]
    assert row.figures.members == 1


def test_the_console_filters_and_sorts_and_what_is_unknown_comes_last(namur):
    real = figures(namur)["namur"]
    places = kept(namur, "figures")
    for name, used in (("huy", 2_900_000_000), ("liege", 10)):
        put(namur, Entry(name, {"huy": "Huy", "liege": "Liège"}[name], "cpas", "61031"))
        seen = {"used": used, "limit": 3 * 10**9, "last_login": "2026-01-01", "space": name}
        places[name] = {**places["namur"], **seen}
    put(namur, Entry("arlon", "Arlon"))

    def ids(**asked):
        return [row.entry.id for row in console.rows(namur, console.read(asked))]

    assert real.last_login == ""
    assert ids() == ["arlon", "namur", "huy", "liege"]
    assert ids(text="LIEGE") == ["liege"]
    assert ids(text="61031 h") == ["huy"]
    assert ids(kind="cpas", sort_on="used") == ["liege", "huy"]
    assert ids(sort_on="used", sort_order="descending") == ["huy", "liege", "namur", "arlon"]
    assert ids(sort_on="used")[-1] == "arlon"
    assert ids(attention="nearly_full") == ["huy"]
    assert ids(attention="never_used") == ["namur"]
    assert ids(kind="nonsense", sort_on="nonsense") == ids()


def test_a_refresh_registers_what_is_there_and_marks_what_is_gone(namur):
    put(namur, Entry("lost", "Lost"))
    del kept(namur, "register")["namur"]
    assert refresh(namur, Progress()) == []
    assert entry(namur, "namur").title == "Commune de Namur"
    assert entry(namur, "lost").state == GONE
    told = [(one.action, one.subject) for one in journal.history(namur)]
    assert ("space_found", "namur") in told and ("space_gone", "lost") in told
    before = len(journal.history(namur))
    refresh(namur, Progress())
    assert len(journal.history(namur)) == before


def test_one_space_that_cannot_be_looked_at_leaves_the_others(namur, monkeypatch):
    create_space(namur, "huy", "Huy")
    real = refreshing.take

    def broken(app, name):
        if name == "huy":
            put(app, replace(entry(app, name), notes="half done"))
            raise RuntimeError("broken")
        return real(app, name)

    monkeypatch.setattr(refreshing, "take", broken)
    (failure,) = refresh(namur, Progress())
    assert (failure.about, failure.why) == ("huy", "RuntimeError: broken")
    assert entry(namur, "huy").notes == ""


def test_a_new_link_needs_a_reason_and_a_manager_of_the_space(namur):
    assert [one.login for one in managers(namur, "namur")] == ["eva"]
    with entered(namur, "namur"):
        api.user.create(email="boss@example.be", username="boss", password="password-of-boss")
        api.group.add_user(groupname="space_managers", username="boss")
        api.user.grant_roles(username="boss", roles=["Site Administrator"])
    for login, reason in (("eva", "  "), ("boss", "Please"), ("nobody", "Please")):
        with pytest.raises(UnprocessableEntity):
            new_link(namur, "namur", login, reason=reason)
    link = new_link(namur, "namur", "eva", reason="By phone")
    last = journal.history(namur)[-1]
    assert (last.action, last.reason, last.after) == ("link_given", "By phone", {"login": "eva"})
    assert link.path not in str(last)


def test_the_journal_of_the_server_shows_what_was_altered(namur):
    journal.record(namur, "noted", actor="rita", subject="namur")
    assert journal.breaks(namur) == ()
    assert [one.action for one in journal.latest(namur, 1, "namur")] == ["noted"]
    verified, broken = verify(namur)
    assert verified >= 1 and broken == []
    journals = kept(namur, "journal")
    journals.entries[1]["actor"] = "somebody else"
    assert [one.number for one in journal.breaks(namur)] == [1]
    assert [one["number"] for one in verify(namur)[1]] == [1]


def test_a_command_is_told_with_who_started_it(app, monkeypatch):
    monkeypatch.setattr(journal, "getuser", lambda: "alice")
    newSecurityManager(None, system)
    assert journal.present_actor() == "System Processes (alice)"


@pytest.mark.parametrize(
    ("text", "limit"),
    [("", None), ("3 GB", 3 * 10**9), ("2,5 Go", 2_500_000_000), ("123", 123), ("0", 0)],
)
def test_a_limit_is_read_as_people_write_it(text, limit):
    assert read_limit(text) == limit


@pytest.mark.parametrize("text", ["much", "-1", "3 XB", "GB", "1e99 TB", "NaN"])
def test_what_is_no_limit_is_refused(text):
    with pytest.raises(UnprocessableEntity):
        read_limit(text)


def test_an_existing_root_grants_the_operators_permission(app):
    rows = app.rolesOfPermission("collective.conventions: Operate Server")
    granted = {row["name"] for row in rows if row["selected"]}
    assert granted <= {"Manager", "Operator"} and "Manager" in granted
    transaction.abort()

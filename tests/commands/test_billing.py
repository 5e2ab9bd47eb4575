"""Billing from the command line: shown before it is issued, proved after, handed on."""

from billing.many import agree_with_many
from collective.conventions.commands import billing_issuers
from collective.conventions.commands import billing_mail
from collective.conventions.commands import billing_payments
from collective.conventions.commands import billing_preview
from collective.conventions.commands import billing_run
from collective.conventions.commands import billing_verify
from collective.conventions.commands.main import main
from collective.conventions.commands.progress import Silent
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from contextlib import contextmanager
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import json
import os
import pytest
import signal
import transaction


MODULES = (
    billing_issuers,
    billing_mail,
    billing_payments,
    billing_preview,
    billing_run,
    billing_verify,
)
ON = ("--date", "2026-01-15")


@pytest.fixture
def app(functional, monkeypatch):
    """A server with two spaces, in place of the one that a zope.conf names."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Namur", language="en")
    transaction.commit()
    for name, poisoned in (("namur", ()), ("plone", {1})):
        with entered(app, name) as portal:
            agree_with_many(app, portal, 2, poisoned)
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app

    for module in MODULES:
        monkeypatch.setattr(module, "opened", opened)
    return app


@pytest.fixture
def billing(app, capsys):
    """Call an action: the exit code and what it has printed."""

    def call(*arguments):
        code = main(["billing", *map(str, arguments)])
        return code, capsys.readouterr().out

    return call


def test_each_line_is_shown_with_its_reason_before_anything_is_written(billing):
    code, out = billing("preview", "--space", "namur", *ON)
    first, document, line, *_rest = out.splitlines()
    assert (code, first) == (0, "namur: 2 documents, 1312.00 EUR without VAT, 0 kept back.")
    assert document == (
        "  Access 00000 (/namur/conventions/access-00000): invoice to Hauteville: "
        "656.00 + VAT 137.76 = 793.76 EUR"
    )
    assert line.startswith("    Accès aux services, 2025-11-01 to 2026-06-30, 8 x 82.00 = 656.00: ")
    assert "full month(s) in force" in line
    code, out = billing("preview", "--json", *ON)
    namur, plone = json.loads(out)
    assert (code, len(namur["documents"]), len(plone["documents"][1]["lacks"])) == (1, 2, 1)
    assert namur["documents"][0]["gross"] == "793.76"


def test_all_spaces_are_billed_once_and_failures_are_told(billing):
    code, out = billing("run", *ON)
    lines = out.splitlines()
    assert code == 1
    assert "namur: 2 documents issued, 0 failed." in lines
    assert "plone: 1 documents issued, 1 failed." in lines
    assert any(line.startswith("  FAILED: Access 00001 (/plone/") for line in lines)
    assert lines[-1].endswith(": 3 documents issued, 1 failed.")
    code, out = billing("run", "--json", "--space", "namur", *ON)
    told = json.loads(out)
    assert (code, told["shares"][0]["issued"], told["left"]) == (0, 0, [])


def test_stopped_it_keeps_what_is_done_and_is_gone_on_with(billing, monkeypatch):
    class Interrupted(Silent):
        def done(self, work, about):
            os.kill(os.getpid(), signal.SIGINT)

    with monkeypatch.context() as patched:
        patched.setattr("collective.conventions.commands.progress.Silent", Interrupted)
        code, out = billing("run", "--json", *ON)
    told = json.loads(out)
    assert (code, told["left"], told["shares"][0]["issued"]) == (0, ["namur", "plone"], 1)
    code, out = billing("run", "--json", "--resume", told["id"])
    again = json.loads(out)
    assert (again["id"], again["left"]) == (told["id"], [])
    assert [one["issued"] for one in again["shares"]] == [2, 1]


def test_papers_are_made_and_everything_is_proved(billing):
    billing("run", "--space", "namur", *ON)
    code, out = billing("papers")
    assert (code, out.splitlines()[-2:]) == (
        0,
        ["namur: 2 papers made, 0 failed.", "plone: 0 papers made, 0 failed."],
    )
    code, out = billing("verify")
    assert (code, out) == (0, "2 spaces verified, 0 breaks, 0 failed.\n")


def test_what_was_touched_is_found(app, billing):
    billing("run", "--space", "namur", *ON)
    with entered(app, "namur") as portal:
        (invoice,) = portal.conventions["access-00001"].objectValues()
        invoice._conventions_issued.text += " "
    transaction.commit()
    code, out = billing("verify", "--json")
    (found,) = json.loads(out)["breaks"]
    assert (code, found["kind"], found["space"]) == (1, "altered", "namur")


def test_the_accountant_gets_a_table(billing, tmp_path):
    billing("run", "--space", "namur", *ON)
    code, out = billing("export", tmp_path / "year.csv", "--space", "namur")
    assert (code, out) == (0, f"Wrote {tmp_path}/year.csv: 2 documents.\n")
    assert len((tmp_path / "year.csv").read_bytes().splitlines()) == 3
    with pytest.raises(SystemExit) as ended:
        billing("export", tmp_path / "year.doc", "--space", "namur")
    assert ended.value.code == 2


def test_issuers_are_listed_and_given(billing):
    billing("run", "--space", "namur", *ON)
    (one,) = json.loads(billing("issuers", "--json")[1])
    assert (one["issuer"], one["space"], one["series"][0]["count"]) == ("0451461655", None, 2)
    code, out = billing("issuers", "0451.461.655", "--space", "namur")
    assert (code, out.splitlines()[0]) == (0, "0451461655\tnamur")
    assert billing("issuers", "0451461650", "--operator")[0] == 1
    with pytest.raises(SystemExit) as ended:
        billing("issuers", "--operator")
    assert ended.value.code == 2


def test_indexes_are_read_from_a_file_with_their_source(billing, tmp_path):
    file = tmp_path / "index.csv"
    file.write_text("month;value\n2026-01;133.49\n2026-02;134,02\n", encoding="utf-8")
    code, out = billing("indexes", file, "--series", "health_index", "--source", "A gazette")
    assert (code, out.splitlines()) == (
        0,
        ["health_index\t2026-01\t133.49\tA gazette", "health_index\t2026-02\t134.02\tA gazette"],
    )
    with pytest.raises(SystemExit) as ended:
        billing("indexes", file, "--series", "health_index")
    assert ended.value.code == 2


def test_what_cannot_be_mailed_is_told(billing):
    billing("run", "--space", "namur", *ON)
    code, out = billing("mail", "--preview", "--json")
    namur, plone = json.loads(out)
    assert (code, len(namur["due"]), plone["due"]) == (0, 2, [])
    code, out = billing("mail", "--space", "namur", "--json")
    (namur,) = json.loads(out)
    assert (code, namur["sent"]) == (1, 0)
    assert "sender's address" in namur["failures"][0]["why"]
    assert json.loads(billing("dunning", "--json")[1])[0]["sent"] == 0


def test_a_space_that_is_none_is_refused(billing):
    for action in ("preview", "run", "papers", "mail", "verify"):
        assert billing(action, "--space", "nowhere") == (1, "")

"""What a space sets for itself, on the page and over REST; and what only the operator sets."""

from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server import register
from collective.conventions.server.contact import contact
from collective.conventions.settings.changing import change
from collective.conventions.settings.reading import beginning
from collective.conventions.settings.reading import settings
from collective.conventions.settings.schema import OPERATORS
from collective.conventions.settings.schema import SETTINGS
from collective.conventions.space.ledger import ledger_of
from factories import make_partner
from plone import api
from plone.registry.interfaces import IRegistry
from plone.uuid.interfaces import IUUID
from settings.conftest import DESK
from zope.component import getUtility
from zope.globalrequest import getRequest
import pytest
import transaction


PANEL = "@controlpanels/conventions"
HTML = {"Accept": "text/html"}
#: What a new space begins with.
USUAL = {
    "kind": None,
    "text_language": "fr",
    "monetary": True,
    "notice_count": None,
    "notice_unit": "months",
    "notice_means": None,
    "notice_basis": "sending",
    "dispute_settlement": None,
    "reference_pattern": None,
    "reference_digits": 3,
    "help_name": None,
    "help_email": None,
    "help_phone": None,
    "invoice_series": None,
    "credit_note_series": "NC",
    "address": None,
}


def now():
    """Read what the server has written: the registry keeps for a request what it has read."""
    transaction.begin()
    getRequest().other.pop("_plone_registry_cache", None)
    return settings()


def test_a_new_space_begins_as_conventions_always_did(space):
    assert settings() == USUAL
    assert beginning({}) == {"text_language": "fr", "monetary": True}


def test_what_belongs_to_a_notice_needs_one(space):
    change({"notice_means": "registered", "notice_count": 3})
    assert beginning({})["notice_means"] == "registered"
    assert "notice_means" not in beginning({"notice_count": None})
    assert beginning({"notice_count": 1})["notice_unit"] == "months"


def test_a_change_is_told_in_the_journal_of_the_space(space):
    assert change({"kind": "subsidy", "monetary": True}) == ("kind",)
    entry = [*find(IUUID(space.portal))][-1]
    assert (entry.action, entry.before, entry.after) == (
        "settings_changed",
        {},
        {"kind": "subsidy"},
    )
    assert change({"kind": "subsidy"}) == ()
    assert [*find(IUUID(space.portal))][-1] == entry


def test_addresses_are_proved(space):
    with pytest.raises(UnprocessableEntity) as refused:
        change({"help_email": "nobody", "address": "javascript:alert(1)", "kind": "other"})
    assert {one.field for one in refused.value.findings} == {"help_email", "address"}
    assert settings() == USUAL


def test_a_series_is_proved_against_the_other_and_told_in_the_journal(space):
    for series in ("A-1", "nc"):
        with pytest.raises(UnprocessableEntity):
            change({"invoice_series": series})
    change({"invoice_series": "A"})
    assert [*find(IUUID(space.portal))][-1].after == {"invoice_series": "A"}
    with pytest.raises(UnprocessableEntity):
        change({"credit_note_series": "A"})
    change({"invoice_series": "", "credit_note_series": "A"})
    assert (settings()["invoice_series"], settings()["credit_note_series"]) == (None, "A")


def test_equal_series_are_refused_over_rest_and_both_are_named(space):
    sent = {"invoice_series": "B", "credit_note_series": "b"}
    answer = space.ask("space-manager", "PATCH", PANEL, json=sent)
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == [*sent]
    assert now() == USUAL
    sent = {"invoice_series": "B", "credit_note_series": "C"}
    assert space.ask("space-manager", "PATCH", PANEL, json=sent).status_code == 204
    data = space.ask("space-manager", "GET", PANEL).json()["data"]
    assert {name: data[name] for name in sent} == sent


def test_they_are_read_and_changed_over_rest(space):
    answer = space.ask("space-manager", "GET", PANEL)
    assert answer.status_code == 200
    data = answer.json()["data"]
    assert {name: data[name] for name in USUAL} == USUAL
    assert data["maintenance_contact"] == vars(DESK)
    assert answer.json()["read_only"] == list(OPERATORS)
    sent = {"kind": "subsidy", "notice_count": 3, "address": "https://conventions.example.be/"}
    assert space.ask("space-manager", "PATCH", PANEL, json=sent).status_code == 204
    found = now()
    assert (found["kind"], found["notice_count"], found["address"]) == (
        "subsidy",
        3,
        "https://conventions.example.be",
    )
    cleared = {"kind": None, "address": None}
    assert space.ask("space-manager", "PATCH", PANEL, json=cleared).status_code == 204
    assert (now()["kind"], now()["address"]) == (None, None)


def test_the_rules_of_the_reminders_are_among_them(space):
    rows = [{"what": "notice_by", "days_before": "30, 7", "recipients": "responsible"}]
    assert space.ask("space-manager", "PATCH", PANEL, json={"reminders": rows}).status_code == 204
    answer = space.ask("space-manager", "GET", PANEL).json()["data"]["reminders"]
    assert [(one["what"], one["days_before"]) for one in answer] == [("notice_by", "30, 7")]
    transaction.begin()
    assert [(rule.what, rule.days_before) for rule in space_rules()] == [("notice_by", (30, 7))]
    assert space.ask("space-manager", "PATCH", PANEL, json={"reminders": []}).status_code == 204
    assert space.ask("space-manager", "GET", PANEL).json()["data"]["reminders"] == []


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"reminders": None}, "reminders"),
        ({"reminders": [{"what": "notice_by", "days_before": "soon"}]}, "reminders"),
        ({"reference_digits": 9}, "reference_digits"),
        ({"kind": "gift"}, "kind"),
        ({"notice_count": 0}, "notice_count"),
        ({"notice_count": "many"}, "notice_count"),
        ({"help_email": "nobody"}, "help_email"),
        ({"address": "ftp://example.be"}, "address"),
        ({"invoice_series": "A-1"}, "invoice_series"),
        ({"credit_note_series": "ABCDEFGHIJK"}, "credit_note_series"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_what_is_wrong_changes_nothing(space, sent, field):
    answer = space.ask("space-manager", "PATCH", PANEL, json={"monetary": False, **sent})
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert now() == USUAL


def test_new_conventions_begin_with_them_and_older_ones_stay(space):
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(space.portal, title).UID() for title in ("City", "Centre")]
    transaction.commit()
    body = {
        "@type": "Convention",
        "title": "Agreement",
        "kind": "other",
        "parties": [{"partner": uid} for uid in partners],
    }

    def made(**sent):
        answer = space.ask("secretary", "POST", "conventions", json={**body, **sent})
        assert answer.status_code == 201, answer.text
        return answer.json()

    old = made()
    sent = {
        "kind": "subsidy",
        "monetary": False,
        "notice_count": 3,
        "notice_means": "registered",
        "dispute_settlement": "The courts of Namur.",
    }
    assert space.ask("space-manager", "PATCH", PANEL, json=sent).status_code == 204
    new = made(title="Later")
    assert (new["kind"]["token"], new["monetary"], new["notice_count"]) == ("other", False, 3)
    assert new["notice_means"]["token"] == "registered"
    assert new["dispute_settlement"] == "The courts of Namur."
    own = made(title="Own", monetary=True, notice_count=None, dispute_settlement=None)
    assert (own["monetary"], own["notice_count"], own["notice_means"]) == (True, None, None)
    assert own["dispute_settlement"] is None
    path = old["@id"].removeprefix(f"{space.url}/")
    read = space.ask("secretary", "GET", path).json()
    assert (read["monetary"], read["notice_count"], read["dispute_settlement"]) == (
        True,
        None,
        None,
    )


@pytest.mark.parametrize("name", ["space-manager", "local-manager"])
@pytest.mark.parametrize(
    "sent", [{"storage_limit": 1}, {"maintenance_contact": {"name": "Myself"}}]
)
def test_what_the_operator_sets_is_locked_in_the_panel(space, name, sent):
    answer = space.ask(name, "PATCH", PANEL, json={"kind": "other", **sent})
    assert answer.status_code == 403
    assert now() == USUAL
    assert contact(space.portal.getPhysicalRoot()) == DESK


def test_it_is_locked_on_the_page(space):
    forged = {"storage_limit": "1", "maintenance_contact": "Myself", "limit": "1"}
    shown = space.ask("space-manager", "GET", "@@conventions-settings", headers=HTML)
    assert DESK.phone in shown.text
    assert not any(f'name="{name}"' in shown.text for name in forged)
    token = shown.text.split('name="_authenticator"')[1].split('value="')[1].split('"')[0]
    answer = space.ask(
        "space-manager",
        "POST",
        "@@conventions-settings",
        headers=HTML,
        data={**forged, "monetary": "1", "_authenticator": token},
    )
    assert answer.status_code in (200, 302)
    transaction.begin()
    assert contact(space.portal.getPhysicalRoot()) == DESK


#: Every way to try to set what is the operator's: method, address, what is sent.
CHANNELS = [
    ("PATCH", "@storage", {"json": {"limit": 1}}),
    ("POST", "@@storage", {"data": {"do.limit": "1", "limit": "1"}}),
    ("PATCH", "@registry", {"json": {"storage_limit": 1}}),
    ("POST", "@@configuration_registry", {"data": {"storage_limit": "1"}}),
    ("POST", "portal_registry/edit/storage_limit", {"data": {"form.widgets.value": "1"}}),
    ("POST", "portal_registry/manage_changeProperties", {"data": {"storage_limit": "1"}}),
    ("POST", "manage_changeProperties", {"data": {"storage_limit": "1"}}),
    ("POST", "manage_addProperty", {"data": {"id": "storage_limit", "value": "1", "type": "int"}}),
    ("PATCH", "", {"json": {"storage_limit": 1, "maintenance_contact": {"name": "Myself"}}}),
    ("PATCH", "../@spaces/plone", {"json": {"limit": 1, "notes": "Mine."}}),
    ("POST", "../@@space-entry", {"data": {"id": "plone", "do.save": "1", "limit": "1"}}),
    ("POST", "../@@incidents", {"data": {"do.contact": "1", "desk": "Myself"}}),
    ("POST", "../manage_changeProperties", {"data": {"storage_limit": "1"}}),
    ("POST", "../manage_addProperty", {"data": {"id": "storage_limit", "value": "1"}}),
]


@pytest.mark.parametrize(("method", "path", "sent"), CHANNELS, ids=lambda one: str(one)[:40])
def test_what_the_operator_sets_is_locked_on_every_channel(space, method, path, sent):
    root = space.portal.getPhysicalRoot()
    before = ledger_of(space.portal).gauge.limit
    token = space.ask("space-manager", "GET", "@@conventions-settings", headers=HTML)
    token = token.text.split('name="_authenticator"')[1].split('value="')[1].split('"')[0]
    if data := sent.get("data"):
        sent = {"data": {**data, "_authenticator": token}, "headers": HTML}
    answer = space.ask("space-manager", method, path, **sent)
    login_page = "login" in answer.headers.get("Location", "")
    assert answer.status_code in (400, 401, 403, 404) or login_page, answer.status_code
    transaction.begin()
    assert ledger_of(space.portal).gauge.limit == before
    assert contact(root) == DESK
    assert not space.portal.hasProperty("storage_limit")
    assert not root.hasProperty("storage_limit")
    assert register.entry(root, "plone") is None


@pytest.mark.parametrize("name", OPERATORS)
def test_the_registry_of_a_space_holds_nothing_of_the_operators(space, name):
    """So neither its service nor Plone's editor can change it, whoever opens them."""
    assert not [record for record in getUtility(IRegistry).records if name in record]


def test_the_registry_is_closed_to_who_looks_after_the_space(space):
    record = SETTINGS["kind"][0]
    for method, path, options in (
        ("GET", f"@registry/{record}", {}),
        ("PATCH", "@registry", {"json": {record: "subsidy"}}),
        ("PATCH", "@controlpanels/mail", {"json": {"smtp_host": "evil.example.be"}}),
        ("GET", "@controlpanels", {}),
        ("GET", "@controlpanels/site", {}),
        ("GET", "@@configuration_registry", {"headers": HTML}),
        ("GET", f"portal_registry/edit/{record}", {"headers": HTML}),
    ):
        answer = space.ask("space-manager", method, path, **options)
        refused = answer.status_code in (401, 403, 404) or "require_login" in answer.headers.get(
            "Location", ""
        )
        assert refused, (method, path, answer.status_code)
    assert now() == USUAL


@pytest.mark.parametrize("name", ["secretary", None])
def test_others_neither_read_nor_change_them(space, name):
    assert space.ask(name, "GET", PANEL).status_code == 401
    assert space.ask(name, "PATCH", PANEL, json={"kind": "other"}).status_code == 401
    answer = space.ask(name, "GET", "@@conventions-settings", headers=HTML)
    assert answer.status_code in (302, 401, 403)
    assert now() == USUAL


def test_the_panels_of_plone_stay_whose_they_were(space):
    answer = space.ask("local-manager", "GET", "@controlpanels/site")
    assert answer.status_code == 200
    assert "plone.site_title" in answer.text or "site_title" in answer.json()["data"]
    assert space.ask("local-manager", "GET", f"{PANEL}/part").status_code == 404

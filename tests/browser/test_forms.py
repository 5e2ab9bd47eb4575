"""The forms in a real browser: what was typed stays, what is closed stays closed."""

from collective.conventions.content.values import snapshot
from datetime import date
from decimal import Decimal
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from factories import SIGNED
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def portal(functional, people):
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    return functional["portal"]


@pytest.fixture
def partners(portal):
    made = [
        make_partner(portal, "City of Brussels"),
        make_partner(portal, "CPAS of Ottignies", entity_kind="cpas"),
    ]
    transaction.commit()
    return made


@pytest.fixture
def convention(portal, partners):
    """Make a convention in a state, with a commitment of the first party."""

    def convention(state="draft", **values):
        commitment = {"partner": partners[0].UID(), "description": "Two experts", "done": None}
        made = make_convention(portal, partners, state, commitments=[commitment], **values)
        transaction.commit()
        return made

    return convention


def add_form(page, portal):
    page.goto(f"{portal.absolute_url()}/conventions/++add++Convention")
    return page


def add_row(page, table, **cells):
    """Add a row and fill it in; returns its place."""
    place = page.locator(f"[data-table={table}] .cf-row").count()
    page.locator(f"[data-table={table}] > [data-add]").click()
    for name, value in cells.items():
        cell = page.locator(f"#form-widgets-{table}-{place}-{name}")
        if cell.evaluate("element => element.tagName") == "SELECT":
            cell.select_option(label=value)
        else:
            cell.fill(value)
    return place


def ask_all(page):
    """Give the answers after which a form of a convention asks for everything else."""
    if page.locator("#form-widgets-renewal").count():
        page.select_option("#form-widgets-renewal", "express")
        page.fill("#form-widgets-notice_count", "1")
        page.fill("#form-widgets-breach_count", "8")


def value_of(page, name):
    return page.locator(f"#form-widgets-{name}").input_value()


def save(page):
    with page.expect_navigation():
        page.locator("#form-buttons-save").click()


def problems_of(page):
    return page.locator("#cf-problems li").all_inner_texts()


def test_a_convention_is_drafted(portal, partners, log_in):
    page = add_form(log_in("author", locale="fr-BE"), portal)
    page.fill("#form-widgets-title", "Access to the server")
    page.select_option("#form-widgets-kind", "access")
    page.fill("#form-widgets-declared_value", "2000,50")
    add_row(page, "parties", partner="City of Brussels", role="Provider")
    add_row(page, "parties", partner="CPAS of Ottignies", role="User")
    add_row(page, "signatories", partner="CPAS of Ottignies", name="A. Person", capacity="Mayor")
    place = add_row(page, "commitments", partner="City of Brussels", description="A space")
    page.fill(f"#form-widgets-commitments-{place}-due", "2026-12-31")
    save(page)
    page.wait_for_url("**/conventions/access-to-the-server**")
    transaction.begin()
    values = snapshot(portal["conventions"]["access-to-the-server"])
    assert values["declared_value"] == Decimal("2000.50")
    assert [row["role"] for row in values["parties"]] == ["provider", "user"]
    assert values["parties"][1]["partner"] == partners[1].UID()
    assert values["signatories"][0]["name"] == "A. Person"
    assert values["commitments"][0]["due"] == date(2026, 12, 31)
    assert values["notices"] == []


def test_what_was_typed_is_kept_when_something_is_wrong(portal, partners, log_in, axe, viewport):
    page = add_form(log_in("author"), portal)
    page.fill("#form-widgets-subject_matter", "Sharing a server.")
    page.fill("#form-widgets-declared_value", "much")
    page.select_option("#form-widgets-start_rule", "fixed_date")
    add_row(page, "parties", partner="City of Brussels")
    add_row(page, "parties", partner="City of Brussels")
    add_row(page, "commitments", partner="City of Brussels", quantity="two", unit="days")
    save(page)
    assert problems_of(page) == [
        "Title This is missing. Please fill it in.",
        "Kind This is missing. Please fill it in.",
        "Declared value (EUR) This is not a number. Please enter digits only.",
        "Party 2, Partner This row says the same as row 1. Please remove one of them.",
        "Commitment 1, Description This is missing. Please fill it in.",
        "Commitment 1, Quantity This is not a number. Please enter digits only.",
        "Fixed start date This is missing. Please fill it in.",
    ]
    assert page.evaluate("document.activeElement.id") == "cf-problems"
    assert value_of(page, "subject_matter") == "Sharing a server."
    assert value_of(page, "declared_value") == "much"
    assert value_of(page, "parties-1-partner") == partners[0].UID()
    assert value_of(page, "commitments-0-quantity") == "two"
    assert value_of(page, "commitments-0-unit") == "days"
    assert page.locator("#form-widgets-start_date").is_visible()
    axe(page)
    page.get_by_role("link", name="Commitment 1, Quantity").click()
    described = page.locator("#form-widgets-commitments-0-quantity")
    assert (
        described.get_attribute("aria-describedby") == "form-widgets-commitments-0-quantity-error"
    )
    assert described.get_attribute("aria-invalid") == "true"
    page.fill("#form-widgets-title", "Now it has one")
    page.select_option("#form-widgets-kind", "access")
    page.fill("#form-widgets-declared_value", "")
    page.select_option("#form-widgets-start_rule", "last_signature")
    page.select_option("#form-widgets-parties-1-partner", label="CPAS of Ottignies")
    page.fill("#form-widgets-commitments-0-description", "Experts")
    page.fill("#form-widgets-commitments-0-quantity", "2,5")
    save(page)
    page.wait_for_url("**/conventions/now-it-has-one**")
    transaction.begin()
    row = portal["conventions"]["now-it-has-one"].commitments[0]
    assert (row["quantity"], row["unit"]) == (Decimal("2.5"), "days")


def test_rows_are_added_moved_and_removed_by_keyboard(portal, partners, log_in):
    page = add_form(log_in("author"), portal)
    for name in ("First", "Second", "Third"):
        add_row(page, "contacts", name=name)
    page.locator("[data-table=contacts] .cf-row").nth(2).get_by_role(
        "button", name="Move up: Contact person 3"
    ).press("Enter")
    names = [value_of(page, f"contacts-{place}-name") for place in range(3)]
    assert names == ["First", "Third", "Second"]
    page.get_by_role("button", name="Remove Contact person 1").press("Enter")
    assert [value_of(page, f"contacts-{place}-name") for place in range(2)] == ["Third", "Second"]
    assert page.locator("[name='form.widgets.contacts.count']").input_value() == "2"
    assert page.evaluate("document.activeElement.innerText").startswith("Remove")
    label = page.locator("label[for=form-widgets-contacts-1-name]")
    assert label.inner_text().startswith("Name")


def test_rows_stay_with_what_was_stored_of_them(convention, log_in):
    """A column that is not shown in a draft goes with its row."""
    draft = convention()
    page = log_in("secretary")
    page.goto(f"{draft.absolute_url()}/edit")
    assert page.locator("#form-widgets-signatories-0-date_signed").count() == 0
    page.fill("#form-widgets-signatories-1-name", "B. Person")
    page.get_by_role("button", name="Remove Signatory 1").click()
    save(page)
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    (row,) = draft.signatories
    assert (row["name"], row["date_signed"]) == ("B. Person", SIGNED)


def test_a_date_is_picked_with_the_picker_of_the_browser(convention, log_in):
    draft = convention()
    page = log_in("secretary")
    page.goto(f"{draft.absolute_url()}/edit")
    picker = page.locator("#form-widgets-council_date")
    assert (picker.get_attribute("type"), picker.input_value()) == ("date", "2024-06-24")
    picker.fill("2024-06-25")
    save(page)
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    assert draft.council_date == date(2024, 6, 25)


def test_questions_are_asked_when_they_matter_and_forgotten_when_not(convention, log_in):
    draft = convention(start_rule="fixed_date", start_date=date(2026, 1, 1))
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/edit")
    assert page.locator("#form-widgets-start_date").is_visible()
    assert page.locator("#form-widgets-duration_count").is_hidden()
    page.select_option("#form-widgets-start_rule", "last_signature")
    assert page.locator("#form-widgets-start_date").is_hidden()
    page.select_option("#form-widgets-duration_unit", "years")
    page.fill("#form-widgets-duration_count", "1")
    save(page)
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    assert (draft.start_date, draft.duration_count) == (None, 1)


def test_rules_of_notice_and_breach_are_asked_step_by_step(convention, partners, log_in):
    draft = convention()
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/edit")
    for name in ("notice_unit", "notice_scope", "notice_by", "breach_unit"):
        assert page.locator(f"#form-widgets-{name}").is_hidden()
    page.select_option("#form-widgets-duration_unit", "years")
    page.fill("#form-widgets-duration_count", "1")
    page.fill("#form-widgets-notice_count", "2")
    assert page.locator("#form-widgets-notice_scope").is_hidden()
    page.select_option("#form-widgets-renewal", "tacit")
    page.fill("#form-widgets-renewal_months", "12")
    page.select_option("#form-widgets-notice_scope", "renewal")
    offered = page.locator("#form-widgets-notice_by option[value]:not([value=''])")
    assert offered.all_inner_texts() == ["City of Brussels", "CPAS of Ottignies"]
    page.select_option("#form-widgets-notice_by", label="CPAS of Ottignies")
    page.fill("#form-widgets-breach_count", "8")
    page.select_option("#form-widgets-breach_basis", "presentation")
    page.fill("#form-widgets-contacts_days", "15")
    add_row(page, "clauses", topic="Notice", clause="art. 8")
    save(page)
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    values = snapshot(draft)
    assert (values["notice_scope"], values["notice_by"]) == ("renewal", partners[1].UID())
    assert (values["breach_count"], values["breach_unit"]) == (8, "days")
    assert (values["breach_basis"], values["contacts_days"]) == ("presentation", 15)
    assert values["clauses"] == [{"topic": "notice", "clause": "art. 8"}]


def test_a_notice_taken_back_leaves_its_rules_as_they_began(convention, partners, log_in):
    city = partners[0].UID()
    draft = convention(
        notice_count=8,
        notice_unit="days",
        notice_basis="receipt",
        notice_by=city,
        notice_means="email",
    )
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/edit")
    page.fill("#form-widgets-notice_count", "")
    save(page)
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    values = snapshot(draft)
    assert (values["notice_count"], values["notice_by"], values["notice_means"]) == (None,) * 3
    assert (values["notice_unit"], values["notice_basis"]) == ("months", "sending")


def test_impossible_rules_are_named_at_once_beside_their_fields(
    convention, partners, log_in, axe, viewport
):
    draft = convention()
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/edit")
    page.select_option("#form-widgets-start_rule", "fixed_date")
    page.fill("#form-widgets-start_date", "2026-05-01")
    page.select_option("#form-widgets-duration_unit", "until_date")
    page.fill("#form-widgets-end_date", "2026-04-30")
    save(page)
    assert problems_of(page) == ["End date The end comes before the start (1\xa0May\xa02026)."]
    page.select_option("#form-widgets-duration_unit", "years")
    page.fill("#form-widgets-duration_count", "1")
    page.select_option("#form-widgets-renewal", "tacit")
    page.fill("#form-widgets-renewal_cap_months", "6")
    page.fill("#form-widgets-notice_count", "13")
    add_row(page, "clauses", topic="Notice", clause="art. 8")
    add_row(page, "clauses", topic="Notice", clause="art. 9")
    save(page)
    assert problems_of(page) == [
        "Renewed each time for (months) Please say for how many months it is renewed each time.",
        "At most, counted from the start (months) "
        "The maximum of 6 months is shorter than the first term.",
        "Notice The notice is longer than the term itself.",
        "Clause 2, Topic This row says the same as row 1. Please remove one of them.",
    ]
    for name in ("renewal_months", "renewal_cap_months", "notice_count", "clauses-1-topic"):
        field = page.locator(f"#form-widgets-{name}")
        assert field.get_attribute("aria-describedby").startswith(f"form-widgets-{name}-error")
    axe(page)
    page.select_option("#form-widgets-duration_unit", "unlimited")
    page.fill("#form-widgets-renewal_months", "12")
    page.fill("#form-widgets-renewal_cap_months", "")
    page.get_by_role("button", name="Remove Clause 2").click()
    page.evaluate("document.querySelector('#form-widgets-start_date').type = 'text'")
    page.fill("#form-widgets-start_date", "1899-12-31")
    save(page)
    assert problems_of(page) == [
        "Fixed start date The date must lie between 1900-01-01 and 2200-12-31.",
        "Renewal What has no end cannot be renewed.",
    ]


def test_what_happens_to_a_signed_convention_is_recorded(convention, partners, log_in):
    decided = {"key": "ends", "day": date(2026, 7, 1), "reason": "Agreed", "author": "author"}
    signed = convention(
        "signed", duration_unit="until_event", end_event="The works", overrides=[decided]
    )
    letter = make_annex(signed, "Formal notice").UID()
    make_annex(convention(title="Other"), "Letter of another")
    transaction.commit()
    page = log_in("secretary")
    page.goto(f"{signed.absolute_url()}/edit")
    assert page.locator("[data-table=overrides]").count() == 0
    assert page.locator("[data-table=renewals_agreed]").count() == 0
    page.fill("#form-widgets-event_date", "2025-05-01")
    place = add_row(page, "notices", kind="Formal notice", partner="City of Brussels")
    page.fill(f"#form-widgets-notices-{place}-sent", "2025-03-03")
    page.fill(f"#form-widgets-notices-{place}-presented", "2025-03-04")
    letters = page.locator(f"#form-widgets-notices-{place}-annex option[value]:not([value=''])")
    assert letters.all_inner_texts() == ["Formal notice"]
    page.select_option(f"#form-widgets-notices-{place}-annex", label="Formal notice")
    add_row(
        page,
        "reminders",
        what="End",
        days_before="30, 7",
        repeat_days="7",
        recipients="Council secretaries",
    )
    page.select_option("#form-widgets-supervision_regime", "supervision_wallonia")
    page.fill("#form-widgets-supervision_prolonged_days", "15")
    save(page)
    page.wait_for_url(signed.absolute_url())
    transaction.begin()
    values = snapshot(signed)
    assert values["event_date"] == date(2025, 5, 1)
    assert (values["notices"][0]["annex"], values["notices"][0]["presented"]) == (
        letter,
        date(2025, 3, 4),
    )
    assert values["reminders"][0]["repeat_days"] == 7
    assert values["supervision_prolonged_days"] == 15
    assert values["overrides"] == [decided]


def test_every_question_can_be_answered_without_scripts(convention, log_in):
    draft = convention()
    page = log_in("author", java_script_enabled=True)
    state = page.context.storage_state()
    bare = page.context.browser.new_context(storage_state=state, java_script_enabled=False)
    page = bare.new_page()
    page.goto(f"{draft.absolute_url()}/edit")
    assert page.locator("#form-widgets-start_date").is_visible()
    page.fill("#form-widgets-reference", "A/1")
    save(page)
    page.wait_for_url(draft.absolute_url())
    bare.close()
    transaction.begin()
    assert (draft.reference, len(draft.parties), len(draft.signatories)) == ("A/1", 2, 2)


def test_a_new_partner_is_added_where_it_is_needed(portal, partners, log_in, axe, viewport):
    page = add_form(log_in("author"), portal)
    add_row(page, "parties", partner="City of Brussels")
    add_row(page, "parties")
    page.locator("[data-new-partner=form-widgets-parties-1-partner]").click()
    dialog = page.locator("#cf-new-partner")
    dialog.locator("[name=title]").fill("Open Knowledge ASBL")
    dialog.locator("[name=enterprise_number]").fill("0403.019.262")
    axe(page, "#cf-new-partner")
    dialog.get_by_role("button", name="Add the partner").click()
    dialog.locator(".cf-fault").first.wait_for()
    assert dialog.locator("[name=enterprise_number]").get_attribute("aria-invalid") == "true"
    dialog.locator("[name=enterprise_number]").fill("0403.019.261")
    dialog.locator("[name=entity_kind]").select_option("association")
    dialog.get_by_role("button", name="Add the partner").click()
    dialog.wait_for(state="hidden")
    picked = page.locator("#form-widgets-parties-1-partner option:checked")
    assert picked.inner_text() == "Open Knowledge ASBL"
    add_row(page, "signatories", partner="Open Knowledge ASBL", name="C. Person")
    transaction.begin()
    found = api.content.find(portal_type="Partner", Title="Open Knowledge ASBL")
    assert value_of(page, "signatories-0-partner") == found[0].UID
    assert value_of(page, "parties-0-partner") == partners[0].UID()


def test_only_parties_are_offered_to_sign(portal, partners, log_in):
    page = add_form(log_in("author"), portal)
    add_row(page, "signatories")
    offered = page.locator("#form-widgets-signatories-0-partner option[value]:not([value=''])")
    assert offered.count() == 0
    add_row(page, "parties", partner="CPAS of Ottignies")
    assert offered.all_inner_texts() == ["CPAS of Ottignies"]


def test_a_long_list_of_partners_is_searched(portal, partners, log_in, monkeypatch):
    monkeypatch.setattr("collective.conventions.browser.widgets.picker.MOST", 2)
    make_partner(portal, "Zaventem Library")
    transaction.commit()
    page = add_form(log_in("author"), portal)
    add_row(page, "parties")
    options = page.locator("#form-widgets-parties-0-partner option")
    assert "Zaventem Library" not in options.all_inner_texts()
    page.get_by_role("searchbox", name="Partner: Search by name").fill("zaventem")
    page.locator("#form-widgets-parties-0-partner option", has_text="Zaventem").wait_for(
        state="attached"
    )
    page.select_option("#form-widgets-parties-0-partner", label="Zaventem Library")


def test_a_signed_convention_shows_its_terms_and_takes_what_follows(
    convention, log_in, axe, viewport
):
    signed = convention("signed")
    page = log_in("secretary")
    page.goto(f"{signed.absolute_url()}/edit")
    assert page.locator("#form-widgets-title").count() == 0
    assert page.locator("#form-widgets-parties").count() == 0
    table = page.locator("[data-table=commitments]")
    assert "Two experts" in table.inner_text()
    assert table.locator("textarea[name$=description]").count() == 0
    assert table.get_by_role("button").count() == 0
    axe(page)
    page.fill("#form-widgets-commitments-0-done", "2025-01-31")
    page.fill("#form-widgets-commitments-0-evidence", "A report.")
    save(page)
    page.wait_for_url(signed.absolute_url())
    transaction.begin()
    (row,) = signed.commitments
    assert (row["description"], row["done"]) == ("Two experts", date(2025, 1, 31))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("form.widgets.title", "Forged"),
        ("form.widgets.commitments.0.description", "Forged"),
        ("form.widgets.commitments.count", "0"),
        ("form.widgets.commitments.count", "2"),
    ],
)
def test_what_is_closed_is_refused_on_the_server_too(convention, log_in, name, value):
    signed = convention("signed")
    before = snapshot(signed)
    page = log_in("secretary")
    page.goto(f"{signed.absolute_url()}/edit")
    page.evaluate(
        """([name, value]) => {
            const form = document.querySelector(".cf-form");
            form.querySelector(`[name="${name}"]`)?.remove();
            form.append(Object.assign(document.createElement("input"), { name, value }));
        }""",
        [name, value],
    )
    page.fill("#form-widgets-remarks", "Typed meanwhile.")
    save(page)
    assert "This can no longer be changed" in " ".join(problems_of(page))
    assert value_of(page, "remarks") == "Typed meanwhile."
    transaction.begin()
    assert snapshot(signed) == before


def test_an_author_is_not_asked_for_decisions(portal, partners, convention, log_in):
    draft = convention()
    page = add_form(log_in("author"), portal)
    assert page.locator("#form-widgets-council_date").count() == 0
    page.goto(f"{draft.absolute_url()}/edit")
    assert page.locator("#form-widgets-council_date").count() == 0


def test_of_a_new_convention_only_what_can_be_known_is_asked(portal, people, log_in):
    page = add_form(log_in("secretary"), portal)
    assert page.locator("#form-widgets-council_date").count() == 1
    for name in ("termination_date", "notices", "consents", "supervision_outcome"):
        assert page.locator(f"#form-widgets-{name}").count() == 0


def test_cancelling_changes_nothing(convention, log_in):
    draft = convention()
    page = log_in("author")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{draft.absolute_url()}/edit")
    page.fill("#form-widgets-title", "Something else")
    page.locator("#form-buttons-cancel").click()
    page.wait_for_url(draft.absolute_url())
    transaction.begin()
    assert draft.title == "Agreement"


def test_a_partner_is_added_with_its_numbers_in_order(portal, people, log_in):
    page = log_in("author")
    page.goto(f"{portal.absolute_url()}/partners/++add++Partner")
    assert page.locator("#form-widgets-commune").is_hidden()
    page.fill("#form-widgets-title", "CPAS of Perwez")
    page.select_option("#form-widgets-entity_kind", "cpas")
    assert page.locator("#form-widgets-commune").is_visible()
    page.fill("#form-widgets-enterprise_number", "0403.019.262")
    page.fill("#form-widgets-iban", "BE00 1234")
    page.fill("#form-widgets-email", "nobody")
    add_row(page, "representatives", name="D. Person", capacity="President", since="2024-12-01")
    save(page)
    assert [text.split(" The")[0].split(" This")[0] for text in problems_of(page)] == [
        "Enterprise number",
        "E-mail",
        "Bank account (IBAN)",
    ]
    assert value_of(page, "representatives-0-since") == "2024-12-01"
    page.fill("#form-widgets-enterprise_number", "BE 0403.019.261")
    page.fill("#form-widgets-email", "info@perwez.example")
    page.fill("#form-widgets-iban", "")
    page.fill("#form-widgets-website", "www.perwez.example")
    save(page)
    page.wait_for_url("**/partners/cpas-of-perwez**")
    transaction.begin()
    made = portal["partners"]["cpas-of-perwez"]
    assert (made.enterprise_number, made.website) == ("0403019261", "https://www.perwez.example")


def test_an_invoice_is_drafted_in_the_numbers_of_the_country(portal, partners, convention, log_in):
    signed = convention("signed")
    page = log_in("accountant", locale="fr-BE")
    page.goto(f"{signed.absolute_url()}/++add++Invoice")
    page.fill("#form-widgets-title", "First semester")
    page.select_option("#form-widgets-issuer", label="City of Brussels")
    page.select_option("#form-widgets-customer", label="CPAS of Ottignies")
    add_row(
        page, "lines", description="Six months", quantity="6", unit_price="82,00", vat_rate="210"
    )
    save(page)
    assert problems_of(page)[0].startswith("Line 1, VAT rate (%)")
    page.fill("#form-widgets-lines-0-vat_rate", "21")
    save(page)
    page.wait_for_url("**/first-semester**")
    transaction.begin()
    assert signed["first-semester"].totals().gross == Decimal("595.32")


def test_an_annex_is_added_with_its_file(convention, log_in):
    draft = convention()
    page = log_in("author")
    page.goto(f"{draft.absolute_url()}/++add++Annex")
    page.select_option("#form-widgets-publication", "secretariat")
    save(page)
    assert problems_of(page) == [
        "Title This is missing. Please fill it in.",
        "File This is missing. Please fill it in.",
    ]
    page.set_input_files(
        "input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"Text"}
    )
    save(page)
    assert problems_of(page) == ["Title This is missing. Please fill it in."]
    assert "a.txt" in page.locator("#formfield-form-widgets-file").inner_text()
    page.fill("#form-widgets-title", "Process")
    save(page)
    page.wait_for_url("**/process**")
    transaction.begin()
    assert (draft["process"].file.data, draft["process"].publication) == (b"Text", "secretariat")


def test_every_form_is_accessible(portal, partners, convention, log_in, viewport, axe):
    draft, signed = convention(), convention("signed")
    annex, invoice = make_annex(draft), make_invoice(signed, partners)
    transaction.commit()
    page = log_in("space-manager")
    for address in (
        f"{portal.absolute_url()}/conventions/++add++Convention",
        f"{portal.absolute_url()}/partners/++add++Partner",
        f"{draft.absolute_url()}/++add++Annex",
        f"{signed.absolute_url()}/++add++Invoice",
        f"{draft.absolute_url()}/edit",
        f"{partners[0].absolute_url()}/edit",
        f"{annex.absolute_url()}/edit",
        f"{invoice.absolute_url()}/edit",
    ):
        page.goto(address)
        ask_all(page)
        for button in page.locator("[data-add]").all():
            button.click()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address

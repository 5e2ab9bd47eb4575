"""The facts of the five documents, as a running server gives them, clause by clause."""

from collective.conventions.clock import today
from collective.conventions.terms.dates import plus
from datetime import date
from decimal import Decimal
from io import BytesIO
import pypdf
import pytest


ANNEX = "Annex"
HIDDEN = 401

#: The partner that the owner of a space is.
OWN = {"hauteville": "commune-de-hauteville", "cpas-hauteville": "cpas-de-hauteville"}


@pytest.fixture(scope="module")
def read(server, visit):
    """A function that reads a convention of a document, as the author of its space."""
    told = server.told()["conventions"]

    def convention(document, space):
        # Where a space has several of one model, the first is the one of the document.
        path = next(c["path"] for c in told if c["document"] == document and c["space"] == space)
        answer = visit(space, "author").get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return convention


def token(value):
    return value["token"] if isinstance(value, dict) else value


def rows(convention, table, **wanted):
    """The rows of a table whose cells are as wanted."""
    return [
        row
        for row in convention[table]
        if all(token(row[column]) == value for column, value in wanted.items())
    ]


def article(convention, *topics):
    """The titles, in the text, of the articles that are said to set these topics."""
    found = {token(row["topic"]): row["clause"] for row in convention["clauses"]}
    numbers = {found[topic].partition(",")[0].removeprefix("art. ") for topic in topics}
    return {row["title"] for row in convention["text"] if row["number"] in numbers}


def number(value):
    return Decimal(str(value))


def uid(visit, space, partner):
    return visit(space, "author").get(f"/{space}/partners/{partner}").json()["UID"]


@pytest.mark.parametrize(
    ("document", "space", "state"),
    [
        ("wepulse", "bruxelles", "draft"),
        ("bosa", "bruxelles", "council_approved"),
        ("digit123", "bruxelles", "signed"),
        ("communesplone", "hauteville", "signed"),
        ("communesplone", "cpas-hauteville", "signed"),
        ("ouvrir_ma_ville", "hauteville", "terminated"),
        ("ouvrir_ma_ville", "futurocite", "terminated"),
    ],
)
def test_states(read, document, space, state):
    assert read(document, space)["review_state"] == state


def test_what_the_file_tells_of_states_is_true(server, visit):
    told = server.told()["conventions"]
    for convention in told:
        seen = visit(convention["space"], "author").get(convention["path"]).json()
        assert (seen["review_state"], seen["title"]) == (convention["state"], convention["title"])


class TestCommunesPlone:
    @pytest.fixture(params=["hauteville", "cpas-hauteville"])
    def space(self, request):
        return request.param

    def test_c1_provider_and_user_with_their_representatives(self, read, visit, space):
        seen = read("communesplone", space)
        union = uid(visit, space, "uvcw")
        assert rows(seen, "parties", partner=union, role="provider")
        assert rows(seen, "parties", partner=uid(visit, space, OWN[space]), role="user")
        capacities = {row["capacity"] for row in seen["signatories"]}
        assert "Secrétaire générale adjointe" in capacities
        assert capacities & {"Président", "Bourgmestre"}

    def test_c8_three_gigabytes(self, read, space):
        assert (
            number(rows(read("communesplone", space), "commitments", unit="Go")[0]["quantity"]) == 3
        )

    def test_c11_the_cpas_pays_half(self, read):
        for space, price in (("hauteville", "82.00"), ("cpas-hauteville", "41.00")):
            (fee,) = [r for r in read("communesplone", space)["commitments"] if r["amount"]]
            assert number(fee["amount"]) == Decimal(price)
            assert "indexée" in fee["description"]
            assert bool(fee["condition"]) is (space == "cpas-hauteville")

    def test_c12_the_first_invoice_covers_whole_months_to_the_semester_s_end(self, visit, space):
        price = {"hauteville": "82.00", "cpas-hauteville": "41.00"}[space]
        first = {"hauteville": 3, "cpas-hauteville": 2}[space]
        finance = visit(space, "finance_officer")
        path = f"/{space}/conventions/acces-communesplone"
        found = finance.get(f"{path}/@search", portal_type="Invoice", fullobjects=1).json()
        bills = sorted(found["items"], key=lambda bill: bill["period_start"])
        lines = [bill["lines"][0] for bill in bills]
        assert [number(line["quantity"]) for line in lines] == [first, *[6] * (len(bills) - 1)]
        nets = [number(bill["computed"]["totals"]["net"]) for bill in bills]
        assert nets == [number(line["quantity"]) * Decimal(price) for line in lines]
        assert {number(line["vat_rate"]) for line in lines} == {Decimal(21)}
        ends = [bill["period_end"][5:] for bill in bills]
        assert ends == [("06-30", "12-31")[place % 2] for place in range(len(bills))]
        assert len(bills) >= 6

    def test_c13_a_year_renewed_up_to_48_months(self, read, space):
        seen = read("communesplone", space)
        assert token(seen["start_rule"]) == "next_month"
        assert (seen["duration_count"], token(seen["duration_unit"])) == (1, "years")
        assert token(seen["renewal"]) == "tacit"
        assert (seen["renewal_months"], seen["renewal_cap_months"]) == (12, 48)
        assert (seen["notice_count"], token(seen["notice_unit"])) == (1, "months")

    def test_c13_only_the_user_refuses_the_renewal_in_writing(self, read, visit, space):
        seen = read("communesplone", space)
        assert token(seen["notice_scope"]) == "renewal"
        assert token(seen["notice_by"]) == uid(visit, space, OWN[space])
        assert token(seen["notice_means"]) == "letter"
        assert article(seen, "start", "duration", "renewal") == {"Durée"}
        assert article(seen, "notice") == {"Fin de la convention"}

    def test_c13_in_force_from_the_first_day_of_the_next_month(self, visit, space):
        found = visit(space, "reader").get(
            f"/{space}/@search", id="acces-communesplone", metadata_fields="_all"
        )
        (item,) = found.json()["items"]
        first, last = {
            "hauteville": ("2024-04-01", "2028-03-31"),
            "cpas-hauteville": ("2024-05-01", "2028-04-30"),
        }[space]
        assert item["force_start"][:10] == first
        assert item["force_end"][:10] == last

    def test_c14_two_originals_and_each_party_has_its_own(self, read, space):
        seen = read("communesplone", space)
        assert seen["originals"] == 2
        assert all(row["original_received"] for row in seen["signatories"])

    def test_c15_undertakings_of_subcontractor_and_team(self, read, space):
        kinds = {token(row["kind"]) for row in read("communesplone", space)["undertakings"]}
        assert kinds == {"subcontractor", "team_member"}

    def test_the_cpas_is_tied_to_its_commune(self, visit):
        for space in ("hauteville", "cpas-hauteville"):
            cpas = visit(space, "author").get(f"/{space}/partners/cpas-de-hauteville").json()
            assert token(cpas["commune"]) == uid(visit, space, "commune-de-hauteville")


class TestOuvrirMaVille:
    @pytest.fixture
    def seen(self, read):
        return read("ouvrir_ma_ville", "hauteville")

    def test_o1_thirty_administrations(self, seen):
        assert number(rows(seen, "commitments", unit="places")[0]["quantity"]) == 30

    def test_o2_participants_are_named_and_replaced_by_consent(self, seen, visit):
        assert len(rows(seen, "contacts", role="Participant")) == 2
        path = "/futurocite/conventions/ouvrir-ma-ville-valrond"
        other = visit("futurocite", "author").get(path).json()
        (consent,) = rows(other, "consents", kind="participant_change")
        assert token(consent["answer"]) == "granted"

    def test_o3_200_euro_each_from_two_on_250_for_one(self, seen, visit):
        (price,) = rows(seen, "commitments", unit="participants")
        assert (number(price["quantity"]), number(price["amount"])) == (2, 400)
        path = "/futurocite/conventions/ouvrir-ma-ville-valrond"
        other = visit("futurocite", "author").get(path).json()
        (price,) = rows(other, "commitments", unit="participants")
        assert (number(price["quantity"]), number(price["amount"])) == (1, 250)

    def test_o6_eleven_half_days(self, seen):
        sessions = rows(seen, "commitments", unit="heures")
        assert len({row["description"].partition(" :")[0] for row in sessions}) == 11
        assert sum(number(row["quantity"]) for row in sessions) == Decimal("38.5")
        assert {row["domain"] for row in sessions} == {"Formation", "Atelier"}
        assert rows(seen, "commitments", domain="Défi")

    def test_o7_until_the_programme_ends(self, seen):
        assert token(seen["duration_unit"]) == "until_event"
        assert seen["end_event"]
        assert seen["event_date"] == seen["termination_date"] == "2021-11-30"
        assert article(seen, "start", "duration") == {"Durée"}

    def test_o8_an_open_dataset_due_done_and_proved(self, seen):
        (dataset,) = rows(seen, "commitments", unit="jeu de données")
        assert dataset["due"] and dataset["done"] and dataset["evidence"]

    def test_o9_eight_days_after_the_presentation(self, seen, visit):
        assert (seen["breach_count"], token(seen["breach_unit"])) == (8, "days")
        assert token(seen["breach_basis"]) == "presentation"
        assert article(seen, "breach") == {"Fin de la convention"}
        assert seen["notice_count"] is None
        path = "/futurocite/conventions/ouvrir-ma-ville-brumelle"
        broken = visit("futurocite", "author").get(path).json()
        (letter,) = rows(broken, "notices", kind="formal_notice")
        assert (letter["presented"], broken["termination_date"]) == ("2021-09-22", "2021-09-30")
        assert token(letter["means"]) == "registered_receipt"

    def test_o10_declared_value_beside_the_price(self, seen):
        assert number(seen["declared_value"]) == 2 * 2000
        assert "2 000 EUR par participant" in seen["subject_matter"]

    def test_o11_amicable_settlement_first(self, seen):
        assert "amiable" in seen["dispute_settlement"]


class TestWePulse:
    @pytest.fixture
    def seen(self, read):
        return read("wepulse", "bruxelles")

    def test_w1_the_college_by_two_named_capacities(self, seen, visit):
        city = rows(seen, "signatories", partner=uid(visit, "bruxelles", "ville"))
        assert len({row["capacity"] for row in city}) == 2
        assert all("Collège" in row["capacity"] for row in city)

    @pytest.mark.parametrize(
        ("quantity", "unit", "domain"),
        [
            (2, "profils", "FIDUS"),
            (700, "jours-homme", "NOVA/MyPermit"),
            (50, "jours-homme", "Fix My Street"),
        ],
    )
    def test_w2_quantities(self, seen, visit, quantity, unit, domain):
        cirb = uid(visit, "bruxelles", "cirb")
        (row,) = rows(seen, "commitments", partner=cirb, unit=unit, domain=domain)
        assert number(row["quantity"]) == quantity

    @pytest.mark.parametrize(("amount", "budget"), [(940000, "WePulse"), (800000, "OSIRIS")])
    def test_w2_amounts_and_budgets(self, seen, amount, budget):
        found = [r for r in rows(seen, "commitments", budget=budget) if r["amount"]]
        assert [number(row["amount"]) for row in found] == [amount]

    def test_w2_two_annexes(self, seen):
        assert len([item for item in seen["items"] if item["@type"] == ANNEX]) == 2

    def test_w3_contacts_within_15_days(self, seen):
        duties = rows(seen, "commitments", domain="Échanges")
        assert len({token(row["partner"]) for row in duties}) == len(seen["parties"]) == 2
        assert all("15 jours" in row["frequency"] for row in duties)
        assert len(seen["contacts"]) == 2
        assert seen["contacts_days"] == 15
        assert article(seen, "contacts") == {"Personnes de contact"}

    def test_w4_an_assignment_was_asked_for_and_refused(self, visit):
        path = "/bruxelles/conventions/fix-my-street"
        seen = visit("bruxelles", "author").get(path).json()
        (consent,) = rows(seen, "consents", kind="assignment")
        assert token(consent["answer"]) == "refused" and consent["answered"]

    def test_w5_without_an_end(self, seen):
        assert token(seen["duration_unit"]) == "unlimited"
        assert token(seen["renewal"]) == "none"
        assert article(seen, "duration") == {"Durée"}

    def test_w6_the_supervision_may_end_it(self, seen):
        assert "tutelle" in seen["resolutory_condition"]
        assert seen["supervision_authority"]
        assert token(seen["supervision_regime"]) == "supervision_brussels"
        assert article(seen, "resolutory") == {"Fin de la convention"}

    def test_w8_as_many_originals_as_parties(self, seen):
        assert seen["originals"] == len(seen["parties"])

    def test_w9_what_the_cirb_gives_is_conditional(self, seen, visit):
        cirb = uid(visit, "bruxelles", "cirb")
        assert len([r for r in rows(seen, "commitments", partner=cirb) if r["condition"]]) >= 4

    def test_w10_blanks_are_still_there(self, seen):
        assert "…" in seen["subject_matter"] and "__/__/____" in seen["subject_matter"]

    def test_w11_what_is_still_wrong_with_the_text_is_found(self, seen, visit):
        found = visit("bruxelles", "author").get(f"{seen['@id']}/@check").json()["findings"]
        codes = {one["code"] for one in found if one["blocks"]}
        assert codes == {"text_blank", "article_twice", "annex_missing"}

    def test_b7_the_decree_is_drafted_in_two_languages(self, seen):
        assert {token(row["language"]) for row in seen["decree"]} == {"fr", "nl"}
        (subject,) = rows(seen, "decree", language="nl", part="subject")
        assert "Samenwerking aan het programma WePulse" in subject["body"]

    def test_b2_the_council_has_postponed_it(self, seen):
        made = [(token(r["body"]), token(r["outcome"])) for r in seen["deliberations"]]
        assert made == [("college", "adopted"), ("council", "postponed")]


class Test123Digit:
    @pytest.fixture
    def seen(self, read):
        return read("digit123", "bruxelles")

    def test_d1_no_price(self, seen):
        assert seen["monetary"] is False and seen["free_of_charge"] is True
        assert not [row for row in seen["commitments"] if row["amount"]]

    def test_d2_both_owe_something(self, seen):
        assert len({token(row["partner"]) for row in seen["commitments"]}) == 2
        assert number(rows(seen, "commitments", unit="jours")[0]["quantity"]) == 5
        assert rows(seen, "commitments", unit="réunion")[0]["frequency"] == "une fois par an"
        assert rows(seen, "commitments", unit="rapport")[0]["due"]

    def test_d3_a_log_of_requests(self, seen):
        kinds = {token(row["kind"]): token(row["answer"]) for row in seen["consents"]}
        assert kinds == {"press": "granted", "logo_use": "granted", "name_use": "refused"}

    def test_d4_a_year_from_the_last_signature(self, seen):
        assert token(seen["start_rule"]) == "last_signature"
        assert token(seen["renewal"]) == "none"
        assert article(seen, "start", "duration") == {"Durée"}
        assert (seen["duration_count"], token(seen["duration_unit"])) == (1, "years")

    def test_d6_three_months_by_registered_letter(self, seen):
        assert (seen["notice_count"], token(seen["notice_unit"])) == (3, "months")
        assert token(seen["notice_means"]) == "registered_receipt"
        assert (seen["breach_count"], token(seen["breach_unit"])) == (1, "months")
        assert token(seen["breach_basis"]) == "sending"
        assert article(seen, "breach", "notice") == {"Fin de la convention"}

    def test_d7_council_and_delegation(self, seen):
        assert seen["council_date"] == "2024-06-24"
        (row,) = rows(seen, "signatories", by_delegation=True)
        assert "Smart City" in row["capacity"]

    def test_d8_courts(self, seen):
        assert "Bruxelles" in seen["dispute_settlement"]


class TestBosa:
    @pytest.fixture
    def seen(self, read):
        return read("bosa", "bruxelles")

    def test_b1_folder_agenda_sitting(self, seen):
        assert seen["folder_reference"] == "2367107"
        assert seen["agenda_number"] == "123"
        assert seen["council_sitting"] == "2020-10-19"
        assert "117" in seen["remarks"]

    def test_b2_the_college_before_the_council(self, seen):
        assert (seen["college_date"], seen["council_date"]) == ("2020-03-19", "2020-10-19")

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            ("author", 200),
            ("council_secretary", 200),
            ("space_manager", 200),
            ("reader", HIDDEN),
            ("finance_officer", HIDDEN),
            ("operator", HIDDEN),
            (None, HIDDEN),
        ],
    )
    def test_b3_the_french_text_is_for_the_secretariat_only(self, seen, visit, role, status):
        (text,) = [item for item in seen["items"] if item["title"] == "Convention FR"]
        space = None if role == "operator" else "bruxelles"
        assert visit(space, role).get(text["@id"]).status_code == status

    def test_b4_approved_with_number(self, seen):
        assert seen["council_number"]

    def test_b5_what_it_replaces(self, seen):
        assert "faireBXLsamen" in seen["replaced_arrangement"]

    def test_b6_free_of_charge(self, seen):
        assert seen["free_of_charge"] is True

    def test_b7_two_languages(self, seen):
        assert [token(row["language"]) for row in seen["language_versions"]] == ["nl"]
        assert token(seen["text_language"]) == "fr"


def test_each_text_of_the_documents_names_its_model(server, visit):
    models = {
        "wepulse": "shipped:collaboration-fr@1",
        "bosa": "shipped:platform-fr@1",
        "digit123": "shipped:partnership-fr@1",
        "communesplone": "shipped:access-fr@1",
        "ouvrir_ma_ville": "shipped:programme-fr@1",
    }
    told = [one for one in server.told()["conventions"] if one["document"]]
    for convention in told:
        seen = visit(convention["space"], "author").get(convention["path"]).json()
        assert seen["model"] == models[convention["document"]], convention["path"]
        parts = {token(row["part"]) for row in seen["text"]}
        assert parts == {"heading", "parties", "preamble", "article", "signatures"}
        # What is approved is what is kept.
        assert bool(seen["approved_text"]) is (convention["state"] != "draft")


@pytest.mark.parametrize(
    ("space", "path"),
    [
        ("bruxelles", "partenariat-123digit"),
        ("hauteville", "acces-communesplone"),
        ("cpas-hauteville", "acces-communesplone"),
    ],
)
def test_w8_the_signed_copy_is_the_paper_of_the_approved_text(visit, space, path):
    author = visit(space, "author")
    seen = author.get(f"/{space}/conventions/{path}").json()
    (copy,) = [
        found
        for item in seen["items"]
        if item["@type"] == ANNEX
        for found in [author.get(item["@id"]).json()]
        if token(found["annex_kind"]) == "signed_copy"
    ]
    data = author.get(copy["file"]["download"]).content
    pages = pypdf.PdfReader(BytesIO(data)).pages
    said = "".join("".join(page.extract_text() for page in pages).split())
    assert seen["approved_text"][:4] in said
    assert all("".join(row["name"].split()) in said for row in seen["signatories"])


class TestAmendments:
    def test_d5_a_signed_one_holds_from_its_day_on(self, visit):
        author = visit("hauteville", "author")
        path = "/hauteville/conventions/bibliotheque"
        found = author.get(f"{path}/@search", portal_type="Amendment", fullobjects=1).json()[
            "items"
        ]
        assert {one["review_state"] for one in found} == {"signed"}
        day = max(one["first_day"] for one in found)
        before = plus(date.fromisoformat(day), days=-1).isoformat()
        amounts = []
        for at in (before, day):
            (first, *_) = author.get(f"{path}/@state", at=at).json()["tables"]["commitments"]
            amounts.append(number(first["values"]["amount"]))
        assert amounts == [12000, 13500]

    def test_d5_one_of_the_past_was_entered_with_its_own_days(self, visit):
        author = visit("hauteville", "author")
        path = "/hauteville/conventions/bibliotheque"
        found = author.get(f"{path}/@search", portal_type="Amendment", fullobjects=1).json()[
            "items"
        ]
        (past,) = [one for one in found if one["amendment_number"] == 1]
        (signed,) = {row["date_signed"] for row in past["signatories"]}
        day = past["first_day"]
        assert past["council_date"] < signed < day < today().isoformat()
        before = plus(date.fromisoformat(day), days=-1).isoformat()
        counts = [
            len(author.get(f"{path}/@state", at=at).json()["tables"]["commitments"])
            for at in (before, day)
        ]
        assert counts == [3, 4]

    def test_d5_a_draft_changes_nothing(self, visit):
        author = visit("hauteville", "author")
        path = "/hauteville/conventions/acces-communesplone"
        (amendment,) = author.get(f"{path}/@search", portal_type="Amendment", fullobjects=1).json()[
            "items"
        ]
        assert amendment["review_state"] == "draft"
        assert number(author.get(path).json()["prices"][0]["amount"]) == Decimal("82.00")


def test_b2_what_was_postponed_is_adopted_later(visit):
    path = "/hauteville/conventions/station-d-epuration"
    seen = visit("hauteville", "author").get(path).json()
    council = [r for r in seen["deliberations"] if token(r["body"]) == "council"]
    assert [token(row["outcome"]) for row in council] == ["postponed", "adopted"]
    assert seen["review_state"] == "council_approved"


def test_o1_the_commune_has_a_model_of_its_own_in_two_versions(visit):
    found = visit("hauteville", "author").get("/hauteville/@models").json()["items"]
    (own,) = [one for one in found if one["title"] == "Accès à un serveur, modèle de la Commune"]
    assert [version["number"] for version in own["versions"]] == [1, 2]


@pytest.mark.parametrize(("stranger", "role"), [("hauteville", "space_manager"), (None, None)])
def test_c2_nobody_of_another_space_reads_anything(server, visit, stranger, role):
    visitor = visit(stranger, role)
    for convention in server.told()["conventions"]:
        if convention["space"] != stranger:
            assert visitor.get(convention["path"]).status_code == 401, convention["path"]


def test_each_kind_of_user_comes_in(server, visit):
    for account in server.told()["accounts"]:
        space = account["space"] or "bruxelles"
        answer = visit(account["space"], account["role"]).get(f"/{space}/conventions")
        assert answer.status_code == 200, account["role"]


def test_a_partner_s_people_see_what_their_partner_has_agreed_and_no_draft(visit):
    found = visit("bruxelles", "partner_contact").get(
        "/bruxelles/@search", portal_type="Convention"
    )
    assert {item["@id"].rpartition("/")[2] for item in found.json()["items"]} == {"fix-my-street"}

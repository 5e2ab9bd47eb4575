"""Rows of a collection: what forms and REST refuse, cell by cell."""

from collective.conventions.terms import rows
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.findings import CODES
from collective.conventions.terms.watching import days_before
from datetime import date
from datetime import datetime
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


TODAY = date(2026, 3, 31)
PARTIES = [{"partner": "uvcw", "role": "provider"}, {"partner": "cpas", "role": "user"}]
CHECKS = {
    "parties": lambda found: rows.check_parties(found),
    "signatories": lambda found: rows.check_signatories(found, PARTIES, TODAY),
    "commitments": lambda found: rows.check_commitments(found, PARTIES, TODAY),
    "contacts": lambda found: rows.check_contacts(found, PARTIES),
    "consents": lambda found: rows.check_consents(found, PARTIES, TODAY),
    "undertakings": lambda found: rows.check_undertakings(found, TODAY),
    "notices": lambda found: rows.check_notices(found, PARTIES, TODAY),
    "language_versions": lambda found: rows.check_language_versions(found),
    "text": lambda found: rows.check_text(found),
    "text_exceptions": lambda found: rows.check_text_exceptions(found, TODAY),
    "decree": lambda found: rows.check_decree(found),
    "deliberations": lambda found: rows.check_deliberations(found, TODAY),
    "lines": lambda found: rows.check_lines(found),
    "prices": lambda found: rows.check_prices(found),
}
SOUND = {
    "parties": PARTIES,
    "signatories": [
        {
            "partner": "uvcw",
            "name": "A. Example",
            "capacity": "Secretary general",
            "by_delegation": False,
            "date_signed": date(2026, 3, 5),
            "original_received": date(2026, 3, 5),
        },
        {"partner": "cpas", "name": "B. Example"},
    ],
    "commitments": [
        {
            "partner": "uvcw",
            "description": "development",
            "quantity": Decimal(700),
            "unit": "man-days",
            "amount": Decimal("940000"),
            "due": date(2027, 1, 1),
            "done": None,
        }
    ],
    "contacts": [{"partner": "cpas", "name": "C. Example", "email": "c@cpas.example"}],
    "consents": [
        {
            "kind": "logo_use",
            "requested_by": "cpas",
            "requested": date(2026, 2, 1),
            "answer": "granted",
            "answered": date(2026, 2, 1),
        },
        {"kind": "assignment", "answer": "pending"},
    ],
    "undertakings": [{"person": "D. Example", "kind": "team_member", "signed": TODAY}],
    "notices": [
        {
            "kind": "non_renewal",
            "partner": "cpas",
            "sent": date(2026, 2, 1),
            "received": date(2026, 2, 3),
            "means": "registered_receipt",
        }
    ],
    "language_versions": [
        {"language": "fr", "title": "Convention", "authoritative": True},
        {"language": "nl", "title": "Overeenkomst", "authoritative": False},
    ],
    "text": [
        {"part": "heading", "title": "Convention"},
        {"part": "article", "number": "1", "title": "Objet", "body": "<p>Accès.</p>"},
    ],
    "text_exceptions": [
        {
            "code": "number_twice",
            "place": "article 4",
            "reason": "Signed so.",
            "author": "A. Example",
            "day": TODAY,
        }
    ],
    "decree": [
        {"part": "subject", "language": "fr", "body": "<p>Convention.</p>"},
        {"part": "subject", "language": "nl", "body": "<p>Overeenkomst.</p>"},
    ],
    "deliberations": [
        {"body": "college", "sitting": date(2026, 3, 1), "outcome": "adopted"},
        {"body": "council", "sitting": date(2026, 3, 1), "outcome": "postponed"},
    ],
    "lines": [
        {
            "description": "access",
            "quantity": Decimal(6),
            "unit_price": Decimal("-41"),
            "vat_rate": Decimal(21),
        }
    ],
    "prices": [
        {
            "description": "access",
            "basis": "monthly",
            "amount": Decimal(82),
            "vat_rate": Decimal(21),
            "vat_category": "S",
            "from_count": None,
            "day": None,
            "indexed": True,
        }
    ],
}


def seen(findings):
    return [(one.code, one.row, one.column) for one in findings]


def spoiled(field, position=0, **cells):
    changed = [dict(row) for row in SOUND[field]]
    changed[position].update(cells)
    return seen(CHECKS[field](changed))


@pytest.mark.parametrize("field", CHECKS)
def test_sound_rows_pass(field):
    assert CHECKS[field](SOUND[field]) == ()
    assert CHECKS[field](tuple(SOUND[field])) == ()


@pytest.mark.parametrize("field", CHECKS)
@pytest.mark.parametrize("nothing", [None, [], ()])
def test_no_rows_at_all_pass(field, nothing):
    assert CHECKS[field](nothing) == ()


@pytest.mark.parametrize(
    ("field", "cells", "found"),
    [
        ("parties", {"partner": ""}, ("required", 0, "partner")),
        ("parties", {"partner": None}, ("required", 0, "partner")),
        ("parties", {"partner": 7}, ("wrong_type", 0, "partner")),
        ("parties", {"partner": ["uvcw"]}, ("wrong_type", 0, "partner")),
        ("parties", {"role": "boss"}, ("unknown_choice", 0, "role")),
        ("parties", {"partner": "cpas"}, ("duplicate", 1, "partner")),
        ("signatories", {"partner": "city"}, ("not_a_party", 0, "partner")),
        ("signatories", {"by_delegation": "yes"}, ("wrong_type", 0, "by_delegation")),
        ("signatories", {"date_signed": "2026-03-05"}, ("wrong_type", 0, "date_signed")),
        ("signatories", {"date_signed": datetime(2026, 3, 5)}, ("wrong_type", 0, "date_signed")),
        (
            "signatories",
            {"original_received": date(2026, 3, 4)},
            ("received_before_signed", 0, "original_received"),
        ),
        (
            "signatories",
            {"original_received": date(2026, 4, 1)},
            ("in_future", 0, "original_received"),
        ),
        ("commitments", {"description": " "}, ("required", 0, "description")),
        ("commitments", {"partner": "city"}, ("not_a_party", 0, "partner")),
        ("commitments", {"quantity": Decimal("-1")}, ("negative", 0, "quantity")),
        ("commitments", {"amount": Decimal("-0.01")}, ("negative", 0, "amount")),
        ("commitments", {"amount": Decimal("NaN")}, ("not_a_number", 0, "amount")),
        ("commitments", {"amount": Decimal("1E+12")}, ("too_large", 0, "amount")),
        ("commitments", {"amount": Decimal("1E-11")}, ("too_many_decimals", 0, "amount")),
        ("commitments", {"amount": True}, ("wrong_type", 0, "amount")),
        ("commitments", {"amount": 1.5}, ("wrong_type", 0, "amount")),
        ("commitments", {"due": date(1899, 12, 31)}, ("date_out_of_range", 0, "due")),
        ("commitments", {"due": date(2201, 1, 1)}, ("date_out_of_range", 0, "due")),
        ("commitments", {"done": date(2026, 4, 1)}, ("in_future", 0, "done")),
        ("contacts", {"email": "c@cpas"}, ("email_malformed", 0, "email")),
        ("contacts", {"partner": "city"}, ("not_a_party", 0, "partner")),
        ("consents", {"answered": date(2026, 1, 31)}, ("answered_before_requested", 0, "answered")),
        ("consents", {"answered": None}, ("answer_date_missing", 0, "answered")),
        (
            "consents",
            {"answer": "refused", "answered": None},
            ("answer_date_missing", 0, "answered"),
        ),
        ("consents", {"answered": "soon"}, ("wrong_type", 0, "answered")),
        ("consents", {"requested_by": "city"}, ("not_a_party", 0, "requested_by")),
        ("undertakings", {"person": ""}, ("required", 0, "person")),
        ("undertakings", {"signed": date(2026, 4, 1)}, ("in_future", 0, "signed")),
        ("notices", {"received": date(2026, 1, 31)}, ("received_before_sent", 0, "received")),
        ("notices", {"means": "pigeon"}, ("unknown_choice", 0, "means")),
        ("notices", {"kind": ""}, ("required", 0, "kind")),
        ("language_versions", {"language": "nl"}, ("duplicate", 1, "language")),
        ("language_versions", {"authoritative": None}, ("no_authoritative_version", None, None)),
        ("lines", {"vat_rate": Decimal("100.01")}, ("vat_rate_invalid", 0, "vat_rate")),
        ("lines", {"vat_rate": None}, ("required", 0, "vat_rate")),
        ("lines", {"quantity": Decimal("Infinity")}, ("not_a_number", 0, "quantity")),
        ("prices", {"amount": Decimal(-1)}, ("negative", 0, "amount")),
        ("prices", {"basis": "weekly"}, ("unknown_choice", 0, "basis")),
        ("prices", {"vat_rate": Decimal("100.01")}, ("vat_rate_invalid", 0, "vat_rate")),
        ("prices", {"from_count": -1}, ("negative", 0, "from_count")),
    ],
)
def test_one_spoiled_cell_is_found_once_at_its_place(field, cells, found):
    assert spoiled(field, **cells) == [found]


def test_the_first_of_two_equal_rows_is_named_as_people_count():
    (found,) = rows.check_parties([*PARTIES, {"partner": "cpas", "role": "partner"}])
    assert (found.row, found.params) == (2, {"first": 2})


def test_the_same_signatory_twice_whatever_the_spacing_and_case():
    twice = [{"partner": "uvcw", "name": "A.  Example"}, {"partner": "uvcw", "name": "a. example "}]
    assert seen(rows.check_signatories(twice, PARTIES)) == [("duplicate", 1, "name")]


def test_signatories_still_to_be_named_and_namesakes_are_no_duplicates():
    unnamed = [{"partner": "uvcw"}, {"partner": "uvcw", "name": ""}]
    namesakes = [{"partner": "uvcw", "name": "A"}, {"partner": "cpas", "name": "A"}]
    assert rows.check_signatories([*unnamed, *namesakes], PARTIES) == ()


def test_the_future_is_only_refused_when_today_is_known():
    later = [{"partner": "uvcw", "description": "x", "done": date(2027, 1, 1)}]
    assert rows.check_commitments(later, PARTIES) == ()
    assert seen(rows.check_commitments(later, PARTIES, TODAY)) == [("in_future", 0, "done")]


@pytest.mark.parametrize(
    "cells",
    [
        {"due": date(1900, 1, 1)},
        {"due": date(2200, 12, 31)},
        {"quantity": Decimal(0)},
        {"amount": 0},
        {"amount": Decimal("999999999999.99")},
    ],
)
def test_the_outermost_values_pass(cells):
    assert spoiled("commitments", **cells) == []


def test_everything_wrong_is_named_at_once():
    found = seen(rows.check_commitments([{"partner": "city", "quantity": Decimal(-1)}, 7], PARTIES))
    assert found == [
        ("required", 0, "description"),
        ("negative", 0, "quantity"),
        ("not_a_row", 1, None),
        ("not_a_party", 0, "partner"),
    ]


def test_unknown_columns_are_named():
    found = rows.unknown_columns("parties", [{"partner": "x", "colour": "red"}, None])
    assert seen(found) == [("unknown_column", 0, "colour")]


def test_b2_the_college_decides_before_the_council():
    values = {"college_date": date(2026, 2, 2), "council_date": date(2026, 2, 1)}
    assert [(one.code, one.field) for one in rows.check_decisions(values)] == [
        ("college_after_council", "college_date")
    ]
    assert rows.check_decisions({**values, "council_date": date(2026, 2, 2)}) == ()


def test_d7_a_decision_cannot_lie_in_the_future_but_a_sitting_can():
    values = {"council_date": date(2026, 4, 1), "council_sitting": date(2026, 4, 1)}
    found = rows.check_decisions(values, TODAY)
    assert [(one.code, one.field) for one in found] == [("in_future", "council_date")]
    assert rows.check_decisions(values, date(2026, 4, 1)) == ()


def test_decisions_of_no_civil_date():
    values = {"college_date": datetime(2026, 1, 1), "council_date": date(1830, 10, 4)}
    found = rows.check_decisions(values, TODAY)
    assert [(one.code, one.field) for one in found] == [
        ("wrong_type", "college_date"),
        ("date_out_of_range", "council_date"),
    ]


junk = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text(max_size=4)
    | st.dates()
    | st.datetimes()
    | st.lists(st.integers(), max_size=2)
    | st.sampled_from(["uvcw", "cpas", "fr", "granted", "other"])
)


@pytest.mark.parametrize("field", CHECKS)
@given(data=st.data())
def test_no_rows_whatever_make_a_check_fail(field, data):
    columns = st.sampled_from(sorted(COLUMNS[field]))
    one = st.dictionaries(columns, junk, max_size=6) | junk
    for finding in CHECKS[field](data.draw(st.lists(one, max_size=4))):
        assert finding.field == field
        assert set(finding.params) == set(CODES[finding.code])
        assert finding.column is None or finding.column in COLUMNS[field]


@given(st.dictionaries(st.sampled_from(["college_date", "council_date", "council_sitting"]), junk))
def test_no_decision_whatever_makes_the_check_fail(values):
    for finding in rows.check_decisions(values, TODAY):
        assert set(finding.params) == set(CODES[finding.code])


def test_a_letter_is_not_presented_before_it_is_sent():
    row = {
        "kind": "formal_notice",
        "partner": "a",
        "sent": date(2026, 3, 2),
        "presented": date(2026, 3, 1),
    }
    (finding,) = rows.check_notices([row], [{"partner": "a"}], date(2026, 4, 1))
    assert (finding.code, finding.column) == ("presented_before_sent", "presented")


def test_a_renewal_is_agreed_on_once_and_in_the_past():
    today = date(2026, 3, 1)
    agreed = [{"agreed": today}, {"agreed": today}, {"agreed": date(2026, 3, 2)}, {}]
    found = [(f.code, f.row) for f in rows.check_renewals(agreed, today)]
    assert sorted(found) == [("duplicate", 1), ("in_future", 2), ("required", 3)]


def test_a_clause_is_named_once_for_each_topic():
    named = [{"topic": "notice", "clause": "art. 8"}] * 2
    assert [(f.code, f.row) for f in rows.check_clauses(named)] == [("duplicate", 1)]


def test_a_date_set_by_hand_is_that_of_a_fact():
    day = {"day": date(2026, 3, 1), "reason": "agreed", "author": "The director"}
    given = [{**day, "key": "notice_by-2"}, {**day, "key": "nothing-1"}, {**day, "key": "ends"}]
    found = [(f.code, f.row, f.column) for f in rows.check_overrides(given)]
    assert found == [("unknown_choice", 1, "key")]


def test_days_before_are_numbers():
    rule = {"what": "notice_by", "recipients": "responsible"}
    given = [
        {**rule, "days_before": "60, 30;7"},
        {**rule, "recipients": "contacts", "days_before": "a week"},
        {**rule, "recipients": "contacts", "days_before": None},
    ]
    found = {(f.code, f.row) for f in rows.check_reminders(given)}
    assert found == {("days_malformed", 1), ("duplicate", 2)}


def test_days_before_in_their_order():
    assert days_before("7, 60 30;30") == (60, 30, 7)
    assert days_before("") == days_before(None) == (0,)
    assert days_before("99999") is None
    assert days_before("3661") is None

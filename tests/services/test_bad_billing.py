"""Bad input of prices and invoices: every field is named at once, and nothing is written."""

from hypothesis import given
from hypothesis import strategies as st
from services.billed import errors
from services.billed import issued
from services.test_fuzz import anything
from services.test_fuzz import BOUNDED
from services.test_fuzz import refused_in_shape
from services.test_fuzz import send
import json
import pytest


#: What each field of the price is sent, and what is said of it.
PRICE = {
    "issuer": ("nobody", "unknown_choice"),
    "customer": (7, "wrong_type"),
    "participants": (-1, "negative"),
    "reduction_percent": (101, "too_large"),
    "reduction_condition": ("sometimes", "unknown_choice"),
    "index_series": ("gold", "unknown_choice"),
    "index_base_month": ("2026-02-30", "not_a_date"),
    "index_fixed_part": ("a fifth", "not_a_number"),
    "index_moving_part": ("1.01", "too_large"),
    "index_rule": ([], "wrong_type"),
    "index_lag_months": (0, "too_small"),
    "index_rounding": ("up", "unknown_choice"),
    "exemption_reason": ("One\nTwo", "several_lines"),
    "payment_days": (367, "too_large"),
    "communication": ("fax", "unknown_choice"),
    "buyer_reference": ("x" * 101, "too_long"),
}
ROWS = [
    {"description": "", "basis": "weekly", "amount": -1, "vat_rate": 101, "vat_category": "Z"},
    {"from_count": 0, "day": "soon", "indexed": "yes", "colour": "red"},
    "a row",
]
OF_ROWS = {
    ("prices", 0, "description", "required"),
    ("prices", 0, "basis", "unknown_choice"),
    ("prices", 0, "amount", "negative"),
    ("prices", 0, "vat_rate", "too_large"),
    ("prices", 0, "vat_category", "unknown_choice"),
    ("prices", 1, "description", "required"),
    ("prices", 1, "basis", "required"),
    ("prices", 1, "amount", "required"),
    ("prices", 1, "from_count", "too_small"),
    ("prices", 1, "day", "not_a_date"),
    ("prices", 1, "indexed", "wrong_type"),
    ("prices", 1, "colour", "unknown_column"),
    ("prices", 2, None, "not_a_row"),
}
WRONG_PRICE = {name: value for name, (value, _code) in PRICE.items()} | {"prices": ROWS}
FAULTS_OF_PRICE = {(name, None, None, code) for name, (_v, code) in PRICE.items()} | OF_ROWS

LINE = {
    "description": None,
    "quantity": "many",
    "unit_price": True,
    "vat_rate": "NaN",
    "vat_category": "Z",
    "unit": "box",
    "reduction_percent": -1,
    "reduction_reason": "x" * 501,
    "period_start": "2026-1-1",
    "period_end": 7,
    "explanation": "One\nTwo",
}
WRONG_INVOICE = {
    "document_kind": "receipt",
    "credits": "nothing",
    "due_date": "soon",
    "exemption_reason": "x" * 501,
    "buyer_reference": {},
    "lines": [LINE],
}
FAULTS_OF_INVOICE = {
    ("document_kind", None, None, "unknown_choice"),
    ("credits", None, None, "unknown_choice"),
    ("due_date", None, None, "not_a_date"),
    ("exemption_reason", None, None, "too_long"),
    ("buyer_reference", None, None, "wrong_type"),
    ("lines", 0, "description", "required"),
    ("lines", 0, "quantity", "not_a_number"),
    ("lines", 0, "unit_price", "wrong_type"),
    ("lines", 0, "vat_rate", "not_a_number"),
    ("lines", 0, "vat_category", "unknown_choice"),
    ("lines", 0, "unit", "unknown_choice"),
    ("lines", 0, "reduction_percent", "negative"),
    ("lines", 0, "reduction_reason", "too_long"),
    ("lines", 0, "period_start", "not_a_date"),
    ("lines", 0, "period_end", "not_a_date"),
    ("lines", 0, "explanation", "several_lines"),
}


def test_the_price_of_a_new_convention(space, author):
    answer = author.post("conventions", space.valid(**WRONG_PRICE))
    assert (answer.status_code, errors(answer)) == (400, FAULTS_OF_PRICE)
    assert author.get("conventions").json()["items_total"] == 0


def test_the_price_of_a_convention(space, author):
    url = space.created()
    before = space.record(url)
    answer = author.patch(url, WRONG_PRICE)
    assert (answer.status_code, errors(answer)) == (400, FAULTS_OF_PRICE)
    assert space.record(url) == before


def test_a_new_invoice(billed, finance):
    url = billed.convention.absolute_url()
    sent = {"@type": "Invoice", "title": "Bad", "issuer": "nobody", **WRONG_INVOICE}
    answer = finance.post(url, sent)
    parties = {("issuer", None, None, "unknown_choice"), ("customer", None, None, "required")}
    assert (answer.status_code, errors(answer)) == (400, FAULTS_OF_INVOICE | parties)
    assert finance.get(url).json()["items_total"] == 0


def test_an_invoice(billed, finance):
    url = billed.draft()
    before = finance.get(url).json()
    answer = finance.patch(url, WRONG_INVOICE)
    assert (answer.status_code, errors(answer)) == (400, FAULTS_OF_INVOICE)
    assert finance.get(url).json() == before


@pytest.mark.parametrize("values", [{"monetary": False}, {"free_of_charge": True}])
def test_d1_b6_no_invoice_for_what_costs_nothing(billed, finance, values):
    url = billed.agree(prices=[], **values).absolute_url()
    issuer, customer = billed.union.UID(), billed.commune.UID()
    sent = {"@type": "Invoice", "title": "One", "issuer": issuer, "customer": customer}
    refused = finance.post(url, sent)
    assert refused.status_code == 422 and "no invoice" in refused.json()["message"]
    assert finance.get(url).json()["items_total"] == 0


NAMES = {
    "@payments": ("day", "amount", "reference", "means", "payer", "note"),
    "@credit": ("lines", "remarks"),
    "@workflow/issue": ("comment",),
}
OF_SPACE = {
    "@billing-run": ("on", "only"),
    "@price-indexes": ("source", "values"),
    "@statement": ("file",),
}


def bodies(names):
    return st.dictionaries(st.sampled_from((*names, "odd")), anything, min_size=1) | anything


@pytest.mark.parametrize("service", NAMES)
def test_whatever_an_invoice_is_sent(billed, finance, service):
    url = issued(finance, billed.draft())
    before = finance.get(f"{url}/@payments").json()

    @BOUNDED
    @given(bodies(NAMES[service]).filter(bool))
    def sent(value):
        answer = send(finance, "POST", f"{url}/{service}", json.dumps(value).encode())
        if not answer.ok:
            refused_in_shape(answer)
            assert finance.get(f"{url}/@payments").json() == before

    sent()


@pytest.mark.parametrize("service", OF_SPACE)
def test_whatever_a_space_is_sent(space, finance, service):
    @BOUNDED
    @given(bodies(OF_SPACE[service]).filter(bool))
    def sent(value):
        url = f"{space.url}/{service}"
        answer = send(finance, "POST", url, json.dumps(value).encode())
        assert answer.ok or refused_in_shape(answer)

    sent()

"""What a document lacks: everything at once, each in its place."""

from collective.conventions.messages import sentence
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.issuing import lacking
from collective.conventions.terms.issuing import unnumbered
from dataclasses import replace
from datetime import date
from decimal import Decimal
from documents import CREDIT_NOTE
from documents import documents
from documents import EXEMPT
from documents import INVOICE
from documents import LINE
from documents import OUT_OF_SCOPE
from hypothesis import given
import pytest


def told(document: Document) -> set[tuple]:
    """Code, field, row and column of all that lacks."""
    return {(one.code, one.field, one.row, one.column) for one in lacking(document)}


def with_line(**values) -> Document:
    return replace(INVOICE, lines=(replace(LINE, **values),))


@given(documents())
def test_nothing_lacks_in_a_good_document(document):
    assert told(document) == set()


@pytest.mark.parametrize("document", [INVOICE, CREDIT_NOTE, OUT_OF_SCOPE, EXEMPT])
def test_nothing_lacks_in_the_samples(document):
    assert told(document) == set()


def test_an_empty_document_lacks_everything_at_once():
    nobody = Organisation("", " ", country="")
    parts = ("name", "required"), ("street", "no_address"), ("country", "no_country")
    assert told(Document("invoice", nobody, nobody, ())) == {
        *((code, role, None, name) for role in ("issuer", "customer") for name, code in parts),
        ("no_enterprise_number", "issuer", None, "enterprise_number"),
        ("no_enterprise_number", "customer", None, "enterprise_number"),
        ("no_iban", "issuer", None, "iban"),
        ("no_buyer_reference", "buyer_reference", None, None),
        ("no_due_date", "due", None, None),
        ("no_lines", "lines", None, None),
    }


def test_who_lacks_it_is_named():
    nameless = replace(INVOICE.customer, enterprise_number="", street="")
    found = lacking(replace(INVOICE, customer=nameless, buyer_reference=""))
    assert {item.params["organisation"] for item in found} == {"CPAS de Hauteville"}
    texts = {sentence(item).mapping["organisation"] for item in found}
    assert texts == {"CPAS de Hauteville"}


@pytest.mark.parametrize(
    ("role", "column", "value", "code"),
    [
        ("issuer", "enterprise_number", "0451461656", "identifier_checksum"),
        ("customer", "enterprise_number", "0212227883", "identifier_checksum"),
        ("customer", "enterprise_number", "0212.227.882", "identifier_format"),
        ("issuer", "vat_number", "BE0451461656", "identifier_checksum"),
        ("customer", "vat_number", "NL1", "identifier_format"),
        ("issuer", "vat_number", "", "no_vat_number"),
        ("issuer", "iban", "BE09091011584658", "identifier_checksum"),
        ("issuer", "iban", "BE09 0910 1158 4657", "identifier_format"),
        ("issuer", "country", "XX", "no_country"),
        ("customer", "city", " ", "no_address"),
        ("customer", "name", "a\x00b", "control_characters"),
    ],
)
def test_a_party_is_checked(role, column, value, code):
    party = replace(getattr(INVOICE, role), **{column: value})
    assert told(replace(INVOICE, **{role: party})) == {(code, role, None, column)}


@pytest.mark.parametrize(
    ("values", "code", "column"),
    [
        ({"description": " "}, "required", "description"),
        ({"quantity": Decimal(0)}, "not_positive", "quantity"),
        ({"quantity": Decimal("NaN")}, "not_a_number", "quantity"),
        ({"unit_price": Decimal(-1)}, "negative", "unit_price"),
        ({"unit_price": Decimal("1E+12")}, "too_large", "unit_price"),
        ({"unit_price": Decimal("1E-11")}, "too_many_decimals", "unit_price"),
        ({"vat_rate": Decimal(101)}, "vat_rate_invalid", "vat_rate"),
        ({"vat_rate": Decimal(0)}, "rate_of_category", "vat_rate"),
        ({"vat_category": "AE"}, "unknown_choice", "vat_category"),
        ({"unit": "dozen"}, "unknown_choice", "unit"),
        ({"reduction": Decimal(-1)}, "negative", "reduction"),
        ({"reduction": Decimal("246.03")}, "reduction_differs", "reduction"),
        ({"reduction": Decimal("246.001")}, "too_many_decimals", "reduction"),
        ({"reduction": Decimal("492.01")}, "too_large", "reduction"),
        ({"quantity": Decimal(-6)}, "too_large", "reduction"),
        ({"quantity": Decimal(-6), "reduction": Decimal(0)}, "reduction_differs", "reduction"),
        ({"reduction_percent": Decimal(101)}, "too_large", "reduction_percent"),
        ({"period_start": date(2025, 12, 31)}, "date_out_of_range", "period_start"),
        ({"period_end": date(2026, 7, 1)}, "date_out_of_range", "period_end"),
        (
            {"period_start": date(2026, 2, 2), "period_end": date(2026, 2, 1)},
            "end_before_start",
            "period_end",
        ),
        ({"explanation": "\x1b[0m"}, "control_characters", "explanation"),
        ({"explanation": "\ud800"}, "control_characters", "explanation"),
    ],
)
def test_a_line_is_checked(values, code, column):
    assert told(with_line(**values)) == {(code, "lines", 0, column)}


def test_a_line_may_take_back_what_the_document_charges_and_no_more():
    charged = replace(LINE, reduction=Decimal(0), reduction_percent=None, reduction_reason="")
    back = replace(charged, quantity=Decimal(-6))
    assert told(replace(INVOICE, lines=(charged, back))) == set()
    more = replace(back, unit_price=Decimal("82.01"))
    assert told(replace(INVOICE, lines=(charged, more))) == {("negative", "lines", None, None)}


def test_a_reduction_may_miss_its_percentage_by_two_cents_and_no_more():
    assert told(with_line(reduction=Decimal("245.98"))) == set()
    assert told(with_line(reduction=Decimal("245.97"))) != set()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"remarks": "a\x07"}, ("control_characters", "remarks")),
        ({"due": None}, ("no_due_date", "due")),
        ({"due": date(2026, 1, 14)}, ("due_before_issue", "due")),
        ({"period_end": None}, None),
        ({"due": None, "payment_terms": "30 jours"}, None),
        ({"remarks": "deux\nlignes\ttab"}, None),
    ],
)
def test_the_whole_is_checked(values, expected):
    found = {(code, field) for code, field, *_ in told(replace(INVOICE, **values))}
    assert found == ({expected} if expected else set())


def test_a_period_that_runs_backwards():
    backwards = replace(INVOICE, period_start=date(2026, 7, 1), lines=())
    assert ("end_before_start", "period_end", None, None) in told(backwards)


def test_nobody_invoices_himself():
    himself = replace(INVOICE, customer=INVOICE.issuer)
    assert told(himself) == {("issuer_is_customer", "customer", None, None)}


def test_categories():
    untaxed = OUT_OF_SCOPE.lines[0]
    mixed = replace(INVOICE, lines=(LINE, untaxed))
    assert told(mixed) == {("category_not_alone", "lines", None, None)}
    silent = replace(EXEMPT, exemption_reason=" ")
    assert told(silent) == {("no_exemption_reason", "exemption_reason", None, None)}
    assert told(replace(OUT_OF_SCOPE, exemption_reason="")) == set()


@pytest.mark.parametrize(
    ("credited", "expected"),
    [
        (None, ("nothing_credited", "credits", None, None)),
        (Credited(" ", date(2026, 1, 1)), ("nothing_credited", "credits", None, None)),
        (Credited("1", None), ("required", "credits", None, "issued")),
    ],
)
def test_a_credit_note_names_what_it_corrects(credited, expected):
    assert told(replace(CREDIT_NOTE, credits=credited)) == {expected}


def test_issuing_gives_the_number_and_the_day():
    fields = [item.field for item in unnumbered(replace(INVOICE, number=" ", issued=None))]
    assert fields == ["number", "issued"]
    assert unnumbered(INVOICE) == ()

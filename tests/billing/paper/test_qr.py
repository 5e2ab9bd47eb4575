"""The payment code: what it says, and what it can't say. Read back as a bank's app would."""

from collective.conventions.billing.paper import qr
from decimal import Decimal
from io import BytesIO
from PIL import Image
import papers
import pytest
import zxingcpp


def read(code):
    """The lines that a reader sees in the drawn code."""
    drawn = BytesIO()
    code.save(drawn, kind="png", scale=5)
    (found,) = zxingcpp.read_barcodes(Image.open(drawn))
    return found.text.split("\n")


def code(name="Union asbl", iban="BE68539007547034", amount="508.20", communication="2027-000123"):
    return qr.payment_code(name, iban, Decimal(amount), communication)


def test_it_says_whom_to_pay_how_much_and_why():
    assert read(code()) == [
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        "Union asbl",
        "BE68539007547034",
        "EUR508.2",
        "",
        "",
        "2027-000123",
    ]


@pytest.mark.parametrize("written", ["010806817183", "+++010/8068/17183+++"])
def test_a_structured_communication_stands_alone_in_its_own_field(written):
    assert read(code(communication=written))[9:] == ["010806817183"]


def test_a_creditor_reference_stands_there_too():
    assert read(code(communication="RF18 5390 0754 7034"))[9:] == ["RF18539007547034"]


def test_no_line_break_forges_a_field():
    lines = read(code(name="Union\nBE00\r\u2028asbl", communication="2027\n-000123\nEUR1"))
    assert len(lines) == 11
    assert lines[5] == "Union BE00 asbl"
    assert lines[10] == "2027 -000123 EUR1"


def test_accents_are_read_as_they_are_written():
    assert read(code(name="Forêt de Chênée"))[5] == "Forêt de Chênée"


def test_a_long_name_is_cut_to_what_the_standard_takes():
    assert read(code(name="A" * 80))[5] == "A" * 70


def test_an_account_may_be_written_in_groups():
    assert read(code(iban="BE68 5390 0754 7034"))[6] == "BE68539007547034"


@pytest.mark.parametrize("amount", ["0.01", "999999999.99"])
def test_the_amounts_of_the_standard_are_taken(amount):
    assert read(code(amount=amount))[7] == f"EUR{amount}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": "0.00"},
        {"amount": "-1.00"},
        {"amount": "1000000000.00"},
        {"amount": "1.005"},
        {"amount": "NaN"},
        {"iban": "BE69539007547034"},
        {"iban": ""},
        {"name": ""},
        {"communication": ""},
        {"communication": "x" * 141},
        {"name": "é" * 70, "communication": "é" * 140},
    ],
)
def test_what_no_bank_could_execute_gets_no_code(wrong):
    with pytest.raises(qr.Unpayable):
        code(**wrong)


def test_a_document_pays_its_total_with_its_number():
    assert read(qr.of_document(papers.document()))[7:] == ["EUR297.66", "", "", "2027-000123"]


def test_only_what_asks_for_a_payment_has_a_code():
    assert qr.payable(papers.document())
    assert not qr.payable(papers.document(number=""))
    assert not qr.payable(papers.document(lines=()))
    assert not qr.payable(papers.credit_note())

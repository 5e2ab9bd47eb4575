"""CODA files: read whole or refused with the line that is wrong."""

from collective.conventions.billing.payments import coda
from collective.conventions.billing.payments.statement import MOST_OCTETS
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from statements import ACCOUNT
from statements import Movement
from statements import PAYER
import pytest
import statements


def read(text):
    return coda.read(text.encode("cp1252"))


def fault(text):
    with pytest.raises(BadRequest) as caught:
        read(text)
    return caught.value.message


def line_of(text):
    return fault(text).mapping["line"]


def changed(text, line, start, new):
    """A file with other characters in one place; lines count from one, places from zero."""
    lines = text.split("\r\n")
    one = lines[line - 1]
    lines[line - 1] = one[:start] + new + one[start + len(new) :]
    return "\r\n".join(lines)


PAID = Movement(Decimal("508.20"), text="2027-000123")
SAMPLE = statements.coda([PAID, Movement(Decimal("-12.10"), text="Frais", name="", iban="")])


def test_a_statement_says_its_account_its_balances_and_its_movements():
    (statement,) = read(SAMPLE)
    assert (statement.account, statement.number, statement.day) == (
        ACCOUNT,
        "007",
        date(2027, 1, 15),
    )
    assert (statement.opening, statement.closing) == (Decimal("1000.00"), Decimal("1496.10"))
    paid, fee = statement.entries
    assert (paid.amount, paid.day, paid.value_day) == (
        Decimal("508.20"),
        date(2027, 1, 15),
        date(2027, 1, 15),
    )
    assert (paid.name, paid.iban) == ("CPAS de Saint-Exemple", PAYER)
    assert (paid.communication, paid.structured) == ("2027-000123", "")
    assert (fee.amount, fee.name, fee.iban) == (Decimal("-12.10"), "", "")


def test_an_account_below_zero_is_read_with_its_sign():
    (statement,) = read(statements.coda([PAID], opening=Decimal("-600.00")))
    assert (statement.opening, statement.closing) == (Decimal("-600.00"), Decimal("-91.80"))


@pytest.mark.parametrize("kind", ["101", "102"])
def test_a_structured_communication_is_told_bare_and_written(kind):
    (statement,) = read(statements.coda([replace(PAID, kind=kind, text="010806817183")]))
    assert statement.entries[0].structured == "010806817183"
    assert statement.entries[0].communication == "+++010/8068/17183+++"


def test_a_creditor_reference_is_structured_too():
    (statement,) = read(statements.coda([replace(PAID, kind="100", text="RF18539007547034")]))
    assert statement.entries[0].structured == "RF18539007547034"


def test_a_structured_communication_typed_as_free_text_is_recognised():
    (statement,) = read(statements.coda([replace(PAID, text="+++010/8068/17183+++")]))
    assert statement.entries[0].structured == "010806817183"


def test_twelve_digits_with_wrong_check_digits_stay_text():
    (statement,) = read(statements.coda([replace(PAID, kind="101", text="010806817180")]))
    assert statement.entries[0].structured == ""
    assert statement.entries[0].communication == "010806817180"


def test_what_else_the_bank_structures_is_kept_as_text():
    (statement,) = read(statements.coda([replace(PAID, kind="127", text="150127 1 SEPA")]))
    assert statement.entries[0].communication == "150127 1 SEPA"


def test_free_text_runs_over_the_three_records():
    text = " ".join(f"mot{n}" for n in range(24))
    (statement,) = read(statements.coda([replace(PAID, text=text)]))
    assert statement.entries[0].communication == text


def with_information(sort, text):
    lines = SAMPLE.split("\r\n")
    added = [
        f"3100010001{'REF':21}60150000{sort}{text[:73]:73}".ljust(125) + "1 0",
        f"3200010001{text[73:]:105}".ljust(125) + "0 0",
    ]
    lines[5:5] = added
    return changed("\r\n".join(lines), 12, 16, "000010")


def test_free_information_continues_the_communication():
    text = "Détail " * 12
    (statement,) = read(with_information("0", text.strip()))
    assert statement.entries[0].communication == f"2027-000123 {text.strip()}"


def test_information_that_the_bank_structures_is_no_communication():
    (statement,) = read(with_information("1", "001Commune de Saint-Exemple"))
    assert statement.entries[0].communication == "2027-000123"


def test_a_free_message_at_the_end_may_be_counted_or_not():
    lines = SAMPLE.split("\r\n")
    lines[9:9] = [f"4 00010000{'':22}{'Bonjour':80}".ljust(127) + "0"]
    with_message = "\r\n".join(lines)
    assert read(with_message) == read(SAMPLE)
    assert read(changed(with_message, 11, 16, "000009")) == read(SAMPLE)
    assert line_of(changed(with_message, 11, 16, "000010")) == 11


def test_a_total_is_told_by_its_parts():
    parts = (
        Movement(Decimal("82.00"), kind="101", text="010806817183"),
        Movement(Decimal("41.00"), kind="101", text="000000000101"),
    )
    (statement,) = read(statements.coda([Movement(Decimal("123.00"), parts=parts)]))
    assert [(one.amount, one.structured) for one in statement.entries] == [
        (Decimal("82.00"), "010806817183"),
        (Decimal("41.00"), "000000000101"),
    ]


def test_parts_of_another_sum_do_not_take_the_place_of_the_total():
    part = Movement(Decimal("100.00"), text="brut")
    (statement,) = read(statements.coda([Movement(Decimal("98.00"), text="net", parts=(part,))]))
    assert [one.communication for one in statement.entries] == ["net"]


def test_a_file_holds_several_statements():
    first = statements.coda([PAID], last=False)
    second = statements.coda([], number="008")
    assert [one.number for one in read(first + second)] == ["007", "008"]


def test_an_old_account_number_becomes_an_iban():
    old = statements.coda([PAID], account="539007547034 EUR0BE", structure="0")
    assert read(old)[0].account == ACCOUNT


def test_accents_are_read_in_each_way_that_banks_write_them():
    text = statements.coda([replace(PAID, name="Commune de Chênée")])
    for encoding in ("cp1252", "utf-8", "utf-8-sig"):
        assert coda.read(text.encode(encoding))[0].entries[0].name == "Commune de Chênée"


def test_a_day_of_value_may_be_unknown():
    (statement,) = read(statements.coda([replace(PAID, value_day=None)]))
    assert statement.entries[0].value_day is None


def test_a_reference_is_an_entry_s_own_and_stays_the_same():
    movements = [PAID, PAID, replace(PAID, amount=Decimal("1.00"))]
    first, again = (read(statements.coda(movements))[0].entries for _time in "12")
    assert len({one.reference for one in first}) == 3
    assert first == again


@pytest.mark.parametrize(
    ("line", "start", "new"),
    [
        (1, 127, "1"),
        (2, 1, "7"),
        (2, 39, "USD"),
        (2, 7, "69"),
        (2, 42, "2"),
        (2, 57, "1"),
        (3, 31, "A"),
        (3, 47, "310227"),
        (3, 61, "7"),
        (3, 115, "ABCDEF"),
        (3, 2, "0002"),
        (4, 2, "0002"),
        (4, 1, "4"),
        (5, 0, "5"),
        (9, 0, "4"),
        (10, 16, "000009"),
        (10, 22, "000000000012200"),
        (10, 127, "1"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(line, start, new):
    told = line_of(changed(SAMPLE, line, start, new))
    # A record in the wrong place shows in the one after it.
    assert told == {(3, 2): 4, (9, 0): 10}.get((line, start), line)


def test_movements_must_lead_from_balance_to_balance():
    assert line_of(statements.coda([PAID], closing=Decimal("1508.30"))) == 6
    assert fault(statements.coda([PAID], closing=Decimal("1508.30"))).mapping["number"] == "007"


def test_every_truncation_is_refused():
    for kept in range(len(SAMPLE) - 2):
        fault(SAMPLE[:kept])


@pytest.mark.parametrize("line", range(1, 11))
def test_a_file_that_lacks_a_line_is_refused(line):
    lines = SAMPLE.split("\r\n")
    fault("\r\n".join(lines[: line - 1] + lines[line:]))


@given(st.binary(max_size=600))
def test_any_octets_are_refused_cleanly(data):
    with pytest.raises(BadRequest):
        coda.read(data)


def test_a_huge_file_is_not_even_read():
    with pytest.raises(RequestEntityTooLarge):
        coda.read(b"0" * (MOST_OCTETS + 1))


WORDS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S")), min_size=1)
LINES = st.lists(WORDS, max_size=8).map(" ".join)
MOVEMENTS = st.builds(
    Movement,
    amount=st.decimals("-999999999.99", "999999999.99", places=2),
    name=LINES.map(lambda text: text[:35].strip()),
    text=LINES.map(lambda text: text[:149].strip()),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    value_day=st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)


@given(st.lists(MOVEMENTS, max_size=6), st.decimals("-99999", "99999999.99", places=2))
def test_what_was_written_is_read(movements, opening):
    (statement,) = coda.read(statements.coda(movements, opening).encode("utf-8"))
    assert statement.opening == opening
    for entry, one in zip(statement.entries, movements, strict=True):
        assert (entry.amount, entry.name, entry.iban) == (one.amount, one.name, one.iban)
        assert (entry.day, entry.value_day) == (one.day, one.value_day)
        if not entry.structured:
            assert entry.communication == one.text

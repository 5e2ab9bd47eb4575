"""CAMT.053 files: read whole or refused, and nothing outside them is read."""

from collective.conventions.billing.payments import camt
from collective.conventions.billing.payments.read import read as read_either
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


PAID = Movement(Decimal("508.20"), text="2027-000123")
SAMPLE = statements.camt([PAID, Movement(Decimal("-12.10"), text="Frais", iban="")])


def read(text):
    return camt.read(text.encode())


def fault(text):
    with pytest.raises(BadRequest) as caught:
        read(text)
    return caught.value.message


@pytest.mark.parametrize("version", ["02", "03", "04", "05", "06", "07", "08"])
def test_every_version_says_the_same(version):
    text = statements.camt([PAID, replace(PAID, amount=Decimal("-12.10"))], version=version)
    (statement,) = read(text)
    assert (statement.account, statement.number, statement.day) == (
        ACCOUNT,
        "7",
        date(2027, 1, 15),
    )
    assert (statement.opening, statement.closing) == (Decimal("1000.00"), Decimal("1496.10"))
    paid, given_back = statement.entries
    assert (paid.amount, paid.day, paid.value_day) == (
        Decimal("508.20"),
        date(2027, 1, 15),
        date(2027, 1, 15),
    )
    assert (paid.name, paid.iban) == ("CPAS de Saint-Exemple", PAYER)
    assert (paid.communication, paid.structured) == ("2027-000123", "")
    assert (given_back.amount, given_back.name) == (Decimal("-12.10"), "CPAS de Saint-Exemple")


def test_a_version_that_nobody_has_tried_is_refused():
    assert "version 02 to 08" in fault(SAMPLE.replace("001.08", "001.13"))


def test_a_structured_communication_is_told_bare_and_written():
    (statement,) = read(statements.camt([replace(PAID, kind="BBA", text="010806817183")]))
    assert statement.entries[0].structured == "010806817183"
    assert statement.entries[0].communication == "+++010/8068/17183+++"


def test_a_structured_communication_typed_as_free_text_is_recognised():
    (statement,) = read(statements.camt([replace(PAID, text="+++010/8068/17183+++")]))
    assert statement.entries[0].structured == "010806817183"


def test_a_reference_that_is_none_is_kept_as_text():
    (statement,) = read(statements.camt([replace(PAID, kind="X", text="F 123")]))
    assert (statement.entries[0].communication, statement.entries[0].structured) == ("F 123", "")


def test_a_booking_of_many_payments_is_told_one_by_one():
    parts = (replace(PAID, amount=Decimal("82.00")), replace(PAID, amount=Decimal("41.00")))
    (statement,) = read(statements.camt([Movement(Decimal("123.00"), parts=parts)]))
    assert [one.amount for one in statement.entries] == [Decimal("82.00"), Decimal("41.00")]


@pytest.mark.parametrize("other", ['<Amt Ccy="USD">41.00</Amt>', '<Amt Ccy="EUR">40.00</Amt>', ""])
def test_payments_that_do_not_make_up_the_booking_leave_it_whole(other):
    parts = (replace(PAID, amount=Decimal("82.00")), replace(PAID, amount=Decimal("41.00")))
    text = statements.camt([Movement(Decimal("123.00"), parts=parts)])
    (statement,) = read(text.replace('<Amt Ccy="EUR">41.00</Amt>', other))
    assert [one.amount for one in statement.entries] == [Decimal("123.00")]


def test_what_is_not_booked_yet_does_not_count():
    text = statements.camt([PAID], closing=Decimal("1000.00"))
    assert read(text.replace("BOOK", "PDNG"))[0].entries == ()


def test_several_days_go_from_the_first_balance_to_the_last():
    middle = (
        '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5.00</Amt>'
        "<CdtDbtInd>CRDT</CdtDbtInd><Dt><DtTm>2027-01-14T23:59:00+01:00</DtTm></Dt></Bal>"
    )
    (statement,) = read(SAMPLE.replace("<Ntry>", f"{middle}<Ntry>", 1))
    assert (statement.closing, statement.day) == (Decimal("1496.10"), date(2027, 1, 15))


def test_the_closing_of_the_statement_before_is_an_opening():
    assert read(SAMPLE.replace("OPBD", "PRCD")) == read(SAMPLE)


def test_a_reference_is_an_entry_s_own_and_stays_the_same():
    movements = [PAID, PAID, replace(PAID, amount=Decimal("1.00"))]
    first, again = (read(statements.camt(movements))[0].entries for _time in "12")
    assert len({one.reference for one in first}) == 3
    assert first == again


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (ACCOUNT, "BE69539007547034", 5),
        ("OPBD", "XXXX", 4),
        ("CLBD", "XXXX", 4),
        ("<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt", "<Cd>CLBD</Cd></CdOrPrtry></Tp><Amount", 1),
        ('Ccy="EUR">1000.00', 'Ccy="USD">1000.00', 6),
        ('Ccy="EUR">1000.00', 'Ccy="EUR">1000.001', 6),
        ('Ccy="EUR">1000.00', 'Ccy="EUR">-1000.00', 6),
        ('Ccy="EUR">1000.00', 'Ccy="EUR">١٢', 6),
        ('Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT', 'Ccy="EUR">1000.00</Amt><CdtDbtInd>UP', 6),
        ("<Dt>2027-01-15</Dt>", "<Dt>2027-02-30</Dt>", 6),
        ("<Id>S-7</Id><ElctrncSeqNb>7</ElctrncSeqNb>", "", 4),
        ("1496.10", "1496.20", 4),
        ("</Stmt>", "</Stm>", 10),
    ],
)
def test_what_is_wrong_is_named_by_its_line(old, new, line):
    assert old in SAMPLE
    told = fault(SAMPLE.replace(old, new)).mapping["line"]
    # What is not well formed shows where the parser stumbles.
    assert told == line or new.endswith("<Amount")


def test_every_truncation_is_refused():
    for kept in range(len(SAMPLE) - 1):
        fault(SAMPLE[:kept])


@given(st.binary(max_size=300))
def test_any_octets_are_refused_cleanly(data):
    with pytest.raises(BadRequest):
        read_either(data)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE Document [<!ENTITY a "aa"><!ENTITY x "&a;&a;">]>',
        '<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/camt.dtd">',
        "<!DOCTYPE Document>",
    ],
)
def test_nothing_is_declared_or_followed(declared):
    text = SAMPLE.replace("<Document", f"{declared}<Document").replace("2027-000123", "&x;")
    fault(text)
    assert "DTD" in fault(SAMPLE.replace("<Document", f"{declared}<Document"))


def test_a_huge_file_is_not_even_read():
    with pytest.raises(RequestEntityTooLarge):
        camt.read(b" " * (MOST_OCTETS + 1))


def test_either_format_is_known_by_its_first_characters():
    assert read_either(SAMPLE.encode()) == read(SAMPLE)
    assert read_either(statements.coda([PAID]).encode())[0].entries[0].amount == PAID.amount
    assert read_either(statements.coda([PAID]).encode("utf-8-sig"))[0].number == "007"


WORDS = st.text(st.characters(categories=("L", "N", "P")), min_size=1)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
MOVEMENTS = st.builds(
    Movement,
    amount=st.decimals("0.01", "999999999.99", places=2)
    | st.decimals("-999999999.99", "-0.01", places=2),
    name=LINES,
    text=LINES.filter(bool),
    day=st.dates(),
    value_day=st.none() | st.dates(),
)


@given(st.lists(MOVEMENTS, max_size=5), st.decimals("-99999", "99999999.99", places=2))
def test_what_was_written_is_read(movements, opening):
    (statement,) = read(statements.camt(movements, opening))
    assert statement.opening == opening
    for entry, one in zip(statement.entries, movements, strict=True):
        assert (entry.amount, entry.name, entry.iban) == (one.amount, one.name, one.iban)
        assert (entry.day, entry.value_day) == (one.day, one.value_day)
        if not entry.structured:
            assert entry.communication == one.text

"""The price indexes: entered one by one or read from a file, each with its source (C11)."""

from browsing import follow
from collective.conventions.billing.index_file import month_in
from collective.conventions.billing.index_file import MOST_OCTETS
from collective.conventions.billing.index_file import read
from collective.conventions.billing.indexes import put
from collective.conventions.billing.indexes import Value
from collective.conventions.billing.indexes import values_of
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from datetime import date
from decimal import Decimal
import pytest
import transaction


def test_a_value_is_entered_and_removed(space, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@price-indexes")
    form = page.locator("section[aria-labelledby=cb-enter]")
    form.get_by_label("Month").fill("January")
    form.get_by_label("Value").fill("0")
    follow(form.get_by_role("button", name="Save"))
    axe(page)
    assert page.locator("#cf-problems li").count() == 3
    form.get_by_label("Month").fill("2026-01")
    form.get_by_label("Value").fill("133.49")
    form.get_by_label("Source").fill("Statbel, 29 January 2026")
    follow(form.get_by_role("button", name="Save"))
    axe(page)
    fits(page)
    row = page.locator("section[aria-labelledby=cb-known] tbody tr")
    assert "133.49" in row.inner_text() and "Statbel, 29 January 2026" in row.inner_text()
    transaction.begin()
    found = Value("health_index", date(2026, 1, 1), Decimal("133.49"), "Statbel, 29 January 2026")
    assert values_of(space) == (found,)
    follow(row.get_by_role("button", name="Remove"))
    assert page.get_by_text("No value has been entered yet.").is_visible()


def test_a_file_is_read_whole_or_not_at_all(space, log_in):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@price-indexes")
    form = page.locator("section[aria-labelledby=cb-import]")
    form.get_by_label("Source").fill("Statbel")
    wrong = {"name": "i.csv", "mimeType": "text/csv", "buffer": b"2026-01;133\n2026-02;x"}
    form.get_by_label("File", exact=True).set_input_files(wrong)
    follow(form.get_by_role("button", name="Read the file"))
    assert page.locator("#cf-problems").get_by_text("Line 2:").is_visible()
    good = {"name": "i.csv", "mimeType": "text/csv", "buffer": b"Mois;Indice\n2026-01;133,49\n"}
    form.get_by_label("File", exact=True).set_input_files(good)
    follow(form.get_by_role("button", name="Read the file"))
    transaction.begin()
    assert [one.value for one in values_of(space)] == [Decimal("133.49")]


def test_what_the_maintenance_team_keeps_is_shown_and_not_removed(space, log_in):
    put(space.getPhysicalRoot(), [Value("health_index", date(2025, 12, 1), Decimal(130), "S")])
    transaction.commit()
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@price-indexes")
    assert page.get_by_text("entered by the maintenance team").is_visible()
    assert page.get_by_role("button", name="Remove").count() == 0


def test_who_only_reads_changes_nothing(space, client, log_in):
    put(space, [Value("health_index", date(2025, 12, 1), Decimal(130), "S")])
    transaction.commit()
    sent = {"do.drop": "health_index|2025-12-01"}
    assert client("reader").post("@@price-indexes", sent).status_code == 403
    assert client("accountant").post("@@price-indexes", sent, token=False).status_code == 403
    transaction.begin()
    assert len(values_of(space)) == 1
    page = log_in("reader")
    page.goto(f"{space.absolute_url()}/@@price-indexes")
    assert page.get_by_role("button", name="Save").count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "2026-01;1,5\n2026-02;1.6",
        "month\tindex\n2026-01-01\t1.5\n\n2026-02\t1.6",
        "2026-01,1.5\n2026-02,1.6",
    ],
)
def test_columns_are_told_apart_however_they_are_written(text):
    found = read(text.encode("utf-8-sig"), "health_index", "S")
    assert [(one.month.month, one.value) for one in found] == [
        (1, Decimal("1.5")),
        (2, Decimal("1.6")),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"month;index",
        b"2026-01;-1",
        b"2026-01",
        b"2026-13;1",
        b"2026-01;1\n2026-01;1",
        b"2026-01;NaN",
    ],
)
def test_what_cannot_be_read_is_refused(data):
    with pytest.raises(BadRequest):
        read(data, "health_index", "S")


def test_a_file_has_an_end():
    with pytest.raises(RequestEntityTooLarge):
        read(b"2026-01;1\n" * MOST_OCTETS, "health_index", "S")


@pytest.mark.parametrize("text", ["", "2026", "2026-00", "2026-1", "2026-01-02", "0000-01"])
def test_what_is_no_month(text):
    assert month_in(text) is None

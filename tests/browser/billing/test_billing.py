"""The finance officer's page: what is to be billed, open and overdue, by customer and year."""

from collective.conventions.billing.issue import issue
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.browser.billing.asking import Asked
from collective.conventions.browser.billing.asking import asked
from collective.conventions.browser.billing.chart import chart
from collective.conventions.browser.billing.chart import WIDTH
from collective.conventions.clock import today
from collective.conventions.terms.standing import Standing
from datetime import date
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
import openpyxl
import pytest
import transaction


LATE = date(2025, 3, 1)


@pytest.fixture
def invoices(space, agree, commune, cpas, draft):
    """One that is overdue, one that is paid, one draft."""
    first, second = agree(commune), agree(cpas, reference="ACC-2")
    late, paid = draft(first, title="Late"), draft(second, title="Paid", customer=cpas.UID())
    issue(late, LATE)
    issue(paid, today())
    record(paid, Payment(today(), Decimal("595.32"), "r-1"), today())
    waiting = draft(first, title="Waiting")
    transaction.commit()
    return {"late": late, "paid": paid, "draft": waiting}


def rows_of(page):
    return [row.inner_text() for row in page.locator(".cb-list tbody tr").all()]


def test_what_is_overdue_stands_on_top(space, invoices, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@billing")
    axe(page)
    fits(page)
    found = rows_of(page)
    assert len(found) == 3
    assert "2025-0001" in found[0] and "Overdue" in found[0]
    figures = page.locator(".cb-figure").all_inner_texts()
    assert any("To be billed" in one and "documents:" in one for one in figures)
    assert any("Overdue" in one and "595.32" in one for one in figures)


def test_it_is_filtered_by_state_customer_and_year(space, invoices, cpas, log_in):
    page = log_in("secretary")
    url = f"{space.absolute_url()}/@@billing"
    for query, expected in (
        ("state=overdue", "2025-0001"),
        ("state=draft", "Waiting"),
        (f"customer={cpas.UID()}", f"{today().year}-0001"),
        ("year=2025", "2025-0001"),
    ):
        page.goto(f"{url}?{query}")
        (row,) = rows_of(page)
        assert expected in row, query
    page.goto(f"{url}?state=paid&year=2025")
    assert page.get_by_text("Nothing matches what you ask for.").is_visible()


def test_the_totals_stand_in_a_table_beside_the_bars(space, invoices, log_in):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@billing")
    years = page.locator("section[aria-labelledby=cb-years]")
    assert years.locator("svg rect").count() == 2
    assert years.locator("tbody th").all_inner_texts() == [str(today().year), "2025"]
    last = years.locator("tbody tr").last.inner_text().replace("\u00a0", " ")
    assert last.count("595.32 €") == 3
    customers = page.locator("section[aria-labelledby=cb-customers] tbody th")
    assert customers.all_inner_texts() == ["Hauteville", "CPAS de Hauteville"]


def test_it_is_exported_as_it_is_filtered(space, invoices, client):
    accountant = client("accountant")
    found = accountant.get("@@billing.csv?state=overdue").content.decode("utf-8-sig")
    assert "2025-0001" in found and f"{today().year}-0001" not in found
    workbook = openpyxl.load_workbook(BytesIO(accountant.get("@@billing.xlsx").content))
    numbers = {row[0] for row in workbook.active.iter_rows(values_only=True)}
    assert {"2025-0001", f"{today().year}-0001"} <= numbers
    for who in ("author", "signer"):
        assert client(who).get("@@billing.csv").status_code in (302, 401, 403)


def test_an_empty_space_is_accessible(space, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@billing")
    axe(page)
    fits(page)
    assert page.get_by_text("There is no invoice yet.").is_visible()


@pytest.mark.parametrize("name", ["billing", "billing-run", "price-indexes", "owed"])
def test_nobody_else_gets_there(space, invoices, client, name):
    for who in ("author", "signer"):
        answer = client(who).get(f"@@{name}")
        assert answer.status_code in (302, 401, 403)
        assert "2025-0001" not in answer.text


def test_from_the_landing_page_to_billing(space, log_in):
    page = log_in("accountant")
    page.goto(space.absolute_url())
    assert (
        page.get_by_role("link", name="Billing", exact=True)
        .get_attribute("href")
        .endswith("/@@billing")
    )
    author = log_in("author")
    author.goto(space.absolute_url())
    assert author.get_by_role("link", name="Billing", exact=True).count() == 0


@pytest.mark.parametrize(
    "form",
    [
        {"state": "<script>", "year": "x", "customer": "y" * 100},
        {"year": "0"},
        {"year": "12345"},
        {"year": "²"},
    ],
)
def test_what_means_nothing_asks_for_nothing(form):
    assert asked(form) == Asked()


def test_a_question_is_asked_again_by_its_address():
    question = asked({"state": "open", "customer": "a&b", "year": "2025"})
    assert question == Asked("open", "a&b", 2025)
    assert question.query == "state=open&customer=a%26b&year=2025"


def test_bars_have_one_scale_and_no_part_for_nothing():
    years = {
        2025: Standing(1, Decimal(100), paid=Decimal(40), open=Decimal(60), overdue=Decimal(60)),
        2024: Standing(1, Decimal(50), paid=Decimal(60), overpaid=Decimal(10)),
    }
    found = chart(years)
    assert [bar.year for bar in found.bars] == [2024, 2025]
    assert [part.name for bar in found.bars for part in bar.parts] == ["paid", "paid", "overdue"]
    assert found.bars[1].parts[-1].x + found.bars[1].parts[-1].width == WIDTH
    assert found.bars[0].parts[0].width == WIDTH // 2
    assert chart({}).height == 0


def test_a_bar_of_nothing_is_empty():
    assert chart({2025: Standing()}).bars[0].parts == ()


def test_a_day_later_it_is_overdue(space, agree, commune, draft, log_in):
    invoice = draft(agree(commune))
    issue(invoice, today() - timedelta(days=30))
    transaction.commit()
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@billing?state=overdue")
    assert rows_of(page) == []
    page.goto(f"{space.absolute_url()}/@@billing?state=open")
    assert len(rows_of(page)) == 1

"""The operator bills all spaces: shown, issued, gone on with; issuers, indexes and statements."""

from billing.many import agree_with_many
from browsing import follow
from collective.conventions.billing import issuers
from collective.conventions.billing import server_runs
from collective.conventions.billing.indexes import values_of
from collective.conventions.server.journal import history
from collective.conventions.server.spaces import entered
from itertools import product
import os
import pytest
import requests
import transaction


PAGES = ("@@server-billing", "@@server-issuers", "@@server-indexes", "@@server-statement")


@pytest.fixture
def server(server):
    """The two spaces with conventions to bill; one of them lacks something."""
    for name, poisoned in (("namur", ()), ("cpas-namur", {1})):
        with entered(server, name) as portal:
            agree_with_many(server, portal, 2, poisoned)
    transaction.commit()
    return server


def opened(page, server, path):
    page.goto(f"{server.absolute_url()}/{path}")
    if folder := os.environ.get("SCREENSHOTS"):
        width = page.viewport_size["width"]
        name = path.partition("?")[0].strip("@")
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    return page


def said(page):
    return page.inner_text("#content")


def test_what_is_due_is_shown_and_then_issued(server, operator, axe, viewport):
    opened(operator, server, "@@server-billing?on=2026-01-15&preview=1")
    axe(operator, "body")
    assert said(operator).count("Access 0000") == 4
    assert "kept back" in said(operator)
    transaction.begin()
    assert server_runs.runs(server) == ()
    follow(operator.get_by_role("button", name="Issue all that is due"))
    assert "Not issued: 1" in said(operator)
    axe(operator, "body")
    transaction.begin()
    (run,) = server_runs.runs(server)
    assert (run.issued, run.failures, run.left, run.actor) == (3, 1, (), "rita")


def test_a_long_run_goes_on_by_itself(server, operator, monkeypatch):
    view = "collective.conventions.browser.server.billing.runs.ServerBillingView.seconds"
    monkeypatch.setattr(view, 0)
    opened(operator, server, "@@server-billing?on=2026-01-15&preview=1")
    operator.get_by_role("button", name="Issue all that is due").click()
    operator.wait_for_selector("text=Not issued: 1")
    transaction.begin()
    (run,) = server_runs.runs(server)
    assert (run.issued, run.left) == (3, ())


def test_who_issues_is_shown_and_given(server, operator, axe, viewport):
    opened(operator, server, "@@server-issuers")
    axe(operator, "body")
    operator.fill("#issuer", "0451.461.650")
    operator.select_option("#space", "namur")
    follow(operator.get_by_role("button", name="Save"))
    assert operator.get_attribute("#issuer", "aria-invalid") == "true"
    operator.fill("#issuer", "0451.461.655")
    follow(operator.get_by_role("button", name="Save"))
    assert "0451.461.655" in operator.inner_text("tbody th")
    transaction.begin()
    assert issuers.keepers(server) == {"0451461655": "namur"}


def test_indexes_are_entered_read_and_removed(server, operator, axe, viewport, tmp_path):
    opened(operator, server, "@@server-indexes")
    axe(operator, "body")
    operator.fill("#source", "A gazette")
    operator.fill("#month", "2026-01")
    operator.fill("#value", "133.49")
    follow(operator.get_by_role("button", name="Save the value"))
    file = tmp_path / "values.csv"
    file.write_text("2026-02;134.02\n2026-03;134.55\n", encoding="utf-8")
    operator.fill("#source", "A gazette")
    operator.set_input_files("#file", file)
    follow(operator.get_by_role("button", name="Read the file"))
    assert "New or other than before: 2" in said(operator)
    follow(operator.get_by_role("button", name="Remove").first)
    transaction.begin()
    assert [one.month.month for one in values_of(server)] == [1, 2]
    assert history(server)[-1].action == "index_removed"


def test_a_file_that_is_no_statement_is_refused_on_the_page(
    server, operator, axe, viewport, tmp_path
):
    opened(operator, server, "@@server-statement")
    axe(operator, "body")
    file = tmp_path / "statement.xml"
    file.write_text("<no/>", encoding="utf-8")
    operator.set_input_files("#cb-file", file)
    follow(operator.get_by_role("button", name="Read the file"))
    assert operator.locator("[role=alert]").inner_text()


def test_nobody_else_gets_in_and_no_other_site_can_make_him_issue(server):
    for page, auth in product(PAGES, (None, ("eva@example.be", "a password of tests"))):
        url = f"{server.absolute_url()}/{page}"
        assert requests.get(url, auth=auth, timeout=60, allow_redirects=False).status_code in (
            302,
            401,
        )
    url = f"{server.absolute_url()}/@@server-billing"
    forged = requests.post(url, {"do.run": "1"}, auth=("rita", "a password of tests"), timeout=60)
    assert forged.status_code == 403
    transaction.begin()
    assert server_runs.runs(server) == ()

"""The series of a space: for what it issues in a name that it keeps, and for nothing else."""

from billing.conftest import TODAY
from billing.conftest import UNION
from collective.conventions.billing.issue import issue
from collective.conventions.billing.issuers import entrust
from collective.conventions.billing.issuers import OPERATOR
from collective.conventions.billing.series import series_of
from collective.conventions.settings.changing import change
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME


def test_it_stands_before_what_the_space_issues_in_a_name_that_it_keeps(
    portal, agree, commune, draft
):
    app, convention, issuer = portal.getPhysicalRoot(), agree(commune), UNION["enterprise_number"]
    change({"invoice_series": "A"})
    drafts = [draft(convention, title) for title in ("First", "Second")]
    login(app, SITE_OWNER_NAME)
    entrust(app, issuer, OPERATOR)
    assert issue(drafts[0], TODAY).number == "2026-0001"
    entrust(app, issuer, portal.getId())
    assert issue(drafts[1], TODAY).number == "A-2026-0001"


def test_each_kind_has_its_own(portal):
    assert (series_of("invoice", of_space=True), series_of("credit_note", of_space=True)) == (
        "",
        "NC",
    )
    change({"invoice_series": "A", "credit_note_series": None})
    assert (series_of("invoice", of_space=True), series_of("credit_note", of_space=True)) == (
        "A",
        "",
    )
    assert (series_of("invoice", of_space=False), series_of("credit_note", of_space=False)) == (
        "",
        "NC",
    )

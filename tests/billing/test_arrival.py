"""A space that goes from one server to another: its documents hold, and its numbers go on."""

from billing.conftest import TODAY
from billing.conftest import UNION
from billing.many import agree_with_many
from collective.conventions.billing import issuers
from collective.conventions.billing import numbers
from collective.conventions.billing.numbers import Series
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.run import run
from collective.conventions.billing.verifying import breaks
from collective.conventions.billing.verifying import number_breaks
from collective.conventions.interfaces import Conflict
from collective.conventions.server.backup.bring_in import bring_in
from collective.conventions.server.backup.export import export
from collective.conventions.server.provision import create_space
from collective.conventions.server.shelf import shelf
from collective.conventions.server.spaces import entered
from datetime import timedelta
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction


ISSUER = UNION["enterprise_number"]
SERIES = Series(ISSUER, "", TODAY.year)


@pytest.fixture
def app(functional):
    """A space that has issued two documents in a name that it keeps."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Namur", language="en")
    issuers.entrust(app, ISSUER, "namur")
    with entered(app, "namur") as portal:
        agree_with_many(app, portal, 2)
        run(TODAY, TODAY)
        keep_papers()
    transaction.commit()
    return app


@pytest.fixture
def file(app, tmp_path):
    path = tmp_path / "namur.space"
    export(app, "namur", path)
    return path


def test_on_another_server_the_documents_hold_and_the_numbers_go_on(app, file):
    app._delObject("namur")
    for name in (numbers.NAME, issuers.NAME):
        shelf(app, name).clear()
    bring_in(app, file, "dinant")
    transaction.commit()
    with entered(app, "dinant"):
        assert breaks() == ()
    assert number_breaks(app) == ()
    assert dict(numbers.counts(app)) == {SERIES: 2}
    assert issuers.keeper(app, ISSUER) is None
    assert numbers.upcoming(app, ISSUER, "", TODAY) == "2026-0003"
    with pytest.raises(Conflict):
        numbers.upcoming(app, ISSUER, "", TODAY - timedelta(days=1))


def test_beside_its_original_it_moves_no_counter_and_keeps_no_issuer(app, file):
    bring_in(app, file, "dinant")
    transaction.commit()
    assert dict(numbers.counts(app)) == {SERIES: 2}
    assert issuers.keeper(app, ISSUER) == "namur"
    found = [(one.kind, one.number) for one in number_breaks(app)]
    assert found == [("twice", "2026-0001"), ("twice", "2026-0002")]

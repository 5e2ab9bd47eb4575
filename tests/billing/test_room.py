"""What billing keeps takes room: metered as it comes, and refused before a number is taken."""

from billing.conftest import TODAY
from billing.many import agree_with_many
from collective.conventions.billing import everywhere
from collective.conventions.billing import numbers
from collective.conventions.billing.drafts import organisation
from collective.conventions.billing.dunning import mark_posted
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.billing.papers import keep_paper
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.papers import paper_of
from collective.conventions.billing.receiving import receive
from collective.conventions.interfaces import InsufficientStorage
from collective.conventions.space.census import count
from collective.conventions.space.ledger import ledger_of
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from datetime import timedelta
from decimal import Decimal
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from space.conftest import scanned
from zope.event import notify
from zope.lifecycleevent import ObjectRemovedEvent
import pytest
import transaction


@pytest.fixture
def convention(agree, commune):
    return agree(commune)


@pytest.fixture
def fill(portal):
    """Leave so many bytes, to a member whom the limit holds for."""

    def leave(free):
        transaction.commit()
        gauge = ledger_of(portal).gauge
        gauge.limit = gauge.used + free
        transaction.commit()
        setRoles(portal, TEST_USER_ID, ["Finance Officer"])

    return leave


def used(portal):
    """What the meter says, once the disk says so, too."""
    transaction.commit()
    assert ledger_of(portal).gauge.used == scanned(portal)
    return scanned(portal)


def sent(issuer, customer):
    line = DocumentLine(description="Fee", quantity=Decimal(1), unit_price=Decimal("50.00"))
    sides = organisation(issuer.UID()), organisation(customer.UID())
    days = {"issued": TODAY, "due": TODAY}
    return ubl(Document("invoice", *sides, (line,), number="F-1", buyer_reference="PO", **days))


def test_every_file_is_counted_as_it_comes(portal, convention, draft, union, commune):
    before = used(portal)
    data = sent(union, commune)
    receive(convention, data, TODAY)
    assert used(portal) == before + len(data)
    before, invoice = used(portal), draft(convention)
    issued = issue(invoice, TODAY)
    assert used(portal) == before + len(issued.files["xml"].data)
    before = used(portal)
    keep_paper(invoice)
    assert used(portal) == before + len(issued.files["pdf"].data)
    before, day = used(portal), issued.document.due + timedelta(days=10)
    letter = mark_posted(invoice, "reminder", day, day)
    assert used(portal) == before + letter.file.getSize()
    before = used(portal)
    api.content.copy(invoice, convention)
    assert used(portal) == before
    assert list(count(portal)) == []


def test_what_is_gone_gives_its_room_back(portal, convention, draft):
    before, invoice = used(portal), draft(convention)
    issue(invoice, TODAY)
    keep_paper(invoice)
    assert used(portal) > before
    # No road leads here: what was issued is kept. A repair by hand tells of it like this.
    convention._delObject(invoice.getId(), suppress_events=True)
    notify(ObjectRemovedEvent(invoice, convention, invoice.getId()))
    assert used(portal) == before


def test_what_does_not_fit_is_refused_before_its_number_is_taken(portal, convention, draft, fill):
    invoice = draft(convention)
    fill(free=100)
    with pytest.raises(InsufficientStorage):
        issue(invoice, TODAY)
    assert issued_of(invoice) is None and api.content.get_state(invoice) == "draft"
    assert list(numbers.counts(portal.getPhysicalRoot())) == []


def test_a_paper_that_does_not_fit_is_told_and_shown_nevertheless(portal, convention, draft, fill):
    invoice = draft(convention)
    issue(invoice, TODAY)
    fill(free=100)
    made, failures = keep_papers()
    assert (made, [one.about for one in failures]) == (0, ["2026-0001"])
    assert paper_of(invoice).startswith(b"%PDF-")
    assert used(portal) == len(issued_of(invoice).files["xml"].data)


def test_the_run_of_the_operator_is_never_refused(functional, portal, fill):
    app = functional["app"]
    agree_with_many(app, portal, 1)
    fill(free=0)
    (share,) = everywhere.run(app, TODAY, TODAY, by="rita", names=[portal.getId()]).shares
    assert (share.issued, share.failures) == (1, ())
    (done,) = everywhere.papers(app, names=[portal.getId()])
    assert (done.made, done.failures) == (1, ())
    assert used(portal) > ledger_of(portal).gauge.limit

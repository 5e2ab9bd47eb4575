"""Issued documents go out by mail: once, with their files, and separate from issuing."""

from billing.conftest import TODAY
from collective.conventions.billing import mailing
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.billing.mailing import mails_due
from collective.conventions.billing.mailing import send
from collective.conventions.billing.mailing import send_again
from collective.conventions.billing.receiving import receive
from collective.conventions.billing.sendings import sendings
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from collective.conventions.progress import Progress
from dataclasses import replace
from datetime import date
from documents import CUSTOMER
from documents import INVOICE
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def post(portal, post):
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    api.portal.set_registry_record("plone.email_from_name", "Union")
    transaction.commit()
    return post


@pytest.fixture
def convention(post, agree, commune):
    commune.email = "finances@hauteville.example.be"
    return agree(commune)


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, TODAY)
    transaction.commit()
    return made


def attached(mail):
    return {part.get_filename(): part.get_content() for part in mail.iter_attachments()}


def test_issuing_sends_nothing_and_the_preview_neither(post, invoice):
    (due,) = mails_due()
    assert (due.number, due.address) == ("2026-0001", "finances@hauteville.example.be")
    assert "2026-0001" in due.subject and "595.32" in due.body
    assert post.mails == [] and sendings(invoice) == ()


def test_it_goes_out_once_with_its_files(post, invoice):
    assert send(TODAY).sent == 1
    (mail,) = post.mails
    assert post.to == ["finances@hauteville.example.be"]
    assert mail["Reply-To"].addresses[0].addr_spec == "info@union.example.be"
    issued = issued_of(invoice)
    assert attached(mail) == {
        "invoice-2026-0001.pdf": issued.files["pdf"].data,
        "invoice-2026-0001.xml": issued.files["xml"].data,
    }
    assert "BE09 0910 1158 4657" in post.text()
    assert (send(TODAY).sent, mails_due(), len(post.mails)) == (0, (), 1)


def test_it_is_remembered_with_day_and_address(post, convention, invoice):
    send(TODAY)
    (sent,) = sendings(invoice)
    assert (sent.what, sent.day, sent.means) == ("document", TODAY, "mail")
    assert sent.address == "finances@hauteville.example.be"
    assert sent.checksum == checksum(issued_of(invoice).files["pdf"].data)
    entry = next(one for one in journal_of(convention.UID()) if one.action == "part_sent")
    assert entry.after == {"address": sent.address, "day": "2026-01-15"}


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", "Facture"), ("nl", "Factuur"), ("de", "Rechnung")]
)
def test_it_speaks_the_language_of_the_space(post, convention, draft, language, expected):
    api.portal.set_registry_record("plone.available_languages", ["fr", "nl", "de", "en"])
    api.portal.set_registry_record("plone.default_language", language)
    issue(draft(convention), TODAY)
    transaction.commit()
    send(TODAY)
    assert post.mails[0]["Subject"] == f"{expected} 2026-0001 – Union"
    assert post.mails[0]["Content-Language"] == language


def test_a_credit_note_asks_for_no_payment(post, invoice):
    issue(draft_credit_note(invoice), TODAY)
    transaction.commit()
    assert send(TODAY).sent == 2
    assert "BE09" not in post.text() and "2026-0001" in post.text()


def test_who_has_no_address_is_named_and_stops_no_other(
    post, commune, convention, invoice, agree, portal
):
    silent = make_partner(
        portal,
        "Sans adresse",
        **{
            "enterprise_number": "0212227882",
            "street": "Rue",
            "postal_code": "5000",
            "city": "Namur",
        },
    )
    other = agree(silent)
    given = api.content.create(
        other,
        "Invoice",
        title="B",
        issuer=invoice.issuer,
        customer=silent.UID(),
        lines=invoice.lines,
        buyer_reference="PO-7",
    )
    issue(given, TODAY)
    transaction.commit()
    report = send(TODAY)
    assert report.sent == 1
    (failure,) = report.failures
    assert "Sans adresse" in failure.why and sendings(given) == ()
    silent.email = "info@sans.example.be"
    transaction.commit()
    assert send(TODAY).sent == 1


def test_what_the_mail_server_refuses_is_due_again(post, invoice):
    post.refused.add("finances@hauteville.example.be")
    assert [failure.about[:9] for failure in send(TODAY).failures] == ["2026-0001"]
    transaction.begin()
    assert sendings(invoice) == () and len(mails_due()) == 1
    post.refused.clear()
    assert send(TODAY).sent == 1


def test_nothing_is_begun_without_a_mail_server(post, invoice):
    api.portal.set_registry_record("plone.smtp_host", "")
    report = send(TODAY)
    assert report.sent == 0 and len(report.obstacles) == 1
    with pytest.raises(Conflict):
        send_again(invoice, TODAY)


def test_it_is_sent_again_when_somebody_asks(post, invoice):
    send(TODAY)
    sent = send_again(invoice, date(2026, 1, 20))
    transaction.commit()
    assert len(post.mails) == 2 and sendings(invoice)[-1] == sent
    assert attached(post.mails[0]) == attached(post.mails[1])


def test_asking_again_without_an_address_is_refused(post, commune, invoice):
    commune.email = None
    with pytest.raises(UnprocessableEntity):
        send_again(invoice, TODAY)


def test_a_draft_and_what_was_received_are_not_sent(post, convention, draft):
    with pytest.raises(Conflict):
        send_again(draft(convention), TODAY)
    customer = replace(CUSTOMER, name="Hauteville", enterprise_number="0207362838")
    receive(convention, ubl(replace(INVOICE, customer=customer)), TODAY)
    transaction.commit()
    assert mails_due() == ()


def test_a_copy_was_never_sent(post, convention, invoice):
    send(TODAY)
    assert sendings(api.content.copy(invoice, convention)) == ()


def test_another_run_that_was_quicker_leaves_nothing_to_send(post, invoice):
    (due,) = mails_due()
    send(TODAY)
    assert mailing._send(due.uid, TODAY) is False


def test_only_some_are_sent_and_it_is_stopped(post, convention, draft, invoice):
    second = draft(convention, "Second")
    issue(second, TODAY)
    transaction.commit()
    assert send(TODAY, only=[second.UID()]).sent == 1 and sendings(invoice) == ()

    class Stopped(Progress):
        stopped = True

    assert send(TODAY, Stopped()).sent == 0


def test_only_who_may_issue_sends(portal, post, invoice):
    setRoles(portal, TEST_USER_ID, ["Convention Reader"])
    with pytest.raises(Forbidden):
        send(TODAY)
    with pytest.raises(Forbidden):
        send_again(invoice, TODAY)

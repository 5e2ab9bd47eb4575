"""Letters about what is overdue: step by step, once, and never about what is paid."""

from billing.conftest import TODAY
from collective.conventions.billing import dunning
from collective.conventions.billing.dunning import letter_of
from collective.conventions.billing.dunning import letter_pdf
from collective.conventions.billing.dunning import letters_due
from collective.conventions.billing.dunning import mark_posted
from collective.conventions.billing.dunning import send_letters
from collective.conventions.billing.dunning_steps import set_steps
from collective.conventions.billing.dunning_steps import steps
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.issue import issue
from collective.conventions.billing.paper.letter import html
from collective.conventions.billing.paper.letter import Letter
from collective.conventions.billing.paper.letter import pdf
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.receiving import receive
from collective.conventions.billing.sendings import intact
from collective.conventions.billing.sendings import sendings
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.terms.dunning import LETTERS
from collective.conventions.terms.dunning import Step
from collective.conventions.terms.dunning import STEPS
from collective.conventions.terms.paying import Balance
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from documents import CUSTOMER
from documents import INVOICE
from io import BytesIO
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pypdf
import pytest
import transaction


#: The last day to pay what is issued on ``TODAY``.
DUE = date(2026, 2, 14)
GROSS = Decimal("595.32")


def late(days):
    return DUE + timedelta(days=days)


def text_of(data):
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


@pytest.fixture
def post(portal, post):
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
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


def pay(invoice, amount, day=TODAY, reference="r1"):
    record(invoice, Payment(day, amount, reference), day)
    transaction.commit()


def written(invoice):
    return [(one.what, one.day) for one in sendings(invoice)]


class TestDue:
    def test_the_letters_follow_the_steps(self, invoice):
        assert letters_due(late(9)) == ()
        (due,) = letters_due(late(10))
        assert (due.letter.name, due.since, due.letter.days_late) == ("reminder", late(10), 10)
        assert due.address == "finances@hauteville.example.be"

    def test_what_is_paid_is_not_written_about(self, invoice):
        pay(invoice, GROSS)
        assert letters_due(late(60)) == ()

    def test_what_is_paid_in_part_is_written_about_for_the_rest(self, invoice):
        pay(invoice, Decimal(500))
        (due,) = letters_due(late(10))
        assert due.letter.balance.open == Decimal("95.32")

    def test_what_was_received_is_its_issuers_to_dun(self, convention):
        customer = replace(CUSTOMER, name="Hauteville", enterprise_number="0207362838")
        receive(convention, ubl(replace(INVOICE, customer=customer)), TODAY)
        assert letters_due(late(60)) == ()

    def test_a_draft_is_not_written_about(self, convention, draft):
        assert letter_of(draft(convention), late(60)) is None


class TestSteps:
    def test_a_space_begins_with_the_usual_ones(self, portal):
        assert steps() == STEPS

    def test_a_space_sets_its_own(self, invoice):
        assert set_steps([Step("formal_notice", 5)])
        assert [due.letter.name for due in letters_due(late(5))] == ["formal_notice"]
        entry = list(journal_of_space())[-1]
        assert entry.after == {"dunning_steps": ["formal_notice|5"]}
        assert not set_steps([Step("formal_notice", 5)])

    def test_a_space_may_write_none(self, invoice):
        set_steps([])
        assert letters_due(late(100)) == ()

    def test_steps_that_cannot_be_are_named(self, portal):
        with pytest.raises(UnprocessableEntity) as refusal:
            set_steps([Step("reminder", 10), Step("second_reminder", 5), Step("call", 20)])
        assert [one.row for one in refusal.value.findings] == [1, 2]
        assert steps() == STEPS


class TestSending:
    def test_it_goes_out_once_with_the_invoice(self, post, invoice):
        assert send_letters(late(10)).sent == 1
        (mail,) = post.mails
        names = [part.get_filename() for part in mail.iter_attachments()]
        assert names == ["reminder-invoice-2026-0001.pdf", "invoice-2026-0001.pdf"]
        assert "2026-0001" in mail["Subject"] and "BE09 0910 1158 4657" in post.text()
        assert send_letters(late(10)).sent == send_letters(late(11)).sent == 0
        assert len(post.mails) == 1

    def test_the_letter_is_kept_with_its_day_and_checksum(self, post, convention, invoice):
        send_letters(late(10))
        (sent,) = sendings(invoice)
        assert (sent.what, sent.day, sent.means) == ("reminder", late(10), "mail")
        (kept,) = [
            part.get_content()
            for part in post.mails[0].iter_attachments()
            if part.get_filename().startswith("reminder")
        ]
        assert sent.file.data == kept and intact(sent)
        entry = next(one for one in journal_of(convention.UID()) if one.action == "dunned")
        assert (entry.after["letter"], entry.after["open"]) == ("reminder", "595.32")

    def test_a_letter_that_is_touched_shows(self, post, invoice):
        send_letters(late(10))
        (sent,) = sendings(invoice)
        sent.file.data = b"%PDF- other"
        assert not intact(sent)

    def test_three_letters_and_no_more(self, post, invoice):
        for days in (10, 30, 45, 90):
            send_letters(late(days))
        assert written(invoice) == list(zip(LETTERS, map(late, (10, 30, 45)), strict=True))

    def test_a_late_letter_moves_the_next_one(self, post, invoice):
        send_letters(late(40))
        assert letters_due(late(59)) == ()
        assert [due.letter.name for due in letters_due(late(60))] == ["second_reminder"]

    def test_what_is_paid_between_plan_and_letter_gets_none(self, post, invoice):
        (due,) = letters_due(late(10))
        pay(invoice, GROSS)
        assert dunning._send(due, late(10)) is False and post.mails == []

    def test_who_has_no_address_waits_for_the_post(self, post, commune, invoice):
        commune.email = None
        transaction.commit()
        report = send_letters(late(10))
        assert report.sent == 0 and "Hauteville" in report.failures[0].why
        assert written(invoice) == []

    def test_what_the_mail_server_refuses_is_due_again(self, post, invoice):
        post.refused.add("finances@hauteville.example.be")
        assert len(send_letters(late(10)).failures) == 1
        transaction.begin()
        assert written(invoice) == [] and len(letters_due(late(10))) == 1

    def test_only_who_may_issue_sends(self, portal, post, invoice):
        setRoles(portal, TEST_USER_ID, ["Convention Reader"])
        with pytest.raises(Forbidden):
            send_letters(late(10))
        with pytest.raises(Forbidden):
            mark_posted(invoice, "reminder", late(10), late(10))


class TestPosting:
    def test_a_person_prints_and_posts_it(self, post, invoice):
        data = letter_pdf(invoice, late(12))
        mark_posted(invoice, "reminder", late(12), late(14))
        transaction.commit()
        (sent,) = sendings(invoice)
        assert (sent.means, sent.day, sent.file.data) == ("post", late(12), data)
        assert post.mails == [] and send_letters(late(14)).sent == 0

    def test_it_is_posted_once(self, invoice):
        mark_posted(invoice, "reminder", late(12), late(12))
        with pytest.raises(Conflict):
            mark_posted(invoice, "reminder", late(12), late(12))

    def test_another_letter_or_another_day_is_refused(self, invoice):
        with pytest.raises(Conflict):
            mark_posted(invoice, "formal_notice", late(12), late(12))
        with pytest.raises(Conflict):
            mark_posted(invoice, "reminder", late(3), late(12))
        with pytest.raises(UnprocessableEntity):
            mark_posted(invoice, "reminder", late(13), late(12))
        assert written(invoice) == []


class TestPaper:
    def letter(self, name="formal_notice", language="fr", **values):
        document = replace(INVOICE, language=language)
        balance = Balance(document.gross, Decimal(10), Decimal(20))
        return Letter(name, document, balance, date(2026, 4, 1), date(2026, 3, 16), **values)

    def test_it_names_invoice_amount_days_account_and_communication(self):
        text = text_of(pdf(self.letter()))
        for expected in (
            "2026-000123",
            "267,66",
            "46",
            "BE09 0910 1158 4657",
            "+++123/4567/89002+++",
            "14 février 2026",
            "16 mars 2026",
        ):
            assert expected in text.replace("\u00a0", " ")

    @pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
    def test_each_letter_says_something_of_its_own_in_each_language(self, language):
        titles = {self.letter(name, language).title() for name in LETTERS}
        bodies = {self.letter(name, language).plain() for name in LETTERS}
        assert len(titles) == len(bodies) == len(LETTERS)
        assert all("${" not in body for body in bodies)

    def test_the_same_letter_gives_the_same_bytes(self):
        assert pdf(self.letter()) == pdf(self.letter())

    def test_what_a_document_says_is_text_and_no_markup(self):
        letter = self.letter()
        customer = replace(letter.document.customer, name="<b>x</b>")
        page = html(replace(letter, document=replace(letter.document, customer=customer)))
        assert "&lt;b&gt;x" in page and "<b>x" not in page

    def test_without_an_account_it_has_no_code(self):
        letter = self.letter()
        issuer = replace(letter.document.issuer, iban="")
        assert "<svg" in html(letter)
        assert "<svg" not in html(replace(letter, document=replace(letter.document, issuer=issuer)))

"""A run tells each person what is due, once, and remembers it."""

from collective.conventions.deadlines.preferences import Preferences
from collective.conventions.deadlines.preferences import set_preferences
from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.run import run
from collective.conventions.deadlines.reminders.settings import ADDRESS
from collective.conventions.deadlines.reminders.settings import NOWHERE
from collective.conventions.journal.storage import journal_of
from collective.conventions.lifecycle.steps import take
from datetime import date
from datetime import timedelta
from deadlines.reminders.conftest import TODAY
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def after(days):
    return TODAY + timedelta(days=days)


def change(convention, **values):
    """Change a convention as its form does."""
    for name, value in values.items():
        setattr(convention, name, value)
    notify(ObjectModifiedEvent(convention, Attributes(None, *values)))
    transaction.commit()


def move(convention, days):
    """Decide another day for its commitment."""
    decided = {"reason": "Agreed with the City.", "author": "A. Person"}
    row = {"key": "commitment_due-0", "day": after(days), **decided}
    change(convention, overrides=[row])


def withdraw(convention):
    """Go back to the draft."""
    take(convention, "withdraw", TODAY, reason="To be changed.")


def reminded(convention):
    entries = journal_of(convention.UID())
    return [entry for entry in entries if entry.action == "reminded"]


@pytest.fixture
def anna(people):
    return people("anna", "convention_readers", language="fr")


class TestOnce:
    def test_what_is_due_is_told_and_recorded(self, agree, anna, post):
        convention = agree(responsible=[anna])
        report = run(TODAY)
        assert (report.sent, report.failures, report.obstacles) == (1, (), ())
        assert post.to == ["anna@example.be"]
        (entry,) = reminded(convention)
        assert entry.subject == "Agreement"
        assert entry.after == {
            "recipient": "anna",
            "what": "commitment_due",
            "day": "2026-01-25",
            "occurrence": "2026-01-25/-14",
        }
        assert journal_of(convention.UID()).breaks() == ()
        (sent,) = ledger.history(10)
        assert (sent.key, sent.name) == ("anna", "Anna Person")
        assert [(told.uid, told.occurrence) for told in sent.items] == [
            (convention.UID(), "2026-01-25/-14")
        ]

    def test_a_doubled_run_sends_nothing(self, agree, anna, post):
        agree(responsible=[anna])
        assert [run(TODAY).sent, run(TODAY).sent, run(after(3)).sent] == [1, 0, 0]
        assert len(post.mails) == 1

    def test_before_the_first_day_nothing_is_due(self, agree, anna, post):
        agree(days=15, responsible=[anna])
        assert run(TODAY).sent == 0
        assert run(after(1)).sent == 1

    def test_runs_missed_lead_to_one_reminder(self, agree, anna, post):
        agree(responsible=[anna])
        assert run(after(10 + 14 * 5 + 3)).sent == 1
        ((sent,),) = [ledger.history(10)]
        assert sent.items[0].occurrence == "2026-01-25/+70"

    def test_what_is_owed_is_recalled_until_it_is_done(self, agree, anna, post):
        convention = agree(responsible=[anna])
        days = [0, 9, 10, 11, 23, 24, 37, 38]
        assert [run(after(day)).sent for day in days] == [1, 0, 1, 0, 0, 1, 0, 1]
        (row,) = convention.commitments
        change(convention, commitments=[{**row, "done": after(38)}])
        assert run(after(60)).sent == 0

    def test_another_day_arms_it_again(self, agree, anna, post):
        convention = agree(responsible=[anna])
        assert run(TODAY).sent == 1
        move(convention, 12)
        assert run(TODAY).sent == 1
        move(convention, 10)
        assert run(TODAY).sent == 0

    def test_a_row_put_before_it_arms_nothing_again(self, agree, anna, post):
        convention = agree(state="council_approved", responsible=[anna])
        assert run(TODAY).sent == 1
        withdraw(convention)
        (row,) = convention.commitments
        decision = {"council_date": date(2025, 12, 15), "council_number": "7"}
        another = {**row, "description": "Another"}
        change(convention, commitments=[another, row], **decision)
        take(convention, "approve", TODAY)
        transaction.commit()
        assert run(TODAY).sent == 1
        assert "Another" in post.text() and "The report of Agreement" not in post.text()

    def test_rules_that_change_do_not_go_back(self, agree, anna):
        agree(responsible=[anna])
        set_space_rules([Rule("commitment_due", (12,), None, "responsible")])
        assert run(TODAY).sent == 1
        set_space_rules([Rule("commitment_due", (14,), None, "responsible")])
        assert run(TODAY).sent == 0

    def test_two_rules_for_one_person_make_one_reminder(self, agree, people, post):
        people("eva", "council_secretaries")
        agree(responsible=["eva"])
        rules = [
            Rule("commitment_due", (14,), None, "responsible"),
            Rule("commitment_due", (12,), None, "council_secretaries"),
        ]
        set_space_rules(rules)
        assert run(TODAY).sent == 1
        assert [told.occurrence for told in ledger.history(1)[0].items] == ["2026-01-25/-12"]
        assert run(TODAY).sent == 0


class TestWho:
    def test_who_may_not_see_the_convention_is_not_told(self, agree, people, post):
        people("eva", "signature_officers")
        people("otto")
        set_space_rules([Rule("commitment_due", (14,), None, "responsible")])
        convention = agree(responsible=["eva"])
        convention.manage_permission("View", ["Manager", "Council Secretary"], acquire=False)
        transaction.commit()
        assert plan(TODAY) == ()

    def test_a_group_in_charge_is_its_members(self, agree, people, post):
        people("eva", "finance_officers")
        people("otto", "finance_officers", email="")
        agree(responsible=["finance_officers"])
        run(TODAY)
        assert post.to == ["eva@example.be", "otto@example.be"]

    def test_where_nobody_is_in_charge_the_secretaries_are_told(self, agree, people, post):
        people("eva", "council_secretaries")
        agree()
        run(TODAY)
        assert post.to == ["eva@example.be"]

    def test_an_address_gets_one_mail(self, agree, people, partners, post):
        people("eva", "council_secretaries")
        set_space_rules(
            [
                Rule("commitment_due", (14,), None, "contacts"),
                Rule("commitment_due", (14,), None, "council_secretaries"),
            ]
        )
        rows = [
            {"partner": partners[0].UID(), "name": "Eva", "email": "EVA@example.be"},
            {"partner": partners[1].UID(), "name": "Zoé", "email": "zoe@example.be"},
            {"partner": partners[1].UID(), "name": "Nobody", "email": None},
        ]
        agree(contacts=rows)
        run(TODAY)
        assert post.to == ["eva@example.be", "zoe@example.be"]
        assert [sent.key for sent in ledger.history(10)] == ["contact:zoe@example.be", "eva"]

    def test_a_convention_s_own_reminders_replace_those_of_the_space(self, agree, people, post):
        people("eva", "council_secretaries")
        people("anna", "convention_readers")
        own = {"what": "commitment_due", "days_before": "90", "recipients": "council_secretaries"}
        agree(days=80, responsible=["anna"], reminders=[{**own, "repeat_days": None}])
        agree(days=80, title="Other", responsible=["anna"])
        run(TODAY)
        assert post.to == ["eva@example.be"]
        assert "Other" not in post.text()


class TestMails:
    def test_one_mail_with_everything_or_one_for_each(self, agree, people, post):
        people("eva", "convention_readers")
        people("otto", "convention_readers")
        people("anna", "convention_readers")
        set_preferences("otto", Preferences("single"))
        set_preferences("anna", Preferences("none"))
        agree(responsible=["eva", "otto", "anna"])
        agree(days=-3, title="Late", responsible=["eva", "otto", "anna"])
        assert run(TODAY).sent == 3
        assert post.to == ["eva@example.be", "otto@example.be", "otto@example.be"]
        assert post.text(0).index("Late") < post.text(0).index("Agreement")
        assert ["Late" in post.text(number) for number in (1, 2)].count(True) == 1
        set_preferences("anna", Preferences("digest"))
        assert run(TODAY).sent == 1

    def test_each_in_his_language(self, agree, people, post):
        people("eva", "convention_readers", language="fr")
        people("otto", "convention_readers", language="nl")
        people("zoe", "convention_readers", language="xx")
        convention = agree(responsible=["eva", "otto", "zoe"])
        run(TODAY)
        languages = [mail["Content-Language"] for mail in post.mails]
        assert languages == ["fr", "nl", "fr"]
        french, dutch, default = (post.text(number) for number in range(3))
        assert "25\xa0janvier\xa02026" in french and "25\xa0januari\xa02026" in dutch
        assert "25\xa0janvier\xa02026" in default
        link = f"https://conventions.example.be/bxl/conventions/{convention.getId()}"
        assert link in french and link in dutch
        assert f'<a href="{link}">Agreement</a>' in post.html(0)
        assert "https://conventions.example.be/bxl/@@my-deadlines" in french

    def test_texts_cannot_break_out_of_a_mail(self, agree, people, post):
        people("eva", "convention_readers", fullname="Eva,\r\n<b>")
        agree(title="<script>\nBcc: all@example.be", responsible=["eva"])
        assert run(TODAY).failures == ()
        assert post.mails[0]["Bcc"] is None
        assert "\n" not in post.mails[0]["Subject"]
        assert "<script>" not in post.html() and "<b>" not in post.html()

    def test_the_sender_is_the_space(self, agree, anna, post):
        agree(responsible=[anna])
        run(TODAY)
        (sender,) = post.mails[0]["From"].addresses
        assert (sender.display_name, sender.addr_spec) == ("Conventions, Ville", "space@example.be")
        assert post.mails[0]["Auto-Submitted"] == "auto-generated"

    def test_the_plan_is_what_is_sent_and_writes_nothing(self, agree, anna, post):
        agree(responsible=[anna])
        before = api.portal.get()._p_jar.db().lastTransaction()
        (mail,) = plan(TODAY)
        transaction.commit()
        assert api.portal.get()._p_jar.db().lastTransaction() == before
        run(TODAY)
        assert (post.mails[0]["Subject"], post.text()) == (mail.subject, mail.body)


class TestFailures:
    def test_one_failing_mail_blocks_no_other_and_is_tried_again(self, agree, people, post):
        people("eva", "convention_readers")
        people("otto", "convention_readers")
        convention = agree(responsible=["eva", "otto"])
        post.refused.add("eva@example.be")
        report = run(TODAY)
        assert (report.sent, post.to) == (1, ["otto@example.be"])
        (failure,) = report.failures
        assert "eva@example.be" in failure.about and "No such user" in failure.why
        assert [entry.after["recipient"] for entry in reminded(convention)] == ["otto"]
        post.refused.clear()
        assert (run(TODAY).sent, run(TODAY).sent) == (1, 0)
        assert post.to == ["otto@example.be", "eva@example.be"]

    def test_one_convention_that_cannot_be_read_stops_no_other(self, agree, anna, post):
        broken = agree(title="Broken", responsible=[anna])
        agree(title="Sound", responsible=[anna])
        broken.commitments = [{"partner": "x", "description": "a report", "due": "no day at all"}]
        transaction.commit()
        report = run(TODAY)
        assert report.sent == 1 and "Sound" in post.text() and "Broken" not in post.text()
        (failure,) = report.failures
        assert failure.about.startswith("Broken (/")

    def test_an_address_that_is_none_is_named(self, agree, anna, people, post):
        api.user.get(userid=anna).setMemberProperties({"email": "no address"})
        people("eva", "convention_readers")
        agree(responsible=["anna", "eva"])
        report = run(TODAY)
        assert post.to == ["eva@example.be"]
        assert [failure.about.split(" <")[0] for failure in report.failures] == ["Anna Person"]

    @pytest.mark.parametrize("name", ["smtp_host", "email_from_address"])
    def test_what_is_not_set_up_is_said_in_a_sentence(self, agree, anna, post, name):
        agree(responsible=[anna])
        api.portal.set_registry_record(f"plone.{name}", "")
        report = run(TODAY)
        assert (report.sent, len(report.obstacles), post.mails) == (0, 1, [])

    def test_without_an_address_of_the_space_nothing_is_sent(self, agree, anna, post, portal):
        agree(responsible=[anna])
        portal.portal_registry[ADDRESS] = None
        portal.REQUEST.set("SERVER_URL", NOWHERE)
        report = run(TODAY)
        assert (report.sent, len(report.obstacles), post.mails) == (0, 1, [])

    def test_what_has_changed_since_the_plan_is_not_told(self, agree, anna, post, monkeypatch):
        moved = agree(responsible=[anna])
        gone = agree(title="Gone", state="council_approved", responsible=[anna])
        planned = plan(TODAY)
        move(moved, 5)
        withdraw(gone)
        api.content.delete(gone)
        transaction.commit()
        monkeypatch.setattr(
            "collective.conventions.deadlines.reminders.run.plan", lambda day, broken: planned
        )
        assert run(TODAY).sent == 0
        assert post.mails == []
        assert journal_of(gone.UID()).deleted


class TestLedger:
    @pytest.fixture
    def notices(self, agree, anna):
        """A convention that is renewed each year on 1 February, with a month's notice."""
        return agree(
            commitments=[],
            responsible=[anna],
            start_rule="fixed_date",
            start_date=date(2025, 2, 1),
            duration_unit="years",
            duration_count=1,
            renewal="tacit",
            renewal_months=12,
            notice_count=1,
            reminders=[
                {
                    "what": "notice_by",
                    "days_before": "30",
                    "repeat_days": None,
                    "recipients": "responsible",
                }
            ],
        )

    def told(self, convention):
        return dict(ledger.ledger().told.get(convention.UID(), {}))

    def test_days_long_past_are_forgotten(self, notices):
        for year in (2025, 2026, 2027):
            assert run(date(year, 12, 15)).sent == 1
        assert [day for _fact, day, _who in self.told(notices)] == ["2026-12-31", "2027-12-31"]
        assert run(date(2027, 12, 15)).sent == 0

    def test_a_missed_last_reminder_is_sent_for_a_week(self, notices):
        assert run(date(2026, 1, 8)).sent == 0
        assert run(date(2027, 1, 7)).sent == 1
        assert run(date(2027, 1, 7)).sent == 0

    def test_what_is_owed_is_kept_as_long_as_it_is(self, agree, anna):
        set_space_rules([Rule("commitment_due", (14,), None, "responsible")])
        agree(responsible=[anna])
        assert run(TODAY).sent == 1
        assert run(after(2000)).sent == 0

    def test_nothing_is_kept_of_what_has_ended_or_is_deleted(self, agree, anna):
        first = agree(state="council_approved", responsible=[anna])
        second = agree(title="Second", responsible=[anna])
        run(TODAY)
        assert self.told(first) and self.told(second)
        uid = first.UID()
        withdraw(first)
        api.content.delete(first)
        second.portal_workflow.doActionFor(
            second, "terminate", termination_date=TODAY, termination_reason="Agreed."
        )
        assert uid not in ledger.ledger().told
        assert not self.told(second)

    def test_the_log_keeps_the_last_mails(self, agree, anna, monkeypatch):
        monkeypatch.setattr(ledger, "LOG_LENGTH", 2)
        set_preferences(anna, Preferences("single"))
        for title in ("One", "Two", "Three"):
            agree(title=title, responsible=[anna])
        assert run(TODAY).sent == 3
        assert len(ledger.ledger().log) == 2
        assert len(ledger.history(10)) == 2
        assert ledger.history(1) == ledger.history(10)[:1]


def test_nobody_s_roles_matter_for_what_is_planned(agree, anna, portal):
    """The command acts as the system; a preview shows the same to who may manage reminders."""
    agree(responsible=[anna])
    expected = plan(TODAY)
    setRoles(portal, TEST_USER_ID, ["Member"])
    assert plan(TODAY) == expected != ()

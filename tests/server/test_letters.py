"""Managers and operators are told by mail; no mail server holds an act up (C10)."""

from collective.conventions.server import journal
from collective.conventions.server import team
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import set_contact
from collective.conventions.server.incidents import report
from collective.conventions.server.incidents import take
from collective.conventions.server.letters import notices
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import reinstate
from collective.conventions.server.suspension import suspend
from factories import make_operator
from factories import TODAY
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import requests
import transaction


SPACE = "plone"
SEEN = {"kind": "intrusion", "title": "Odd logins", "text": "The password was hunter2."}
MANAGERS = ["anna@namur.be", "bert@namur.be"]
BY = {"reason": "An intruder was seen.", "actor": "rita"}


@pytest.fixture
def app(functional, post):
    """A space that sends mail, with two managers, and two operators, one with an address."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    with entered(app, SPACE) as portal:
        portal.title = "Ville de Namur"
        settings = {
            "smtp_host": "mail.example.be",
            "email_from_address": "space@example.be",
            "available_languages": ["fr", "en"],
            "default_language": "fr",
        }
        for name, value in settings.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        for name in ("anna", "bert", "reader"):
            properties = {"fullname": f"{name.title()} Person"}
            api.user.create(f"{name}@namur.be", name, properties=properties)
            if name != "reader":
                api.group.add_user(groupname="space_managers", username=name)
    make_operator(app, "rita", "a password of tests", "rita@uvcw.example.be")
    make_operator(app, "sam", "a password of tests")
    set_contact(app, Contact("Helpdesk", "081 12 34 56"))
    transaction.commit()
    assert not post.mails
    return app


def kept():
    """Keep what was done, and see what the letters have left behind."""
    transaction.commit()
    transaction.begin()


def told(app):
    """What became of the last letters."""
    last = notices(app, SPACE)[0]
    return last.about, last.told, dict(last.missed)


class TestManagers:
    """A warning, a suspension and its end."""

    def test_of_a_suspension_and_its_end(self, app, post):
        suspend(app, SPACE, **BY)
        assert not post.mails
        kept()
        assert post.to == MANAGERS
        assert told(app) == ("suspended", ("anna", "bert"), {})
        assert "Ville de Namur" in post.mails[0]["Subject"]
        for said in ("Anna Person", "An intruder was seen.", "Helpdesk", "081 12 34 56"):
            assert said in post.text(0)
        reinstate(app, SPACE, reason="All is well.", actor="rita")
        kept()
        assert post.to == MANAGERS * 2
        assert "All is well." in post.text()
        assert told(app)[0] == "reinstated"

    def test_which_accounts_are_suspended(self, app, post):
        suspend(app, SPACE, scope="accounts", accounts=["reader"], **BY)
        kept()
        assert post.to == MANAGERS
        assert "reader" in post.text()
        assert told(app)[0] == "accounts_suspended"

    def test_of_a_warning_and_when_help_is_asked_for(self, app, post):
        made = report(app, SPACE, own=False, actor="rita", **SEEN)
        kept()
        assert not post.mails
        take(app, made.id, "warned", reason="Change all passwords.", actor="rita")
        kept()
        assert post.to == MANAGERS
        assert made.id in post.mails[0]["Subject"]
        assert "Change all passwords." in post.text()
        take(app, made.id, "asked", reason="Who was it?", actor="rita")
        kept()
        assert "Who was it?" in post.text()
        take(app, made.id, "suspended", actor="rita", reason="Now.", detail={"scope": "space"})
        kept()
        assert [one.about for one in notices(app, SPACE, made.id)] == [
            "suspended",
            "asked",
            "warned",
        ]
        assert len(post.mails) == 6

    def test_not_of_what_they_are_not_told(self, app, post):
        made = report(app, SPACE, own=False, actor="rita", **SEEN)
        take(app, made.id, "warned", reason="To remember.", actor="rita", told=False)
        take(
            app, made.id, "authorities", reason="A crime.", actor="rita", detail={"authority": "P"}
        )
        take(app, made.id, "noted", reason="For us.", actor="rita", told=True)
        kept()
        assert not post.mails

    def test_in_the_language_of_the_space(self, app, post):
        suspend(app, SPACE, **BY)
        kept()
        assert post.mails[0]["Content-Language"] == "fr"
        assert "Bonjour Anna Person" in post.text(0)


class TestOperators:
    """A report and an answer."""

    def test_of_what_comes_from_the_space_without_its_words(self, app, post):
        made = report(app, SPACE, actor="reader", **SEEN)
        kept()
        assert post.to == ["rita@uvcw.example.be"]
        assert told(app) == ("reported", ("rita",), {"sam": "no_address"})
        take(app, made.id, "asked", reason="Who was it?", actor="rita")
        take(app, made.id, "answered", reason="It was hunter2.", actor="reader", own=True)
        kept()
        assert post.to[-1] == "rita@uvcw.example.be"
        for mail in post.mails:
            assert "hunter2" not in mail.as_string()
            assert "Odd logins" not in mail.as_string()
        assert made.id in post.text(0)

    def test_who_has_no_rights_is_told_nothing(self, app, post):
        by = {"actor": "admin", "today": TODAY}
        team.admit(app, "tina", "Tina", email="tina@uvcw.example.be", **by)
        team.leave(app, "rita", **by)
        report(app, SPACE, actor="reader", **SEEN)
        kept()
        assert not post.mails
        assert told(app) == ("reported", (), {"sam": "no_address"})


class TestFailure:
    """The act is done all the same, and who has to be called is said."""

    def test_a_mail_server_that_does_not_answer(self, app, post):
        post.down = True
        suspend(app, SPACE, **BY)
        kept()
        assert is_suspended(app[SPACE])
        about, reached, missed = told(app)
        assert (about, reached, set(missed)) == ("suspended", (), {"anna", "bert"})
        assert "ConnectionRefusedError" in missed["anna"]
        assert post.tried == 1
        assert not journal.breaks(app)

    def test_one_address_that_is_refused(self, app, post):
        post.refused = {"anna@namur.be"}
        suspend(app, SPACE, **BY)
        kept()
        assert post.to == ["bert@namur.be"]
        _about, reached, missed = told(app)
        assert reached == ("bert",)
        assert set(missed) == {"anna"}

    def test_a_space_that_sends_no_mail(self, app, post):
        with entered(app, SPACE):
            api.portal.set_registry_record("plone.smtp_host", "")
        suspend(app, SPACE, **BY)
        kept()
        assert told(app) == ("suspended", (), {"anna": "no_sender", "bert": "no_sender"})

    def test_nothing_is_told_of_what_was_not_done(self, app, post):
        before = journal.history(app)
        suspend(app, SPACE, **BY)
        transaction.abort()
        transaction.begin()
        assert not post.mails
        assert journal.history(app) == before


class TestSaid:
    """Where an operator learns whom he has to call."""

    def ask(self, app, path, accept):
        transaction.commit()
        url = f"{app.absolute_url()}/{path}"
        auth = ("rita", "a password of tests")
        answer = requests.get(url, auth=auth, headers={"Accept": accept}, timeout=30)
        transaction.begin()
        return answer

    def test_on_the_page_of_the_incident_and_over_rest(self, app, post):
        made = report(app, SPACE, own=False, actor="rita", **SEEN)
        post.refused = {"anna@namur.be"}
        take(app, made.id, "warned", reason="Change all passwords.", actor="rita")
        kept()
        page = self.ask(app, f"@@incident?id={made.id}", "text/html").text
        assert "Told by mail:" in page
        assert "anna: SMTPRecipientsRefused" in page
        assert "Please call." not in page
        (letters,) = self.ask(app, f"@incidents/{made.id}", "application/json").json()["letters"]
        assert (letters["about"], letters["told"]) == ("warned", ["bert"])
        assert list(letters["missed"]) == ["anna"]
        post.down = True
        take(app, made.id, "asked", reason="Who was it?", actor="rita")
        kept()
        assert "Please call." in self.ask(app, f"@@incident?id={made.id}", "text/html").text

    def test_in_the_journal_of_the_server(self, app, post):
        with entered(app, SPACE):
            api.portal.set_registry_record("plone.smtp_host", "")
        suspend(app, SPACE, **BY)
        kept()
        page = self.ask(app, f"@@server-journal?about={SPACE}", "text/html").text
        for said in ("Letters sent", "Not told by mail", "the space sends no mail"):
            assert said in page
        assert "no_sender" not in page

"""A run of the reminders in the spaces that are listed: as much is due in both."""

from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.run import run
from collective.conventions.server.spaces import entered
from dataclasses import asdict
from datetime import date
from datetime import timedelta
from functools import partial
from measure import compare
from plone import api
from Products.MailHost.MailHost import MailBase
from spaces import add
from typing import Any
import transaction


#: How many conventions have something due.
DUE = 20
DAY = date(2025, 1, 1)
#: Each round is a day on which all of it is due again.
EVERY = 14
FIRST_RUN = date(2035, 1, 1)
GOAL = 1.5


def prepare(app: Any, name: str, partner: str) -> None:
    """Give a space what a mail needs, and the conventions that are due."""
    with entered(app, name) as portal:
        set_space_rules([Rule("contacts_due", (0,), EVERY, "council_secretaries")])
        api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
        api.portal.set_registry_record("plone.email_from_address", "space@example.be")
        for number in range(DUE):
            _add_due(portal, partner, number)
    transaction.commit()


def measure(app: Any, small: str, large: str, rounds: int) -> dict[str, Any]:
    """The times of a run in both; the mails are composed and recorded, and go nowhere."""
    MailBase._send = lambda *arguments, **options: None
    few, many = (partial(_run, app, name) for name in (small, large))
    return asdict(compare("Reminder run", GOAL, rounds, few, many))


def _run(app: Any, name: str, number: int) -> None:
    with entered(app, name) as portal:
        portal.REQUEST.setServerURL("https", "conventions.example.be")
        report = run(FIRST_RUN + timedelta(days=EVERY * number))
    if (report.sent, report.failures, report.obstacles) != (1, (), ()):
        raise RuntimeError(f"This is no run that can be compared: {report}")


def _add_due(portal: Any, partner: str, number: int) -> None:
    """A convention of which a party has still to name its contacts; the others ask for none."""
    signed = {"partner": partner, "name": "A. Person", "capacity": "Mayor", "date_signed": DAY}
    convention = add(
        portal.conventions,
        "Convention",
        title=f"Due {number:02}",
        kind="other",
        parties=[{"partner": partner, "role": "partner"}],
        signatories=[signed],
        contacts_days=15,
    )
    workflow = portal.portal_workflow
    workflow.setStatusOf(
        "convention_workflow", convention, {"review_state": "signed", "comments": ""}
    )
    workflow.convention_workflow.updateRoleMappingsFor(convention)
    convention.reindexObject()

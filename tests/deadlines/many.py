"""Conventions of all sorts, to be searched."""

from collective.conventions.deadlines.keys import key_of
from collective.conventions.deadlines.keys import watched
from collective.conventions.terms.watching import OWED
from datetime import date
from datetime import timedelta
from factories import make_convention
from plone import api


def some_day(random, first=2015, last=2033):
    return date(first, 1, 1) + timedelta(days=random.randrange(366 * (last - first)))


def any_convention(portal, partners, random, number):
    """A convention with dates of many kinds, in a state that does not depend on them."""
    one, other = random.sample(partners, 2)
    signed = some_day(random, 2015, 2026)
    received = some_day(random, 2024, 2028)
    values = random.choice(
        [
            {"duration_unit": "unlimited"},
            {"duration_unit": "months", "duration_count": random.randrange(1, 40)},
            {"duration_unit": "until_date", "end_date": signed + timedelta(days=2500)},
            {"duration_unit": "until_event"},
            _tacit(random),
            _tacit(random),
            {**_tacit(random), "renewal_cap_months": 240},
            {
                "duration_unit": "years",
                "duration_count": 12,
                "renewal": "express",
                "renewal_months": 12,
            },
        ]
    )
    convention = make_convention(
        portal,
        [one, other],
        random.choice(["draft", "council_approved", "signed", "signed", "signed"]),
        title=f"Number {number:02}",
        reference=f"R{number}",
        responsible=random.choice([[], ["council_secretaries"], ["signature_officers"]]),
        signatories=[
            {"partner": party.UID(), "name": "A", "capacity": "Mayor", "date_signed": signed}
            for party in (one, other)
        ],
        council_date=date(2014, 12, 1),
        contacts_days=random.choice([None, 30]),
        commitments=[
            {
                "partner": one.UID(),
                "description": "A report",
                "due": some_day(random),
                "done": random.choice([None, signed]),
            }
            for _time in range(random.randrange(4))
        ],
        supervision_received=received,
        supervision_regime=random.choice([None, "supervision_brussels", "supervision_wallonia"]),
        breach_count=random.choice([None, 30]),
        notices=random.choice(
            [[], [{"kind": "formal_notice", "partner": one.UID(), "sent": some_day(random)}]]
        ),
        **values,
    )
    return convention


def _tacit(random):
    months = random.choice([1, 7, 12, 36])
    return {
        "duration_unit": "months",
        "duration_count": random.choice([1, 12, 60]),
        "renewal": "tacit",
        "renewal_months": months,
        "notice_count": random.choice([None, 1]),
        "notice_unit": "months",
    }


def brute_force(asked, today, last):
    """What the list must hold, by the timelines of all conventions that may be seen."""
    found = set()
    for brain in api.content.find(portal_type="Convention"):
        convention = brain.getObject()
        if asked.partner and asked.partner not in [row["partner"] for row in convention.parties]:
            continue
        if asked.service and asked.service not in convention.responsible:
            continue
        signed = api.content.get_state(convention) == "signed"
        for fact in watched(convention, max(today, last)):
            if asked.kinds and fact.what not in asked.kinds:
                continue
            owed = fact.what in OWED and (signed or fact.what != "ends")
            overdue = owed and fact.day < today
            begun = fact.day >= asked.first if asked.first else fact.day >= today or overdue
            if begun and fact.day <= last and (overdue or not asked.overdue):
                found.add((not overdue, key_of(fact), brain.UID))
    return found

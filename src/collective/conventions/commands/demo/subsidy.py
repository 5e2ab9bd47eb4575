"""A subsidy that is followed up and was amended twice: something of it is always owed."""

from collective.conventions.commands.demo.house import decided
from collective.conventions.commands.demo.house import from_now
from collective.conventions.commands.demo.house import HOUSE
from collective.conventions.commands.demo.house import workday
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import Change
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import Row
from collective.conventions.commands.demo.model import signs
from collective.conventions.commands.demo.ordinary import decisions
from collective.conventions.terms.dates import plus
from datetime import date
from datetime import timedelta


def overdue(today: date) -> Agreement:
    """Accounts that should have come twelve days ago; it is amended for the second time."""
    start = plus(today, months=-14).replace(day=1)
    return HOUSE.agreement(
        "bibliotheque",
        "Subvention à la bibliothèque « Lire au Plateau »",
        "signed",
        "subsidy",
        "La Commune soutient les animations de lecture.",
        "bibliotheque",
        "Bérengère Stoumont",
        "Présidente",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="years",
        duration_count=3,
        clauses=clauses(start="art. 2", duration="art. 2", commitments="art. 4"),
        commitments=[
            owes("commune-de-hauteville", "Subvention annuelle", amount=12000),
            owes("bibliotheque", "Comptes et rapport d'activité", due=from_now(today, -12)),
            owes("bibliotheque", "Programme des animations", due=from_now(today, 40)),
        ],
        amendments=(sooner_in_the_year(start), more_for_the_library(today)),
    )


def sooner_in_the_year(start: date) -> Change:
    """Long in force: decided on, signed and effective within the first half-year (D5)."""
    first = plus(start, months=6)
    council, signed = workday(first - timedelta(days=40)), workday(first - timedelta(days=12))
    return Change(
        title="Avenant 1 : le programme des animations, chaque année",
        state="signed",
        fields={
            "subject_matter": "La bibliothèque remet aussi le calendrier de ses animations.",
            "effective_rule": "fixed_date",
            "first_day": first,
            "commitment_changes": [
                {
                    "action": "add",
                    **owes("bibliotheque", "Calendrier des animations", frequency="chaque année"),
                }
            ],
            **decisions(council),
            "signatories": signed_with_the_library(signed),
        },
    )


def more_for_the_library(today: date) -> Change:
    """Signed a fortnight ago, in force from the first day of the month after the next one (D5)."""
    council, signed = workday(from_now(today, -33)), workday(from_now(today, -14))
    return Change(
        title="Avenant 2 : 13 500 EUR par an, un an de plus",
        state="signed",
        fields={
            "subject_matter": "La subvention annuelle passe de 12 000 à 13 500 EUR et la "
            "convention dure quatre ans au lieu de trois.",
            "effective_rule": "fixed_date",
            "first_day": plus(today.replace(day=1), months=2),
            "changes": [{"field": "duration_count", "value": "4"}],
            "commitment_changes": [
                {
                    "action": "replace",
                    "row": "1",
                    **owes("commune-de-hauteville", "Subvention annuelle", amount=13500),
                }
            ],
            **decisions(council),
            "signatories": signed_with_the_library(signed),
        },
    )


def signed_with_the_library(day: date) -> list[Row]:
    """Who signs an amendment of its subsidy, all on one day."""
    return [
        *(signs("commune-de-hauteville", *each, day) for each in HOUSE.signatories),
        signs("bibliotheque", "Bérengère Stoumont", "Présidente", day),
    ]

"""``conventions billing issuers`` and ``indexes``: what the operator keeps for all spaces."""

from collective.conventions.billing import index_file
from collective.conventions.billing import indexes
from collective.conventions.billing import issuers
from collective.conventions.billing.numbers import counts
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.terms.choices import INDEX_SERIES
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse
import transaction


def add_to(actions: Any) -> None:
    """Add the two actions."""
    keeping = add_action(
        actions,
        "issuers",
        run_issuers,
        "list in whose name invoices are issued, and by whom; or say who does",
    )
    keeping.add_argument(
        "number", nargs="?", metavar="ENTERPRISE_NUMBER", help="of the issuer to be given"
    )
    keeper = keeping.add_mutually_exclusive_group()
    keeper.add_argument("--space", metavar="ID", help="this space issues for it from now on")
    keeper.add_argument("--operator", action="store_true", help="the operator issues for it")
    keeping.set_defaults(refuse=keeping.error)

    entering = add_action(
        actions,
        "indexes",
        run_indexes,
        "list the price indexes that hold in all spaces, or read some from a file",
    )
    entering.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="CSV",
        help="a month and its index on each line, as in 2026-01;133.49",
    )
    entering.add_argument("--series", choices=INDEX_SERIES, help="the series of the file")
    entering.add_argument("--source", help="where its values were published")
    entering.set_defaults(refuse=entering.error)


def run_issuers(options: argparse.Namespace) -> None:
    """Give an issuer, if one is named; print all of them with how much each has issued."""
    given = options.operator or options.space is not None
    if given != (options.number is not None):
        options.refuse("name both an enterprise number and who issues for it")
    with opened(options.conf) as app:
        if given:
            keeper = options.space or issuers.OPERATOR
            issuers.give(app, options.number, keeper, present_actor())
            transaction.commit()
        known = issuers.keepers(app)
        series = [(one.issuer, one.name, one.year, count) for one, count in counts(app)]
    told = [
        {
            "issuer": number,
            "space": space or None,
            "series": [
                {"name": name, "year": year, "count": count}
                for issuer, name, year, count in series
                if issuer == number
            ],
        }
        for number, space in sorted(known.items())
    ]
    if options.json:
        print_json(told)
        return
    for one in told:
        print(f"{one['issuer']}\t{one['space'] or 'the operator'}")
        for part in one["series"]:
            print(f"  {part['name'] or 'invoices'} {part['year']}: {part['count']}")


def run_indexes(options: argparse.Namespace) -> None:
    """Read a file, if one is named; print all values."""
    named = [options.file, options.series, options.source]
    if any(named) and not all(named):
        options.refuse("a file needs its --series and its --source")
    with opened(options.conf) as app:
        if options.file is not None:
            values = index_file.read(options.file.read_bytes(), options.series, options.source)
            changed = indexes.put(app, values)
            told = {"values": len(changed), "source": options.source}
            record(app, indexes.ENTERED, actor=present_actor(), subject=options.series, after=told)
            transaction.commit()
        found = indexes.values_of(app)
    if options.json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        print(f"{one.series}\t{one.month:%Y-%m}\t{one.value}\t{one.source}")

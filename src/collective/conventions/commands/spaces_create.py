"""``conventions spaces create``: one space, or a table of them in a row."""

from collections.abc import Callable
from collective.conventions.commands import links
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.addresses import url_option
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.commands.spaces_table import COLUMNS
from collective.conventions.commands.spaces_table import Order
from collective.conventions.commands.spaces_table import read
from collective.conventions.content.vocabularies import ENTITY_KINDS
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import LANGUAGES
from collective.conventions.server.provision import Made
from collective.conventions.server.provision import Manager
from collective.conventions.server.spaces import has_space
from collective.conventions.server.usage import read_limit
from dataclasses import asdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zope.i18n import translate
import argparse
import transaction


WORK = "spaces"


@dataclass(frozen=True)
class Done:
    """What became of a table: the ids that were made, those there already, and what failed."""

    made: tuple[str, ...]
    there: tuple[str, ...]
    failures: tuple[Failure, ...]


def add_to(actions: Any) -> None:
    """Add the action."""
    create = add_action(
        actions,
        "create",
        run_create,
        "make a space with the add-on installed, or many from a table",
        f"The columns of a table are {', '.join(COLUMNS)}, with semicolons or commas "
        "between them; id and title are needed. A space that is there already is left alone, so "
        "an interrupted run is simply started again.",
    )
    create.add_argument("id", nargs="?", help="a part of its address: small letters, digits, -")
    create.add_argument("title", nargs="?", help="the name of the entity")
    create.add_argument("--description", default="", help="one sentence about it")
    create.add_argument("--language", choices=LANGUAGES, default="fr", help="default: %(default)s")
    kinds = [term.value for term in ENTITY_KINDS]
    create.add_argument("--kind", choices=kinds, default="", help="the kind of the entity")
    create.add_argument("--nis", default="", metavar="CODE", help="the NIS code of the commune")
    create.add_argument(
        "--commune", default="", metavar="ID", help="of a CPAS: the space of its commune"
    )
    create.add_argument(
        "--limit", default="", metavar="SIZE", help='what it may hold, as "3 GB" or in bytes'
    )
    create.add_argument("--notes", default="", help="what the operators should know of it")
    create.add_argument(
        "--manager",
        nargs=3,
        metavar=("LOGIN", "NAME", "EMAIL"),
        help="its first member; a link for one use is printed, under which he chooses a password",
    )
    create.add_argument("--from", dest="table", type=Path, metavar="FILE.csv", help="a table")
    create.add_argument(
        "--links",
        type=Path,
        metavar="FILE.csv",
        help="with --from: where the links of first members are added; readable by you only",
    )
    url_option(create)


def run_create(options: argparse.Namespace) -> int:
    """Make one space in one transaction, or the spaces of a table."""
    if bool(options.table) == bool(options.id and options.title):
        raise CannotStart("please give an id and a title, or a table with --from.")
    orders = read(options.table) if options.table else [_order(options)]
    with_links = any(order.manager for order in orders)
    if with_links and not options.url:
        raise CannotStart("please give the address of the server with --url, for the links.")
    if options.table:
        if with_links and not options.links:
            raise CannotStart("please say with --links where the links are written.")
        return _run_table(options, orders)
    with opened(options.conf) as app:
        made = make(app, orders[0])
        transaction.commit()
    _tell_one(made, options)
    return 0


def make(app: Any, order: Order) -> Made:
    """Make one space; nothing is committed."""
    return create_space(
        app,
        order.id,
        order.title,
        language=order.language,
        description=order.description,
        manager=order.manager,
        facts=order.facts,
    )


def make_all(
    app: Any, orders: list[Order], keep: Callable[[Made], None], progress: Progress
) -> Done:
    """Make the spaces that are not there yet, each in a transaction of its own.

    :param keep: is given each space that is made for good.
    """
    there = [order.id for order in orders if has_space(app, order.id)]
    missing = [order for order in orders if order.id not in there]
    made, failures = [], []
    progress.begin(WORK, len(missing))
    for order in missing:
        if progress.stopped:
            break
        try:
            space = make(app, order)
            transaction.commit()
        except Exception as error:
            transaction.abort()
            failures.append(Failure(order.id, said(error)))
            progress.failed(WORK, failures[-1])
            continue
        keep(space)
        made.append(order.id)
        progress.done(WORK, order.id)
        # A hundred sites are more than the memory should hold at once.
        app._p_jar.cacheMinimize()
    return Done(tuple(made), tuple(there), tuple(failures))


def said(error: Exception) -> str:
    """What is wrong, in one line."""
    if not isinstance(error, ConventionsError):
        return f"{type(error).__name__}: {error}"
    found = [f"{one.field}: {translate(sentence(one))}" for one in error.findings]
    return " ".join([str(translate(error.message)), *found])


def _order(options: argparse.Namespace) -> Order:
    return Order(
        id=options.id,
        title=options.title,
        language=options.language,
        description=options.description,
        manager=Manager(*options.manager) if options.manager else None,
        facts={
            "kind": options.kind,
            "nis_code": options.nis,
            "commune": options.commune,
            "notes": options.notes,
            "limit": read_limit(options.limit),
        },
    )


def _run_table(options: argparse.Namespace, orders: list[Order]) -> int:
    stop = Stop()
    with (
        opened(options.conf) as app,
        stop.listening(),
        links.book(options.links, options.url or "") as enter,
        shown_by(options.json, stop) as shown,
    ):
        done = make_all(app, orders, lambda made: enter(made.link), shown("server"))
    if options.json:
        print_json(asdict(done))
    else:
        print(f"{len(done.made)} spaces made, {len(done.there)} there already.")
        for failure in done.failures:
            print(f"{failure.about}: {failure.why}")
        if stop.asked:
            print("Stopped. What was made is kept; the same command goes on.")
    return 1 if done.failures or stop.asked else 0


def _tell_one(made: Made, options: argparse.Namespace) -> None:
    if options.json:
        link = links.address_of(made.link, options.url) if made.link else None
        print_json({**asdict(made.entry), "link": link})
        return
    print(f"Made the space {made.entry.id}.")
    if made.link is not None:
        print(links.told(made.link, options.url))

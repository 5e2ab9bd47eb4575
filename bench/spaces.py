"""The sites that are measured: a stock one, one of ours, and ours with many conventions."""

from collective.conventions.clock import today
from collective.conventions.content.vocabularies import KINDS
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.space.ledger import close_ledger
from datetime import date
from datetime import timedelta
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFPlone.factory import addPloneSite
from random import Random
from rich.progress import Progress
from typing import Any
import stock
import transaction


PORTION = 250
FIRST_DAY = date(2015, 1, 1)
TODAY = today()
SECRETARY = "secretary"


def make_stock(app: Any) -> None:
    """A site of the same distribution without the add-on, with the stock type."""
    addPloneSite(app, "stock", distribution_name="classic", setup_content=False)
    with entered(app, "stock") as portal:
        stock.install(portal)
    transaction.commit()


def make_ours(app: Any, name: str, password: str, partners: int) -> list[str]:
    """A space with its partners and a secretary; returns the UIDs of the partners."""
    create_space(app, name, name, language="en")
    with entered(app, name) as portal:
        api.user.create(email="s@example.be", username=SECRETARY, password=password)
        api.group.add_user(groupname="council_secretaries", username=SECRETARY)
        made = [
            add(portal.partners, "Partner", title=f"Commune {number:04}", entity_kind="commune")
            for number in range(partners)
        ]
    transaction.commit()
    return [partner.UID() for partner in made]


def make_unmetered(app: Any, name: str, password: str) -> None:
    """A space like the others whose writes nobody counts: what the meter is compared with."""
    make_ours(app, name, password, 2)
    with entered(app, name):
        close_ledger()
    transaction.commit()


def fill(app: Any, name: str, uids: list[str], count: int, progress: Progress) -> None:
    """Add ``count`` conventions: half of them signed, between partners of very unlike weight."""
    random = Random(count)
    task = progress.add_task(f"{count} conventions in /{name}", total=count)
    for start in range(0, count, PORTION):
        end = min(start + PORTION, count)
        with entered(app, name) as portal:
            for number in range(start, end):
                _add_convention(portal, random, uids, number)
        transaction.commit()
        app._p_jar.cacheGC()
        progress.update(task, completed=end)


def _add_convention(portal: Any, random: Random, uids: list[str], number: int) -> None:
    signed = FIRST_DAY + timedelta(days=random.randrange(4000)) if random.random() < 0.5 else None
    parties = {uids[int(random.random() ** 3 * len(uids))] for _time in range(3)}
    convention = add(
        portal.conventions,
        "Convention",
        title=f"{random.choice(['Access', 'Data', 'Premises', 'Staff'])} {number:05}",
        kind=random.choice(list(KINDS)).value,
        reference=f"{number:05}",
        subject_matter="What the parties agree on.",
        parties=[{"partner": uid, "role": "partner"} for uid in sorted(parties)],
        signatories=[
            {"partner": uid, "name": "A. Person", "capacity": "Mayor", "date_signed": signed}
            for uid in sorted(parties)
        ],
        commitments=[_commitment(random, uid) for uid in sorted(parties)],
        **_term(random, signed),
    )
    if signed:
        # Straight into its state: the steps themselves are measured elsewhere.
        workflow = portal.portal_workflow
        workflow.setStatusOf(
            "convention_workflow", convention, {"review_state": "signed", "comments": ""}
        )
        workflow.convention_workflow.updateRoleMappingsFor(convention)


def _term(random: Random, signed: date | None) -> dict[str, Any]:
    """A term as agreements have it: without an end, for some years, renewed until refused."""
    term: dict[str, Any] = {"duration_unit": "unlimited"}
    sort = random.random()
    if sort < 0.3:
        # What has an end has it still before it, but for some that nobody has recorded.
        started = signed or TODAY
        left = random.randrange(2000) if random.random() < 0.98 else -30
        end = max(TODAY + timedelta(days=left), started)
        term = {"duration_unit": "until_date", "end_date": end}
    elif sort < 0.7:
        term = {
            "duration_unit": "years",
            "duration_count": random.choice([1, 3, 5]),
            "renewal": "tacit",
            "renewal_months": 12,
            "notice_count": random.choice([1, 3, 6]),
            "notice_unit": "months",
        }
    return term


def _commitment(random: Random, uid: str) -> dict[str, Any]:
    """Something owed within five years around today; of what has passed, almost all is done."""
    due = TODAY + timedelta(days=random.randrange(-900, 900))
    done = due if due < TODAY and random.random() < 0.98 else None
    return {"partner": uid, "description": "A report", "due": due, "done": done}


def add(folder: Any, portal_type: str, **values: Any) -> Any:
    return addContentToContainer(
        folder, createContent(portal_type, **values), checkConstraints=False
    )

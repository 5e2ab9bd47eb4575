"""Many conventions to bill, made quickly.

``python -m billing.many CONF SPACE COUNT POISONED`` makes a space of them; without ``COUNT`` it
prints what has been issued in the space.

They are put straight into their state; the steps that lead there are tested elsewhere.
"""

from billing.conftest import COMMUNE
from billing.conftest import MONTHLY
from billing.conftest import UNION
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.plan import candidates
from collective.conventions.commands.database import opened
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from datetime import date
from factories import SIGNED
from pathlib import Path
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
import json
import sys
import transaction


PORTION = 250


def agree_with_many(app, portal, count, poisoned=()):
    """Make ``count`` signed access conventions; the numbers ``poisoned`` lack a buyer reference."""
    union = _add(portal.partners, "Partner", title="Union", **UNION)
    commune = _add(portal.partners, "Partner", title="Hauteville", **COMMUNE)
    for number in range(count):
        convention = _add(
            portal.conventions,
            "Convention",
            title=f"Access {number:05}",
            kind="access",
            reference=f"ACC-{number:05}",
            subject_matter="Access to the services.",
            parties=[{"partner": one.UID(), "role": "partner"} for one in (union, commune)],
            signatories=[
                {"partner": one.UID(), "name": "A. Person", "date_signed": SIGNED}
                for one in (union, commune)
            ],
            issuer=union.UID(),
            prices=[MONTHLY],
            buyer_reference=None if number in poisoned else f"PO-{number}",
            start_rule="fixed_date",
            start_date=date(2025, 10, 15),
        )
        workflow = portal.portal_workflow
        signed = {"review_state": "signed", "comments": ""}
        workflow.setStatusOf("convention_workflow", convention, signed)
        workflow.convention_workflow.updateRoleMappingsFor(convention)
        if number % PORTION == PORTION - 1:
            transaction.commit()
            app._p_jar.cacheGC()
    transaction.commit()


def _add(folder, portal_type, **values):
    made = createContent(portal_type, **values)
    return addContentToContainer(folder, made, checkConstraints=False)


def documents():
    """The number of each issued document of the present space, and the path of its convention."""
    for record in candidates():
        for part in parts_of(record._unrestrictedGetObject()):
            yield issued_of(part).number, record.getPath()


def main(conf, space, count="0", *poisoned):
    with opened(Path(conf)) as app:
        if int(count):
            create_space(app, space, space, language="en")
            with entered(app, space) as portal:
                agree_with_many(app, portal, int(count), set(map(int, poisoned)))
            return
        with entered(app, space):
            print(json.dumps(list(documents())))


if __name__ == "__main__":
    main(*sys.argv[1:])

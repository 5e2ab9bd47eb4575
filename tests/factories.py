"""Agreements for tests: complete ones, in any state."""

from collective.conventions.lifecycle.steps import take
from collective.conventions.server import operators
from collective.conventions.server import team
from datetime import date
from plone import api
from plone.namedfile.file import NamedBlobFile


DECIDED = date(2024, 6, 24)
SIGNED = date(2024, 7, 1)
ENDED = date(2025, 6, 30)
TODAY = date(2026, 1, 15)

#: The steps that lead from a draft to each state.
ROADS = {
    "draft": (),
    "council_approved": ("approve",),
    "signed": ("approve", "sign"),
    "terminated": ("approve", "sign", "terminate"),
}


def make_partner(portal, title="City", **values):
    values = {"entity_kind": "commune", **values}
    return api.content.create(portal["partners"], "Partner", title=title, **values)


def make_convention(portal, partners, state="draft", **values):
    """A convention that lacks nothing for any step, brought to ``state``."""
    uids = [partner.UID() for partner in partners]
    values = {
        "title": "Agreement",
        "kind": "partnership",
        "subject_matter": "Working together.",
        "parties": [{"partner": uid, "role": "partner"} for uid in uids],
        "signatories": [
            {"partner": uid, "name": "A. Person", "capacity": "Mayor", "date_signed": SIGNED}
            for uid in uids
        ],
        "council_date": DECIDED,
        "council_number": "12",
        **values,
    }
    convention = api.content.create(portal["conventions"], "Convention", **values)
    bring(convention, state)
    return convention


def bring(convention, state):
    """Take the steps that lead from a draft to ``state``."""
    facts = {"termination_date": ENDED, "termination_reason": "By agreement."}
    for step in ROADS[state]:
        take(convention, step, TODAY, facts=facts)


def make_annex(convention, title="Annex", publication="parties", data=b"text", **values):
    file = NamedBlobFile(data=data, filename=f"{title}.txt", contentType="text/plain")
    values = {"title": title, "publication": publication, "file": file, **values}
    return api.content.create(convention, "Annex", **values)


def make_invoice(convention, partners, title="Invoice", **values):
    issuer, customer = (partner.UID() for partner in partners[:2])
    values = {"title": title, "issuer": issuer, "customer": customer, **values}
    return api.content.create(convention, "Invoice", **values)


def make_operator(app, login, password, email=""):
    """A member of the maintenance team who has signed everything, with a password."""
    by = {"actor": "admin", "today": TODAY}
    team.admit(app, login, login.title(), email=email, **by)
    for document in team.DOCUMENTS:
        file = NamedBlobFile(data=b"signed", filename=f"{document}.txt")
        team.sign(app, login, document, version="1", signed=SIGNED, file=file, **by)
    operators.set_password(app, login, password)

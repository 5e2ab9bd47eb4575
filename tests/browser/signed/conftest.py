"""An approved convention with a text, its people, and signed copies of that text."""

from datetime import date
from factories import make_annex
from factories import make_convention
from factories import make_partner
from plone import api
import pytest
import signing
import transaction


LINES = (
    "La commune met à disposition deux locaux du centre culturel.",
    "La convention dure cinq ans à partir du jour de la signature.",
)
TEXT = [
    {"part": "article", "number": "1", "title": "Objet", "body": f"<p>{LINES[0]}</p>"},
    {"part": "article", "number": "2", "title": "Durée", "body": f"<p>{LINES[1]}</p>"},
]
PAPER = ("Article 1 – Objet", LINES[0], "Article 2 – Durée", LINES[1])


@pytest.fixture
def convention(functional, people):
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(functional["portal"], name) for name in ("City", "Centre")]
        made = make_convention(
            functional["portal"],
            partners,
            "council_approved",
            title="Mise à disposition",
            text=[dict(row) for row in TEXT],
        )
        rows = [dict(row) for row in made.signatories]
        rows[0]["original_received"] = date(2024, 7, 9)
        made.signatories = rows
    transaction.commit()
    return made


@pytest.fixture
def copies(convention):
    """A good one, one with another word, and a scan."""
    other = [line.replace("cinq", "neuf") for line in PAPER]
    files = {
        "Exemplaire signé": signing.signed(signing.paper(*PAPER), "Zoé Dupuis", "Bram Peeters"),
        "Autre exemplaire": signing.tampered(signing.signed(signing.paper(*other))),
        "Numérisation": signing.scan(),
    }
    with api.env.adopt_roles(["Manager"]):
        made = [
            make_annex(convention, title, data=data, annex_kind="signed_copy")
            for title, data in files.items()
        ]
    transaction.commit()
    return made

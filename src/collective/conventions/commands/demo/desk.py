"""What lies on the desk of the operator of the demo: a tool, requests, an incident."""

from collective.conventions.commands.demo.people import OPERATOR
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import set_contact
from collective.conventions.server.incidents import report
from collective.conventions.server.incidents import take
from collective.conventions.server.spaces import has_space
from collective.conventions.server.tools import catalogue
from collective.conventions.server.tools import requests
from typing import Any


COMMUNE, CPAS = "hauteville", "cpas-hauteville"
DESK = Contact("Service d’assistance aux communes", "+32 81 00 00 00", "assistance@example.be")
COPIES = catalogue.Tool(
    id="copies-de-travail",
    title="Copies de travail",
    description="Préparer une nouvelle version d'un document sans toucher à celle qui est publiée.",
    guide="Menu Actions, « Créer une copie de travail » ; « Intégrer » remplace l'original.",
    contact="Service d'assistance aux communes\nassistance@example.be",
    profile="plone.app.iterate:default",
)


def furnish(app: Any) -> None:
    """Let the spaces of the commune and of its CPAS ask for something, once."""
    if catalogue.tools(app) or not (has_space(app, COMMUNE) and has_space(app, CPAS)):
        return
    set_contact(app, DESK)
    catalogue.put(app, COPIES)
    requests.ask(
        app,
        CPAS,
        kind=requests.TOOL,
        tool_id=COPIES.id,
        text="Pour le règlement de l'aide sociale, que nous relisons à trois.",
        actor=requests.Actor("quentin.voisine", "Quentin Voisine"),
    )
    requests.ask(
        app,
        COMMUNE,
        kind=requests.ADAPTATION,
        tool_id="",
        text="La liste des conventions devrait pouvoir être imprimée par partenaire.",
        actor=requests.Actor("denis.rocourt", "Denis Rocourt"),
    )
    made = report(
        app,
        COMMUNE,
        kind="loss",
        title="Téléphone de service perdu",
        text="Perdu dans le train lundi soir. La boîte de courriel y était ouverte.",
        happened="lundi soir",
        actor="simon.graindorge",
        name="Simon Graindorge",
    )
    take(
        app,
        made.id,
        "triaged",
        reason="Les sessions ouvertes ont été fermées ; le mot de passe a été changé.",
        actor=OPERATOR.login,
        name=OPERATOR.name,
        detail={"severity": "serious"},
    )

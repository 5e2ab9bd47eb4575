"""A convention as it is written, and its paper; all names are invented."""

from collective.conventions.documents.rendering.paper import CONVENTION
from collective.conventions.documents.rendering.paper import Original
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.paper import Side
from collective.conventions.documents.rendering.paper import Signer
from collective.conventions.terms.texts.text import Part
from datetime import date


ROOM = (
    "La commune met à la disposition de l’association une salle du centre culturel, chauffée et"
    " équipée, aux jours et heures que fixe le calendrier de chaque année."
)
LISTED = (
    "<p>La durée se compte ainsi :</p><ol><li>d’abord trois ans ;</li><li>puis deux"
    " prolongations :<ul><li>la première d’un an ;</li><li>la seconde de six mois.</li></ul></li>"
    "</ol>"
)
PRICES = (
    "<p>Les montants sont <strong>hors TVA</strong>.</p><table><thead><tr><th>Prestation</th>"
    "<th>Montant</th></tr></thead><tbody><tr><td>Salle &amp; loges</td><td>1.250,00 €</td></tr>"
    "</tbody></table>"
)
TEXT = (
    Part("heading", title="Convention de mise à disposition", body="<p>d’une salle</p>"),
    Part("parties", title="Entre", body="<p>La <em>commune</em> de Belval,</p><p>et l’ASBL.</p>"),
    Part("preamble", title="Préambule", body=f"<p>{ROOM}</p>"),
    Part("article", "1", "Objet", f"<p>{ROOM}</p>"),
    Part("article", "2", "Durée", LISTED),
    Part("article", "3", "Prix", PRICES),
    Part("article", "4", "", f"<p>{ROOM}</p>" * 3),
    Part("article", "5", "Litiges", LISTED),
    Part("signatures", body="<p>Fait à Belval, en trois exemplaires.</p>"),
)
SIDES = (
    Side(
        "Commune de Belval",
        (Signer("Jeanne Modèle", "Bourgmestre"), Signer("Paul Exemple", "Directeur", True)),
    ),
    Side("Les Amis du Théâtre", (Signer("Anne Témoin", "Présidente", signed=date(2027, 3, 1)),)),
    Side("CPAS de Belval"),
)


def paper(**values):
    """A paper; ``values`` take the place of those given here."""
    given = {
        "kind": CONVENTION,
        "title": "Salle du centre culturel",
        "language": "fr",
        "text": TEXT,
        "author": "Commune de Belval",
        "sides": SIDES,
        "reference": "2027/CULT/0042",
        "made": date(2027, 2, 22),
        "fingerprint": "0f3a" * 16,
        "original": Original(1, 3),
    }
    return Paper(**(given | values))

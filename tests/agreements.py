"""Texts of conventions for tests, in invented words."""

from collective.conventions.terms.texts.text import Part
from html import escape


def part(kind, body="", number="", title=""):
    """A part whose body is one paragraph for each line."""
    lines = "".join(f"<p>{escape(line, quote=False)}</p>" for line in body.split("\n") if line)
    return Part(kind, number, title, lines)


def article(number, body="", title=""):
    return part("article", body, str(number), title)


def sound():
    """A text with nothing wrong: two parties, five articles, an annex, a price with its VAT."""
    return (
        part("heading", title="Convention de prêt de matériel"),
        part(
            "parties",
            "La Ville de Montbrun, ci-après dénommée « la Ville », et\n"
            "l'asbl Les Ateliers du Pont, ci-après dénommée « l'Association »,",
        ),
        part("preamble", "La Ville possède du matériel que l'Association souhaite employer."),
        article(1, "La Ville prête à l'Association les objets de l'annexe 1.", "Objet"),
        article(2, "L'Association paie 120 euros par mois, TVA de 21 % en sus.", "Prix"),
        article(3, "Le prix visé à l'article 2 est payé chaque trimestre.", "Paiement"),
        article(4, "Le prêt prend cours le 1er mars 2026.", "Durée"),
        article(5, "Les tribunaux de Namur sont compétents.", "Litiges"),
        part("signatures", "Pour la Ville\nPour l'Association"),
    )


def long_text(pages=30):
    """A text of about so many pages of 450 words, whose articles refer to each other."""
    sentence = (
        "La Ville remet à l'Association le lot {n} dont l'inventaire figure à l'annexe 1, et"
        " l'Association en prend soin comme le prévoit l'article {m} pour {n} euros hors TVA."
    )
    articles = pages * 2
    return (
        *sound()[:3],
        *(
            article(
                number,
                "\n".join(
                    sentence.format(n=number * 10 + line, m=max(1, number - 1)) for line in range(8)
                ),
                f"Lot {number}",
            )
            for number in range(1, articles + 1)
        ),
        sound()[-1],
    )

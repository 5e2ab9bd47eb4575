"""The convention of the journeys: the access of a CPAS to the CommunesPlone server."""

UNION = "Union des Villes et Communes de Wallonie"
CENTRE = "CPAS de Hauteville"
TITLE = "Accès du CPAS au serveur CommunesPlone"
PATH = "/conventions/acces-du-cpas-au-serveur-communesplone"

AGREED = {
    "title": TITLE,
    "kind": "access",
    "reference": "CPAS/2024/03",
    "subject_matter": "L'Union ouvre au CPAS un espace protégé sur son serveur.",
}
SIGNATORIES = (
    {"partner": UNION, "name": "Marianne Delcambre", "capacity": "Secrétaire générale adjointe"},
    {"partner": CENTRE, "name": "Benoît Ransquin", "capacity": "Président"},
)
COMMITMENTS = (
    {
        "partner": UNION,
        "description": "Stockage de toutes les données, site compris",
        "quantity": "3",
        "unit": "Go",
    },
    {
        "partner": CENTRE,
        "description": "Participation mensuelle, hors TVA de 21 %, indexée",
        "quantity": "1",
        "unit": "mois",
        "amount": "82,00",
        "frequency": "facturée le 1er janvier et le 1er juillet",
    },
)
#: One year from the first of the month after the last signature, renewed by itself.
TERM = {
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": "1",
    "renewal": "tacit",
    "renewal_months": "12",
    "renewal_cap_months": "48",
    "notice_count": "1",
    "notice_unit": "months",
    "notice_means": "letter",
    "originals": "2",
}


def draft(desk):
    """Draft the convention from the front page, with two partners nobody has entered yet."""
    desk.follow("#content [href$='++add++Convention']")
    desk.fill(**AGREED)
    desk.add_row("parties")
    desk.add_new_partner(0, title=UNION, entity_kind="association", city="Namur")
    desk.fill(**{"parties-0-role": "provider"})
    desk.add_row("parties")
    desk.add_new_partner(1, title=CENTRE, entity_kind="cpas", city="Hauteville")
    desk.fill(**{"parties-1-role": "user"})
    for row in SIGNATORIES:
        desk.add_row("signatories", **row)
    for row in COMMITMENTS:
        desk.add_row("commitments", **row)
    for later in ("date_signed", "original_received", "done", "evidence"):
        assert not desk.has(f"[name$='.{later}']")
    desk.fill(**TERM)
    desk.look()
    desk.save()


def decide(desk, day, number):
    """Record the decision of the Council from the page that refuses the approval."""
    desk.go_to_step("approve")
    assert not desk.has(".cf-step [type=submit]")
    desk.follow(".cf-lacks [href$='#form-widgets-council_date']")
    desk.fill(council_date=day, council_number=number)
    desk.save()


def record_signature(desk, place, day):
    """Record when a signatory signed, from the page that refuses the signature.

    Returns what that page said to be missing.
    """
    desk.go_to_step("sign")
    missing = desk.read(".cf-lacks")
    field = f"signatories-{place}-date_signed"
    desk.follow(f".cf-lacks [href$='{field}']")
    desk.fill(**{field: day})
    desk.save()
    return missing

"""The people of the demo, all of them invented: those with accounts, and those who sign."""

from collective.conventions.commands.demo.model import Person


#: role → the groups that carry it. ``secretary`` is the one person who does it all in a small
#: commune; the people of a partner are in the group of that partner only.
GROUPS_OF: dict[str, tuple[str, ...]] = {
    "author": ("convention_authors",),
    "council_secretary": ("council_secretaries",),
    "signature_officer": ("signature_officers",),
    "finance_officer": ("finance_officers",),
    "reader": ("convention_readers",),
    "partner_contact": (),
    "secretary": ("convention_authors", "council_secretaries", "signature_officers"),
    "space_manager": ("space_managers",),
}

OPERATOR = Person("thibaut.lenglois", "Thibaut Lenglois", "operator")

BRUXELLES = (
    Person("ines.calbrecht", "Inès Calbrecht", "author"),
    Person("gauthier.ostelin", "Gauthier Ostelin", "council_secretary"),
    Person("maud.pirotte", "Maud Pirotte", "signature_officer"),
    Person("karim.ouadji", "Karim Ouadji", "finance_officer"),
    Person("lotte.deswart", "Lotte Deswart", "reader"),
    Person("bastien.noirfont", "Bastien Noirfont", "partner_contact", partner="cirb"),
    Person("odile.quertemont", "Odile Quertemont", "secretary"),
    Person("helene.tassignon", "Hélène Tassignon", "space_manager"),
)

HAUTEVILLE = (
    Person("simon.graindorge", "Simon Graindorge", "author"),
    Person("paulette.wery", "Paulette Wéry", "council_secretary"),
    Person("fabrice.lambiotte", "Fabrice Lambiotte", "signature_officer"),
    Person("nadine.cuvelot", "Nadine Cuvelot", "finance_officer"),
    Person("theo.bellefroy", "Théo Bellefroy", "reader"),
    Person("sylvain.harmel", "Sylvain Harmel", "partner_contact", partner="uvcw"),
    Person("josiane.malvaux", "Josiane Malvaux", "secretary"),
    Person("denis.rocourt", "Denis Rocourt", "space_manager"),
)

CPAS_HAUTEVILLE = (
    Person("aurore.ghislenne", "Aurore Ghislenne", "author"),
    Person("bernard.tilquain", "Bernard Tilquain", "council_secretary"),
    Person("carine.dufays", "Carine Dufays", "signature_officer"),
    Person("edouard.sprumart", "Édouard Sprumart", "finance_officer"),
    Person("rachida.benhalim", "Rachida Benhalim", "reader"),
    Person("sylvain.harmel", "Sylvain Harmel", "partner_contact", partner="uvcw"),
    Person("liliane.pochette", "Liliane Pochette", "secretary"),
    Person("quentin.voisine", "Quentin Voisine", "space_manager"),
)

FUTUROCITE = (
    Person("melanie.strepy", "Mélanie Strépy", "author"),
    Person("arnaud.casteau", "Arnaud Casteau", "council_secretary"),
    Person("valerie.ghlin", "Valérie Ghlin", "signature_officer"),
    Person("ludovic.jurbise", "Ludovic Jurbise", "finance_officer"),
    Person("sarah.nimy", "Sarah Nimy", "reader"),
    Person(
        "simon.graindorge", "Simon Graindorge", "partner_contact", partner="commune-de-hauteville"
    ),
    Person("corentin.hyon", "Corentin Hyon", "secretary"),
    Person("manon.havre", "Manon Havré", "space_manager"),
)

#: Who signs or represents, without an account.
CITY_ALDERMAN = "Nadia Verlinque"
CITY_SECRETARY = "Pol Vanderauwel"
CITY_MAYOR = "Élise Brabandère"
CIRB_DIRECTOR = "Robrecht Mesdagh"
CIRB_DEPUTY = "Chantal Ickxemans"
BOSA_DIRECTOR = "Geneviève Holstraete"
WETECHCARE_PRESIDENT = "Armelle Fontignac"
UNION_DEPUTY = "Marianne Delcambre"
MAYOR = "Luc Hastière-Pirson"
GENERAL_DIRECTOR = "Josiane Malvaux"
CPAS_PRESIDENT = "Benoît Ransquin"
CPAS_SECRETARY = "Liliane Pochette"
FUTUROCITE_DIRECTOR = "Corentin Hyon"
VALROND_MAYOR = "Fernand Oizelet"
BRUMELLE_MAYOR = "Clarisse Mahoux"

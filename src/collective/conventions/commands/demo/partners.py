"""The partners of the demo.

Enterprise numbers and NIS codes of public institutions are those of the public registers. The
commune of Hauteville and its CPAS, the smaller associations, all account numbers and all persons
are invented; the check digits of invented numbers are right.
"""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Fields
from collective.conventions.commands.demo.model import Row


def represented(*rows: tuple[str, str]) -> list[Row]:
    """Rows of representatives: name and capacity."""
    return [
        {"name": name, "capacity": capacity, "since": None, "until": None}
        for name, capacity in rows
    ]


def reached(name: str, role: str, email: str, phone: str | None = None) -> Row:
    """A row of the contact persons of a partner."""
    return {"name": name, "role": role, "email": email, "phone": phone}


VILLE: Fields = {
    "title": "Ville de Bruxelles",
    "entity_kind": "commune",
    "legal_form": "Commune",
    "enterprise_number": "0207373429",
    "nis_code": "21004",
    "street": "Rue des Halles 4",
    "postal_code": "1000",
    "city": "Bruxelles",
    "iban": "BE02091000001140",
    "representatives": represented(
        (people.CITY_MAYOR, "Bourgmestre"),
        (people.CITY_ALDERMAN, "Échevine de la Smart City"),
        (people.CITY_SECRETARY, "Secrétaire de la Ville"),
    ),
}

CIRB: Fields = {
    "title": "Centre d'Informatique pour la Région bruxelloise (CIRB)",
    "entity_kind": "region",
    "legal_form": "Organisme d'intérêt public",
    "enterprise_number": "0240678477",
    "vat_number": "BE0240678477",
    "street": "Avenue des Arts 21",
    "postal_code": "1000",
    "city": "Bruxelles",
    "iban": "BE88091000001241",
    "representatives": represented(
        (people.CIRB_DIRECTOR, "Directeur général"),
        (people.CIRB_DEPUTY, "Directrice générale adjointe"),
    ),
    "contacts": [
        reached("Bastien Noirfont", "Chargé de relations", "bastien.noirfont@example.be"),
    ],
}

BOSA: Fields = {
    "title": "SPF Stratégie et Appui (BOSA)",
    "description": "DG Simplification et Digitalisation : démocratie numérique, accessibilité.",
    "entity_kind": "federal",
    "legal_form": "Service public fédéral",
    "enterprise_number": "0671516647",
    "street": "Boulevard Simon Bolivar 30",
    "postal_code": "1000",
    "city": "Bruxelles",
    "representatives": represented((people.BOSA_DIRECTOR, "Directrice générale")),
}

WETECHCARE: Fields = {
    "title": "WeTechCare Belgique",
    "entity_kind": "association",
    "legal_form": "ASBL",
    "street": "Cantersteen 12",
    "postal_code": "1000",
    "city": "Bruxelles",
    "representatives": represented((people.WETECHCARE_PRESIDENT, "Présidente")),
}

UVCW: Fields = {
    "title": "Union des Villes et Communes de Wallonie",
    "entity_kind": "association",
    "legal_form": "ASBL",
    "enterprise_number": "0451461655",
    "vat_number": "BE0451461655",
    "street": "Rue de l'Étoile 14",
    "postal_code": "5000",
    "city": "Namur",
    "iban": "BE77091000001342",
    "representatives": represented((people.UNION_DEPUTY, "Secrétaire générale adjointe")),
    "contacts": [reached("Sylvain Harmel", "Support", "sylvain.harmel@example.be", "081 00 00 14")],
}

HAUTEVILLE: Fields = {
    "title": "Commune de Hauteville",
    "entity_kind": "commune",
    "legal_form": "Commune",
    "enterprise_number": "0993099163",
    "nis_code": "93099",
    "street": "Place du Perron 1",
    "postal_code": "5699",
    "city": "Hauteville",
    "iban": "BE66091000001443",
    "representatives": represented(
        (people.MAYOR, "Bourgmestre"), (people.GENERAL_DIRECTOR, "Directrice générale")
    ),
}

CPAS_HAUTEVILLE: Fields = {
    "title": "CPAS de Hauteville",
    "entity_kind": "cpas",
    "legal_form": "Centre public d'action sociale",
    "enterprise_number": "0993099262",
    "commune": "commune-de-hauteville",
    "street": "Rue du Lavoir 12",
    "postal_code": "5699",
    "city": "Hauteville",
    "iban": "BE55091000001544",
    "representatives": represented(
        (people.CPAS_PRESIDENT, "Président"), (people.CPAS_SECRETARY, "Secrétaire du CPAS")
    ),
}

FUTUROCITE: Fields = {
    "title": "FuturoCité",
    "entity_kind": "association",
    "legal_form": "ASBL",
    "enterprise_number": "0984201194",
    "vat_number": "BE0984201194",
    "street": "Rue René Descartes 20",
    "postal_code": "7000",
    "city": "Mons",
    "website": "https://www.futurocite.be",
    "iban": "BE98001000001793",
    "representatives": represented((people.FUTUROCITE_DIRECTOR, "Directeur exécutif")),
}


def commune(title: str, postal_code: str, city: str, nis_code: str, mayor: str) -> Fields:
    """A commune of which only the public facts are known; its mayor is invented."""
    return {
        "title": title,
        "entity_kind": "commune",
        "legal_form": "Commune",
        "nis_code": nis_code,
        "postal_code": postal_code,
        "city": city,
        "representatives": represented((mayor, "Bourgmestre")),
    }


def association(title: str, city: str, chair: str, description: str = "") -> Fields:
    """A small association, invented."""
    return {
        "title": title,
        "description": description,
        "entity_kind": "association",
        "legal_form": "ASBL",
        "city": city,
        "representatives": represented((chair, "Présidence")),
    }


def public_body(title: str, kind: str, city: str, number: str = "") -> Fields:
    """A public body of the Regions or of the State."""
    return {
        "title": title,
        "entity_kind": kind,
        "legal_form": "Personne de droit public",
        "enterprise_number": number or None,
        "city": city,
    }

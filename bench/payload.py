"""A full convention, as REST carries it: five parties, ten commitments, and all the rest."""

from typing import Any


TEXT = "The parties work together on the means, the data and the people that the service needs. "


def convention(partners: list[str]) -> dict[str, Any]:
    """The body of a POST.

    :param partners: the UIDs of five partners.
    """
    return {
        "@type": "Convention",
        "title": "Collaboration on the data of the city",
        "description": "What each party brings in, by when, and at what price.",
        "kind": "collaboration",
        "reference": "2026-117",
        "subject_matter": TEXT * 4,
        "monetary": True,
        "free_of_charge": False,
        "declared_value": 2000.0,
        "text_language": "fr",
        "language_versions": [
            {"language": "nl", "title": "Samenwerking", "authoritative": True},
            {"language": "de", "title": "Zusammenarbeit", "authoritative": False},
        ],
        "replaced_arrangement": "The arrangement of 2019",
        "responsible": [],
        "parties": [
            {"partner": uid, "role": "provider" if number == 0 else "partner"}
            for number, uid in enumerate(partners)
        ],
        "signatories": [
            {
                "partner": uid,
                "name": f"Person {number}, {capacity}",
                "capacity": capacity,
                "by_delegation": capacity == "Alderman",
                "date_signed": "2026-02-03",
                "original_received": "2026-02-10",
            }
            for number, uid in enumerate(partners)
            for capacity in ("Mayor", "Alderman")
        ],
        "contacts": [
            {
                "partner": uid,
                "name": f"Contact {number}",
                "role": "Project leader",
                "email": f"contact{number}@example.be",
                "phone": "+32 81 00 00 00",
                "since": "2026-02-03",
            }
            for number, uid in enumerate(partners)
        ],
        "commitments": [
            {
                "partner": partners[number % len(partners)],
                "description": f"Commitment {number}. {TEXT}",
                "domain": "Data",
                "quantity": 12.5,
                "unit": "man-day",
                "amount": 940.0,
                "budget": "Extraordinary budget",
                "condition": "provided that the subsidy is granted",
                "frequency": "each quarter",
                "due": "2027-06-30",
                "done": None,
                "evidence": "A report",
            }
            for number in range(10)
        ],
        "college_date": "2026-01-05",
        "college_number": "12",
        "council_sitting": "2026-01-20",
        "council_date": "2026-01-20",
        "council_number": "7",
        "folder_reference": "DC/2026/117",
        "agenda_number": "14",
        "start_rule": "last_signature",
        "duration_unit": "years",
        "duration_count": 1,
        "renewal": "tacit",
        "renewal_months": 12,
        "renewal_cap_months": 48,
        "notice_count": 3,
        "notice_unit": "months",
        "notice_means": "registered",
        "notice_basis": "sending",
        "resolutory_condition": TEXT,
        "issuer": partners[0],
        "customer": partners[1],
        "prices": [
            {
                "description": "Access to the service",
                "basis": "monthly",
                "amount": 82.0,
                "vat_rate": 21.0,
                "vat_category": "S",
                "indexed": True,
            }
        ],
        "participants": 2,
        "index_series": "health_index",
        "index_base_month": "2026-01-01",
        "payment_days": 30,
        "buyer_reference": "PO-2026-117",
        "dispute_settlement": TEXT,
        "originals": 5,
        "supervision_authority": "The region",
        "supervision_sent": "2026-01-21",
        "supervision_received": "2026-01-22",
        "supervision_outcome": "none",
        "supervision_date": "2026-02-01",
        "consents": [
            {
                "kind": "logo_use",
                "requested_by": partners[1],
                "description": "The logo on a poster",
                "requested": "2026-03-01",
                "answer": "granted",
                "answered": "2026-03-05",
            }
        ],
        "undertakings": [
            {
                "person": "A subcontractor",
                "capacity": "Hosting",
                "kind": "subcontractor",
                "signed": "2026-02-03",
                "document": "Letter of 3 February",
            }
        ],
        "clauses": [{"topic": "notice", "clause": "art. 8"}],
        "text": [
            {
                "part": "article",
                "number": str(number),
                "title": "Means",
                "body": f"<p>{TEXT * 3}</p>",
            }
            for number in range(1, 11)
        ],
        "text_exceptions": [],
        "decree": [
            {"part": part, "language": "fr", "body": f"<p>{TEXT}</p>"}
            for part in ("subject", "considerations", "operative")
        ],
        "deliberations": [],
        "notices": [],
        "renewals_agreed": [],
        "overrides": [],
        "reminders": [
            {
                "what": "notice_by",
                "days_before": "60, 30, 7",
                "repeat_days": None,
                "recipients": "responsible",
            }
        ],
        "remarks": TEXT,
    }


def changed(body: dict[str, Any], number: int) -> dict[str, Any]:
    """The same convention after an edit: a text, and one of the commitments."""
    done = {"done": "2026-03-01", "evidence": f"Report {number}"}
    commitments = [{**body["commitments"][0], **done}, *body["commitments"][1:]]
    rest = {name: value for name, value in body.items() if name != "@type"}
    return {**rest, "remarks": f"{TEXT}{number}", "commitments": commitments}

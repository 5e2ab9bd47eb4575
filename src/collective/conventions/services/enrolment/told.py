"""An enrolment as the answers carry it."""

from collective.conventions.billing.enrolling import confirmation_of
from collective.conventions.billing.enrolling import is_enrolment
from collective.conventions.billing.enrolments import Enrolled
from collective.conventions.billing.enrolments import enrolled
from collective.conventions.clock import today
from collective.conventions.terms.enrolment import CONDITIONS
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def enrolment_told(convention: Any) -> dict[str, Any]:
    """Its conditions with their days, and what follows; ``mail`` is what can be sent now."""
    found = enrolled(convention)
    mail = confirmation_of(convention) if found.state == "to_confirm" else None
    answer: dict[str, Any] = json_compatible(
        {
            "@id": f"{convention.absolute_url()}/@enrolment",
            "per_participant": is_enrolment(convention),
            **_days(found),
            "mail": asdict(mail) if mail else None,
        }
    )
    return answer


def _days(found: Enrolled) -> dict[str, Any]:
    one, sent = found.enrolment, found.confirmed
    return {
        "state": found.state,
        "conditions": {name: getattr(one, name) for name in CONDITIONS},
        "registered": one.registered,
        "confirmed": {"day": sent.day, "address": sent.address} if sent else None,
        "cancelled": one.cancelled,
        "refund": found.refund,
        "refund_by": one.refund_by,
        "refund_overdue": found.is_overdue(today()),
        "refunded": one.refunded,
    }

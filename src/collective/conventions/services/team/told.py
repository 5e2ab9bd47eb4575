"""What the services tell of a member: never a file, never anything to log in with."""

from collective.conventions.server.team import Member
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def told(member: Member) -> dict[str, Any]:
    """A member, with what he has signed and what follows from it."""
    facts = {**asdict(member), "missing": member.missing, "has_rights": member.has_rights}
    return dict(json_compatible(facts))

"""GET @state?at=: what holds of a convention on a day, and what comes from which amendment."""

from collective.conventions.clock import today
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import state_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.amending.state import Row
from collective.conventions.terms.amending.state import State
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class Get(Service):
    """Every field that an amendment can change, and every row, each with where it comes from."""

    def reply(self) -> dict[str, Any]:
        day = day_asked(self.request.form, "at") or today()
        found = state_of(self.context, day)
        answer = {
            "@id": f"{self.context.absolute_url()}/@state?at={day.isoformat()}",
            "at": day,
            "amendments": self._amendments(found),
            "fields": self._fields(found),
            "tables": {table: _rows(rows) for table, rows in found.rows.items()},
            "removed": {table: _rows(rows) for table, rows in found.removed.items()},
        }
        told: dict[str, Any] = json_compatible(answer)
        return told

    def _amendments(self, found: State) -> list[dict[str, Any]]:
        items = {one.amendment_number: one for one in amendments(self.context)}
        known = [(one, True) for one in found.applied] + [(one, False) for one in found.coming]
        return [_amendment(items[one.number], one, holds) for one, holds in known]

    def _fields(self, found: State) -> list[dict[str, Any]]:
        values = values_at(self.context, found.at)
        return [
            {
                "name": name,
                "title": translate(IConvention[name].title, context=self.request),
                "value": values[name],
                "origin": _origin(found.origins.get(name)),
            }
            for name in FIELDS
        ]


def _amendment(item: Any, one: Amendment, holds: bool) -> dict[str, Any]:
    return {
        "@id": item.absolute_url(),
        "title": item.title,
        "number": one.number,
        "effective": one.effective,
        "signed": one.signed,
        "holds": holds,
    }


def _rows(rows: tuple[Row, ...]) -> list[dict[str, Any]]:
    return [
        {"name": row.name, "values": dict(row.values), "origin": _origin(row.origin)}
        for row in rows
    ]


def _origin(origin: Origin | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    return {"number": origin.number, "effective": origin.effective}

"""What a client sent, written into a content object: proved as a whole before anything is set."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.clock import today
from collective.conventions.content.amended import joined
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.fields import fields_of
from collective.conventions.services.content.fields import READ_ONLY
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import problem
from collective.conventions.settings.reading import beginning
from collective.conventions.space.meter import ask_file
from collective.conventions.terms.sameness import same
from plone.namedfile.interfaces import INamedField
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.services.content.tus import TUSUpload
from typing import Any
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


Values = dict[str, Any]

#: So many faults are told of one body.
MOST_TOLD = 500


@implementer(IDeserializeFromJson)
class Deserializer:
    """Writes JSON into a convention, amendment, partner, invoice or annex.

    Fields that the client does not name stay as they are; unknown ones are refused. What a
    reading answers may be sent back as it is.
    """

    def __init__(self, content: Any, request: Any) -> None:
        self.content = content
        self.request = request
        self.fields = {n: (schema, field) for schema, n, field in fields_of(content.portal_type)}

    def __call__(
        self,
        validate_all: bool = False,
        data: Mapping[str, Any] | None = None,
        create: bool = False,
        mask_validation_errors: bool = True,
    ) -> Any:
        """Write ``data``, or the body of the request.

        :param create: the object is new and has no place yet; nothing required may be left out.
        :raises BadRequest: a value is not valid.
        :raises Conflict: the state of the convention does not allow a change.
        :raises Forbidden: the current user may not make it.
        """
        sent = body(self.request, MAXIMUM_WITH_FILE) if data is None else data
        before = snapshot(self.content)
        values = self._read(with_title(sent) if create else sent, complete=create)
        # What says the same as before is no change: it need not be looked at, nor written.
        changes = values if create else differences(before, values)
        if aspects.has_aspects(self.content):
            refuse_locked(self.content, before, changes, create)
        after = {**before, **values, **joined(self.content)}
        refuse_faults(findings(self.content.portal_type, after, today()))
        written = self._write(changes)
        if not create:
            self._tell(written)
        return self.content

    def _read(self, sent: Mapping[str, Any], *, complete: bool) -> Values:
        reader = Reader(self.content)
        values: Values = {}
        for name in sent:
            if name in self.fields:
                field = self.fields[name][1]
                if complete or not _is_kept_file(field, sent[name]):
                    values[name] = reader.value(name, field, sent[name])
            elif name not in READ_ONLY:
                reader.problems.append(problem("unknown_field", name))
        if complete:
            values |= self._defaults(reader, values)
        refuse_faults(reader.problems)
        return values

    def _defaults(self, reader: Reader, values: Values) -> Values:
        """What a new object has where nothing was sent; written down, it need not be looked up."""
        chosen = beginning(values) if IConvention.providedBy(self.content) else {}
        return {
            name: chosen[name] if name in chosen else reader.default(name, field)
            for name, (_schema, field) in self.fields.items()
            if name not in values
        }

    def _write(self, values: Values) -> dict[Any, list[str]]:
        """Set the values; answers their names by schema."""
        written: dict[Any, list[str]] = {}
        for name, value in values.items():
            schema, field = self.fields[name]
            if INamedField.providedBy(field):
                ask_file(field, value, field.query(schema(self.content)))
            field.set(schema(self.content), value)
            written.setdefault(schema, []).append(f"{schema.__name__}.{name}")
        return written

    def _tell(self, written: dict[Any, list[str]]) -> None:
        if written:
            attributes = [Attributes(schema, *names) for schema, names in written.items()]
            notify(ObjectModifiedEvent(self.content, *attributes))


def differences(before: Values, values: Values) -> Values:
    """Those of the values that do not say the same as before."""
    return {name: value for name, value in values.items() if not same(value, before[name])}


def with_title(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """A file that was sent in pieces comes without a title: it bears its own name."""
    names = [raw.metadata().get("filename") for raw in sent.values() if isinstance(raw, TUSUpload)]
    return {"title": names[0], **sent} if any(names) else sent


def refuse_faults(faults: Any) -> None:
    """Refuse with everything that is wrong, if anything is; of a flood the first part will do."""
    if faults:
        told = tuple(faults)[:MOST_TOLD]
        raise BadRequest(_("Some values are not valid. Nothing was changed."), told)


def refuse_locked(convention: Any, before: Values, values: Values, create: bool) -> None:
    """Refuse what the state forbids to everybody, then what the current user may not change."""
    if create:
        container = aq_parent(convention)
        locked = aspects.locked_in_new(before, values)
        forbidden = aspects.forbidden_in_new(container, before, values)
    else:
        locked = aspects.locked(convention, values)
        forbidden = aspects.forbidden(convention, values)
    if locked:
        raise Conflict(_("The state of the convention does not allow this change."), locked)
    if forbidden:
        names = [problem("forbidden", name) for name in forbidden]
        raise Forbidden(_("You may not change this now."), names)


def _is_kept_file(field: Any, raw: Any) -> bool:
    """Whether ``raw`` is a file as a reading answers it, without its data: it stays."""
    reading = isinstance(raw, Mapping) and "download" in raw and "data" not in raw
    return INamedField.providedBy(field) and reading

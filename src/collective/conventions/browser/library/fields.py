"""``library/@@model-fields``: what a model may say of a convention, each to be copied."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.documents.filling.context import ROLES
from collective.conventions.documents.filling.fields import entry_name
from collective.conventions.documents.filling.fields import Field
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.fields import LOOP
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Line:
    """A field: what is put into the model, and what it says."""

    id: str
    written: str
    help: str


@dataclass(frozen=True)
class Group:
    """Fields that belong together; of a list, ``loop`` is how one goes through it."""

    id: str
    title: str
    lines: list[Line]
    loop: str = ""


class FieldsPage(Page):
    """All fields, in groups; how they are written stands above."""

    index = ViewPageTemplateFile("fields.pt")
    #: Braces mean something to the template itself.
    CONDITION = "{% if term.is_tacit %} … {% else %} … {% endif %}"
    REFERENCE = '{{ article("…") }}'

    @cached_property
    def groups(self) -> list[Group]:
        single = {name: field for name, field in FIELDS.items() if field.kind == "text"}
        roles = [self._line(name, FIELDS[name], f"{name}.name") for name in ROLES]
        return [
            Group("general", self.t(_("General")), list(self._lines("", single))),
            *(group for name, field in FIELDS.items() for group in self._groups(name, field)),
            Group("roles", self.t(_("Parties by their role")), roles),
            Group("loop", self.t(LOOP.help), list(self._lines("loop.", LOOP.fields))),
        ]

    def _groups(self, name: str, field: Field, prefix: str = "") -> Iterator[Group]:
        """The group of a record or list, and those of the lists in it."""
        if field.kind not in ("record", "list") or name in ROLES:
            return
        full = f"{prefix}{name}"
        entry = entry_name(name) if field.kind == "list" else full
        loop = f"{{% for {entry} in {full} %}} … {{% endfor %}}" if field.kind == "list" else ""
        lines = list(self._lines(f"{entry}.", field.fields))
        yield Group(full.replace(".", "-"), self.t(field.help), lines, loop)
        for inner, one in field.fields.items():
            # Sender and recipient have the fields of every party.
            if one.kind == "list":
                yield from self._groups(inner, one, f"{entry}.")

    def _lines(self, prefix: str, fields: Mapping[str, Field]) -> Iterator[Line]:
        for name, field in fields.items():
            if field.kind == "record":
                yield self._line(f"{prefix}{name}", field, f"{prefix}{name}.name")
            elif field.kind != "list":
                yield self._line(f"{prefix}{name}", field, f"{prefix}{name}")

    def _line(self, name: str, field: Field, path: str) -> Line:
        flag = field.kind == "flag"
        written = f"{{% if {path} %}} … {{% endif %}}" if flag else f"{{{{ {path} }}}}"
        return Line(f"mf-{name.replace('.', '-')}", written, self.t(field.help))

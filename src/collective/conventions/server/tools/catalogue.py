"""The catalogue of tools: what the operator offers to the entities."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.tools.profiles import installable
from collective.conventions.terms.findings import Finding
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from typing import Any
from zExceptions import NotFound
import re


NAME = "tools"
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = {"id": 50, "title": 100, "contact": 1000, "profile": 200, "guide": 20000}


@dataclass(frozen=True)
class Tool:
    """A tool: ``profile`` is its standard configuration, ``package`` the software that has it."""

    id: str
    title: str
    description: str = ""
    #: How it is used, in lines; a line may be the address of a page or film.
    guide: str = ""
    #: Whom to ask, in lines.
    contact: str = ""
    profile: str = ""
    package: str = ""


def tools(app: Any) -> tuple[Tool, ...]:
    """The whole catalogue, by title."""
    found = (Tool(**values) for values in (kept(app, NAME) or {}).values())
    return tuple(sorted(found, key=lambda tool: (tool.title.lower(), tool.id)))


def tool(app: Any, tool_id: str) -> Tool:
    """One tool.

    :raises NotFound: there is none of that id.
    """
    values = (kept(app, NAME) or {}).get(tool_id)
    if values is None:
        raise NotFound(tool_id)
    return Tool(**values)


def put(app: Any, given: Tool) -> Tool:
    """Add a tool, or change the one of its id; whatever is the same leaves no trace.

    :raises UnprocessableEntity: something is missing or too long, or no add-on that is installed
        on this server has such a profile; it names all that is wrong.
    """
    known = installable()
    stripped = Tool(**{one.name: str(getattr(given, one.name)).strip() for one in fields(Tool)})
    if findings := tuple(_findings(stripped, known)):
        raise UnprocessableEntity(findings=findings)
    new = asdict(replace(stripped, package=known[stripped.profile].package))
    catalogue = shelf(app, NAME)
    old = catalogue.get(new["id"], {})
    changed = [name for name, value in new.items() if old.get(name) != value]
    if changed:
        catalogue[new["id"]] = new
        record(
            app,
            "tool_changed" if old else "tool_added",
            actor=present_actor(),
            subject=new["id"],
            before={name: old[name] for name in changed if name in old},
            after={name: new[name] for name in changed},
        )
    return Tool(**new)


def remove(app: Any, tool_id: str, *, used: bool) -> None:
    """Offer a tool no longer.

    :param used: whether a space has it, or asks for it.
    :raises NotFound: there is none of that id.
    :raises Conflict: it is used, so its guide and contact must stay.
    """
    gone = tool(app, tool_id)
    if used:
        raise Conflict(
            _("“${title}” is used or asked for, so it stays.", mapping={"title": gone.title})
        )
    del shelf(app, NAME)[tool_id]
    record(app, "tool_removed", actor=present_actor(), subject=tool_id, before=asdict(gone))


def _findings(given: Tool, known: Any) -> Iterator[Finding]:
    for name in ("id", "title", "description", "contact", "profile"):
        if not getattr(given, name):
            yield Finding("required", name)
    for name, most in LONGEST.items():
        if len(getattr(given, name)) > most:
            yield Finding("text_too_long", name, {"maximum": most})
    if given.id and not ID.fullmatch(given.id):
        yield Finding("id_malformed", "id")
    if given.profile and given.profile not in known:
        yield Finding("unknown_choice", "profile", {"value": given.profile[:100]})

"""Putting a tool into a space, with its standard configuration (C3)."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import register
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.profiles import registered
from collective.conventions.server.tools.versions import has_profile
from collective.conventions.server.tools.versions import version_of
from dataclasses import replace
from typing import Any
import transaction


def install(app: Any, space_id: str, tool: Tool, *, reason: str = "") -> None:
    """Apply the profile of ``tool`` to a space; a failure leaves nothing of it.

    :raises Conflict: the space has it already.
    :raises UnprocessableEntity: the server has lost the add-on, or the profile fails; it says why.
    """
    if tool.profile not in registered():
        raise UnprocessableEntity(
            _("No add-on on this server has “${profile}” any more.", mapping=_profile(tool))
        )
    actor, before = present_actor(), transaction.savepoint()
    try:
        with as_system(), entered(app, space_id) as portal:
            if has_profile(portal, tool.profile):
                raise Conflict(_("“${title}” is there already.", mapping={"title": tool.title}))
            portal.portal_setup.runAllImportStepsFromProfile(f"profile-{tool.profile}")
            version = version_of(portal, tool.profile)
    except Conflict:
        raise
    except Exception as error:
        before.rollback()
        why = f"{type(error).__name__}: {error}"[:500]
        raise UnprocessableEntity(
            _("It cannot be installed, and nothing has changed: ${why}", mapping={"why": why})
        ) from error
    known = register.entry(app, space_id)
    if known is not None and tool.id not in known.tools:
        register.put(app, replace(known, tools=(*known.tools, tool.id)))
    record(
        app,
        "tool_installed",
        actor=actor,
        subject=space_id,
        reason=reason,
        after={"tool": tool.id, "profile": tool.profile, "version": version},
    )


def _profile(tool: Tool) -> dict[str, str]:
    return {"profile": tool.profile}

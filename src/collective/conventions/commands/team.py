"""``conventions team``: who belongs to the maintenance team, and what each has signed."""

from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from collective.conventions.server.welcome import new_code
from dataclasses import asdict
from datetime import date
from pathlib import Path
from plone.namedfile.file import NamedBlobFile
from typing import Any
import argparse
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(commands, "team", "the maintenance team: who belongs to it")
    add_action(actions, "list", run_list, "list the members, past ones too")

    admit = add_action(actions, "admit", run_admit, "admit a member, still without any right")
    admit.add_argument("login", help="his login, for good: small letters, digits, dots, hyphens")
    admit.add_argument("name", help="first name and name")
    admit.add_argument("--organisation", default="", help="for whom the person works")
    admit.add_argument("--email", default="", help="the person's e-mail address")

    sign = add_action(actions, "sign", run_sign, "record what a member has signed")
    sign.add_argument("login", help="the member")
    sign.add_argument("document", choices=team.DOCUMENTS, help="what was signed")
    sign.add_argument("file", type=Path, help="the signed copy")
    sign.add_argument("--version", required=True, help="the version of the document")
    sign.add_argument(
        "--date", required=True, type=date.fromisoformat, help="the day it was signed, YYYY-MM-DD"
    )

    leave = add_action(actions, "leave", run_leave, "end a membership and every right, at once")
    leave.add_argument("login", help="the member")
    leave.add_argument("--reason", default="", help="kept in the journal")

    code = add_action(
        actions, "code", run_code, "make the code with which a member chooses a password"
    )
    code.add_argument("login", help="the member")


def run_list(options: argparse.Namespace) -> None:
    """Print one member a line, or all of them as JSON."""
    with opened(options.conf) as app:
        found = team.members(app)
    if options.json:
        print_json([_values(one) for one in found])
        return
    for one in found:
        print(f"{one.login}\t{_state(one)}\t{one.name}\t{one.organisation}")


def run_admit(options: argparse.Namespace) -> None:
    """Admit a member and print the code for his first password, which works once."""
    with opened(options.conf) as app:
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        given = {"organisation": options.organisation, "email": options.email}
        team.admit(app, options.login, options.name, **given, **by)
        code = new_code(app, options.login, **by)
        transaction.commit()
    _tell_code(options, f"Admitted {options.name}. Code to choose a password: {code}", code)


def run_sign(options: argparse.Namespace) -> None:
    """Record a signature, and say whether the rights have begun."""
    file = NamedBlobFile(data=options.file.read_bytes(), filename=options.file.name)
    with opened(options.conf) as app:
        given: dict[str, Any] = {"version": options.version, "signed": options.date, "file": file}
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        member = team.sign(app, options.login, options.document, **given, **by)
        transaction.commit()
    _tell(options, f"Recorded. {member.name}: {_state(member)}.", member)


def run_leave(options: argparse.Namespace) -> None:
    """End a membership."""
    with opened(options.conf) as app:
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        member = team.leave(app, options.login, reason=options.reason, **by)
        transaction.commit()
    _tell(options, f"{member.name} has left the team and has no right any more.", member)


def run_code(options: argparse.Namespace) -> None:
    """Print a new code; the one before no longer works."""
    with opened(options.conf) as app:
        code = new_code(app, options.login, actor=present_actor(), today=today())
        transaction.commit()
    _tell_code(options, f"Code to choose a password: {code}", code)


def _tell(options: argparse.Namespace, said: str, member: team.Member) -> None:
    if options.json:
        print_json(_values(member))
    else:
        print(said)


def _tell_code(options: argparse.Namespace, said: str, code: str) -> None:
    if options.json:
        print_json({"login": options.login, "code": code})
    else:
        print(said)


def _values(member: team.Member) -> dict[str, Any]:
    return {**asdict(member), "has_rights": member.has_rights}


def _state(member: team.Member) -> str:
    if member.left:
        return f"left on {member.left}"
    return "rights" if member.has_rights else f"waits for {' and '.join(member.missing)}"

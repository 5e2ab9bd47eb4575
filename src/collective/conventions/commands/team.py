"""``conventions team``: who belongs to the maintenance team, and what each has signed."""

from collective.conventions.clock import today
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
import json
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    command = commands.add_parser("team", help="the maintenance team: who belongs to it")
    actions = command.add_subparsers(metavar="ACTION", required=True)

    listing = actions.add_parser("list", help="list the members, past ones too")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.set_defaults(run=run_list)

    admit = actions.add_parser("admit", help="admit a member, still without any right")
    admit.add_argument("login", help="his login, for good: small letters, digits, dots, hyphens")
    admit.add_argument("name", help="first name and name")
    admit.add_argument("--organisation", default="", help="for whom the person works")
    admit.add_argument("--email", default="", help="the person's e-mail address")
    admit.set_defaults(run=run_admit)

    sign = actions.add_parser("sign", help="record what a member has signed")
    sign.add_argument("login")
    sign.add_argument("document", choices=team.DOCUMENTS)
    sign.add_argument("file", type=Path, help="the signed copy")
    sign.add_argument("--version", required=True, help="the version of the document")
    sign.add_argument(
        "--date", required=True, type=date.fromisoformat, help="the day it was signed, YYYY-MM-DD"
    )
    sign.set_defaults(run=run_sign)

    leave = actions.add_parser("leave", help="end a membership and every right, at once")
    leave.add_argument("login")
    leave.add_argument("--reason", default="", help="kept in the journal")
    leave.set_defaults(run=run_leave)

    code = actions.add_parser("code", help="make the code with which a member chooses a password")
    code.add_argument("login")
    code.set_defaults(run=run_code)


def run_list(options: argparse.Namespace) -> None:
    """Print one member a line, or all of them as JSON."""
    with opened(options.conf) as app:
        found = team.members(app)
    if options.json:
        told = [{**asdict(one), "has_rights": one.has_rights} for one in found]
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
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
    print(f"Admitted {options.name}. Code to choose a password: {code}")


def run_sign(options: argparse.Namespace) -> None:
    """Record a signature, and say whether the rights have begun."""
    file = NamedBlobFile(data=options.file.read_bytes(), filename=options.file.name)
    with opened(options.conf) as app:
        given: dict[str, Any] = {"version": options.version, "signed": options.date, "file": file}
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        member = team.sign(app, options.login, options.document, **given, **by)
        transaction.commit()
    print(f"Recorded. {member.name}: {_state(member)}.")


def run_leave(options: argparse.Namespace) -> None:
    """End a membership."""
    with opened(options.conf) as app:
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        member = team.leave(app, options.login, reason=options.reason, **by)
        transaction.commit()
    print(f"{member.name} has left the team and has no right any more.")


def run_code(options: argparse.Namespace) -> None:
    """Print a new code; the one before no longer works."""
    with opened(options.conf) as app:
        code = new_code(app, options.login, actor=present_actor(), today=today())
        transaction.commit()
    print(f"Code to choose a password: {code}")


def _state(member: team.Member) -> str:
    if member.left:
        return f"left on {member.left}"
    return "rights" if member.has_rights else f"waits for {' and '.join(member.missing)}"

"""``conventions billing enrolments``: which are to be confirmed, and what is to be paid back."""

from collective.conventions.billing.enrolments import Enrolled
from collective.conventions.billing.enrolments import enrolments
from collective.conventions.billing.everywhere import chosen
from collective.conventions.billing.everywhere import each
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.database import opened
from collective.conventions.progress import Failure
from datetime import date
from typing import Any
import argparse


#: What somebody has to do something about.
TO_DO = ("to_confirm", "to_refund")


def add_to(actions: Any) -> None:
    """Add the action."""
    action = add_action(
        actions,
        "enrolments",
        run_enrolments,
        "list the enrolments that are to be confirmed, and those that are to be paid back, "
        "with their days; the exit code is 1 when one should have been paid back by now",
    )
    action.add_argument(
        "--all", action="store_true", help="those too about which nothing is to be done"
    )
    add_space(action)


def run_enrolments(options: argparse.Namespace) -> int:
    """List them, space by space."""
    day, told, failures = today(), [], []
    with opened(options.conf) as app:
        names = chosen(app, options.space)
        for space, found in each(app, names, lambda portal: _told(day)):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                wanted = (one for one in found if options.all or one["state"] in TO_DO)
                told += [{"space": space, **one} for one in wanted]
            app._p_jar.cacheMinimize()
    if options.json:
        print_json({"enrolments": told, "failures": [vars(one) for one in failures]})
    else:
        for one in told:
            print(_line(one))
        print_failures(tuple(failures))
    return 1 if failures or any(one["refund_overdue"] for one in told) else 0


def _told(day: date) -> list[dict[str, Any]]:
    return [_plain(one, day) for one in enrolments()]


def _plain(found: Enrolled, day: date) -> dict[str, Any]:
    one, sent = found.enrolment, found.confirmed
    return {
        "title": found.title,
        "path": found.path,
        "state": found.state,
        "lacking": list(one.lacking) if one.cancelled is None else [],
        "registered": one.registered,
        "confirmed": sent.day if sent else None,
        "cancelled": one.cancelled,
        "refund": found.refund,
        "refund_by": one.refund_by,
        "refund_overdue": found.is_overdue(day),
    }


def _line(one: dict[str, Any]) -> str:
    said = {
        "incomplete": f"incomplete, lacks {', '.join(one['lacking'])}",
        "to_confirm": f"to confirm, registered on {one['registered']}",
        "confirmed": f"confirmed on {one['confirmed']}",
        "to_refund": f"to refund, {one['refund']} EUR until {one['refund_by']}",
        "cancelled": f"cancelled on {one['cancelled']}",
    }[one["state"]]
    late = " (OVERDUE)" if one["refund_overdue"] else ""
    return f"{one['space']}: {one['title']} ({one['path']}): {said}{late}"

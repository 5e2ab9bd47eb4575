"""One space, as the services answer it."""

from collective.conventions.server.console import Row
from dataclasses import asdict
from typing import Any


def told(row: Row, root_url: str) -> dict[str, Any]:
    """The entry of the register, with the figures and the number of open incidents."""
    seen = row.figures
    figures = None
    if seen is not None:
        figures = {
            **{name: value for name, value in asdict(seen).items() if name != "space"},
            "last_login": seen.last_login or None,
            "percent": row.percent,
        }
    return {
        "@id": f"{root_url}/@spaces/{row.entry.id}",
        "url": f"{root_url}/{row.entry.id}",
        **asdict(row.entry),
        "figures": figures,
        "open_incidents": row.incidents,
    }

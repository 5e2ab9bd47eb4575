"""What the services answer of a request."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.server.tools.requests import Request
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from dataclasses import asdict
from typing import Any
from zExceptions import NotFound


def told(request: Request, url: str) -> dict[str, Any]:
    """A request with all its steps.

    :param url: the address of the service, without the request's own part.
    """
    return {
        "@id": url,
        "space": request.space,
        "number": request.number,
        "kind": request.kind,
        "tool": request.tool or None,
        "text": request.text,
        "state": request.state,
        "workload": request.workload or None,
        "benefit": request.benefit or None,
        "steps": [asdict(step) for step in request.steps],
    }


def texts(sent: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """The texts that a body holds under ``names``; what is not sent is empty.

    :raises BadRequest: for what is no text, and for other names; it names all of them.
    """
    known, faults = tuple(names), []
    found = dict.fromkeys(known, "")
    for name, raw in sent.items():
        if name not in known:
            faults.append(problem("unknown_field", name))
            continue
        try:
            found[name] = plain_text(raw if raw is not None else "")
        except Refused as refused:
            faults.append(problem(refused.code, name, **refused.params))
    refuse_faults(faults)
    return found


def number(text: str) -> int:
    """The number of a request in an address.

    :raises NotFound: it is none.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise NotFound(text)
    return int(text)

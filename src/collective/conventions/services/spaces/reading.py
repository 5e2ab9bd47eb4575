"""What a client sends of a space, read strictly."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.server.facts import FACTS
from collective.conventions.server.provision import Manager
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from typing import Any


def refuse_unknown(sent: Mapping[str, Any], known: Iterable[str]) -> None:
    """Refuse names that are none, and texts that are something else.

    :raises BadRequest: with each of them.
    """
    known = set(known)
    faults = [problem("unknown_field", name) for name in sent if name not in known]
    for name, value in sent.items():
        # Facts of another type are refused where facts are proved.
        if name in known and (isinstance(value, str) or name not in {"manager", *FACTS}):
            faults += _faults(name, value)
    refuse_faults(faults)


def _faults(name: str, value: Any, column: str | None = None) -> Iterator[Problem]:
    """What is wrong with a value that must be a text."""
    try:
        plain_text(value)
    except Refused as refused:
        yield problem(refused.code, name, column=column, **refused.params)


def facts_in(sent: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that were sent; ``null`` empties a text."""
    return {
        name: "" if sent[name] is None and name != "limit" else sent[name]
        for name in FACTS
        if name in sent
    }


def manager_in(sent: Mapping[str, Any]) -> Manager | None:
    """The first manager; his login is his address, unless it is said.

    :raises BadRequest: something of him is missing or no text.
    """
    told = sent.get("manager")
    if told is None:
        return None
    faults: list[Problem] = []
    if not isinstance(told, Mapping) or not all(isinstance(one, str) for one in told.values()):
        faults.append(problem("wrong_type", "manager", expected="object of texts"))
        told = {}
    else:
        faults += [
            problem("required", "manager", column=name)
            for name in ("name", "email")
            if not told.get(name, "").strip()
        ]
        for name, value in told.items():
            if name not in ("login", "name", "email"):
                faults.append(problem("unknown_field", "manager", column=name))
            faults += _faults("manager", value, name)
    refuse_faults(faults)
    email = told["email"].strip()
    return Manager(told.get("login", "").strip() or email.lower(), told["name"].strip(), email)

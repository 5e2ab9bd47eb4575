"""The query string of a service: a slip in it is refused, never overlooked."""

from collections.abc import Container
from collections.abc import Mapping
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from typing import Any


#: What every list understands; ``batch`` proves the numbers.
BATCH = ("b_start", "b_size")


def refuse_strange(form: Mapping[str, Any], known: Mapping[str, Container[str] | None]) -> None:
    """Refuse what a list is not asked by; an empty value asks for nothing.

    :param known: the choices of each name, or None where it takes any text.
    :raises BadRequest: an unknown name, a value that is no choice, or one given twice.
    """
    faults = []
    for name, value in form.items():
        choices = known.get(name)
        if name not in (*known, *BATCH):
            faults.append(problem("unknown_field", name))
        elif not isinstance(value, str) or (choices is not None and value not in (*choices, "")):
            faults.append(problem("unknown_choice", name, value=str(value)[:100]))
    refuse_faults(faults)

"""Work in a transaction of its own, tried again where somebody else wrote to the same."""

from collections.abc import Callable
from typing import TypeVar
from ZODB.POSException import ConflictError
import transaction


TRIES = 3
Answer = TypeVar("Answer")


def committed(work: Callable[[], Answer], tries: int = TRIES) -> Answer:
    """Do ``work`` and commit it; whatever was pending before is given up.

    :raises ConflictError: others wrote to the same each of ``tries`` times.
    """
    for _attempt in range(tries - 1):
        try:
            return _once(work)
        except ConflictError:
            transaction.abort()
    return _once(work)


def _once(work: Callable[[], Answer]) -> Answer:
    transaction.begin()
    answer = work()
    transaction.commit()
    return answer

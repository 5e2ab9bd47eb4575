"""Timing requests over HTTP, each against the other in turn."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from statistics import median
from time import perf_counter
from typing import Any
import json
import time


@dataclass(frozen=True)
class Result:
    """The median times of two things in milliseconds, and how they compare."""

    what: str
    base: float
    other: float
    goal: float | None

    @property
    def ratio(self) -> float:
        return self.other / self.base

    @property
    def verdict(self) -> str:
        """Whether the goal is met; nothing where none is set."""
        if self.goal is None:
            return ""
        return "met" if self.ratio <= self.goal else "MISSED"


class Client:
    """One connection to the server, kept open, as one user."""

    def __init__(self, port: int, user: str, password: str) -> None:
        self.connection = HTTPConnection("localhost", port, timeout=300)
        token = b64encode(f"{user}:{password}".encode()).decode()
        self.headers = {"Authorization": f"Basic {token}"}

    def __call__(
        self, method: str, path: str, body: Any = None, accept: str = "application/json"
    ) -> bytes:
        """Send a request and return the body of the answer.

        :raises RuntimeError: the server refuses.
        """
        headers = {**self.headers, "Accept": accept, "Content-Type": "application/json"}
        sent = None if body is None else json.dumps(body)
        self.connection.request(method, path, sent, headers)
        answer = self.connection.getresponse()
        received = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {received[:500]!r}")
        return received


def processor_of(process: int) -> Callable[[], float]:
    """A clock that runs while a process works: what else the machine does is not in it."""
    # As clock_getcpuclockid(3) makes it of the number of a process.
    return partial(time.clock_gettime, (~process << 3) | 2)


def compare(
    what: str,
    goal: float | None,
    rounds: int,
    base: Callable[[int], Any],
    other: Callable[[int], Any],
    clock: Callable[[], float] = perf_counter,
) -> Result:
    """Time two requests in turn, so that what else the machine does falls on both alike.

    Each takes the number of the round; the rounds before 0 warm up and do not count.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(-max(1, rounds // 10), rounds):
        # Who goes first changes, too.
        order = (0, 1) if number % 2 else (1, 0)
        for which in order:
            started = clock()
            (base, other)[which](number)
            if number >= 0:
                times[which].append((clock() - started) * 1000)
    return Result(what, median(times[0]), median(times[1]), goal)

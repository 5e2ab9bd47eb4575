"""A date with its reason, and a fact of a timeline that bears one."""

from collections.abc import Mapping
from collective.conventions.terms.rules import FACTS
from collective.conventions.terms.rules import RULES
from dataclasses import dataclass
from dataclasses import field
from datetime import date


Params = Mapping[str, str | int]


@dataclass(frozen=True)
class Override:
    """A person's decision that one date is another than the computed one.

    ``key`` names the dated fact (see ``DatedFact.key``). Whatever follows from a start ("starts")
    or an end ("ends") follows from the decided day. ``computed`` is filled in by the timeline.

    :raises ValueError: without a reason or an author.
    """

    key: str
    day: date
    reason: str
    author: str
    computed: date | None = None

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.author.strip():
            raise ValueError("an override needs its reason and its author")


@dataclass(frozen=True)
class Dated:
    """A day, the rule it comes from and the values of that rule.

    ``override`` is the decision that put ``day`` in the place of the computed one.

    :raises ValueError: for an undeclared rule, or other parameters than it declares.
    """

    day: date
    rule: str
    params: Params = field(default_factory=dict, hash=False)
    override: Override | None = None

    def __post_init__(self) -> None:
        if self.rule not in RULES or set(self.params) != set(RULES[self.rule]):
            raise ValueError(f"undeclared rule or parameters: {self.rule} {sorted(self.params)}")


@dataclass(frozen=True)
class DatedFact:
    """One line of a timeline.

    ``what`` is one of ``rules.FACTS``; ``key`` tells the fact from all others of its convention and
    stays the same when its day changes; ``clause`` is the text that sets the rule ("" when none is
    given); ``actor`` a partner's UID or one of ``rules.ACTORS`` ("" when nobody acts); ``past``
    means before today; ``done`` is None where nothing is owed; ``amendments`` are the numbers of
    those that changed what the day rests on.
    """

    what: str
    key: str
    day: date
    rule: str
    clause: str
    actor: str
    certainty: str
    past: bool
    params: Params = field(default_factory=dict, hash=False)
    overridden: Override | None = None
    done: bool | None = None
    amendments: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.what not in FACTS:
            raise ValueError(f"undeclared fact: {self.what}")

    @property
    def overdue(self) -> bool:
        """Whether it was to be done before today and was not."""
        return self.past and self.done is False


def overridden(dated: Dated | None, key: str, overrides: tuple[Override, ...]) -> Dated | None:
    """Return ``dated`` on the day a person decided for ``key``, or as it is when nobody did.

    The last decision counts; it also gives a day to what has none by rule.
    """
    for override in reversed(overrides):
        if override.key == key:
            return _decided(dated, override)
    return dated


def _decided(dated: Dated | None, override: Override) -> Dated:
    if dated is None:
        return Dated(override.day, "decided_by_hand", override=override)
    kept = Override(override.key, override.day, override.reason, override.author, dated.day)
    return Dated(override.day, dated.rule, dated.params, kept)

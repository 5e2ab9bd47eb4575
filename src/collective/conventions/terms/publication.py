"""The publication rule of an annex: who may read it, and which rule is the stricter (B3)."""

#: From the widest to the strictest.
RULES = ("public", "parties", "secretariat")


def is_stricter(rule: str, than: str) -> bool:
    """Whether ``rule`` lets fewer people read than the other does.

    :raises ValueError: one of them is no rule.
    """
    return RULES.index(rule) > RULES.index(than)


def stricter(than: str) -> tuple[str, ...]:
    """Return the rules that let fewer people read, the next one first."""
    return tuple(rule for rule in RULES if is_stricter(rule, than))

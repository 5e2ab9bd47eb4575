"""Everything that is wrong with a text, in the order of the text."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.texts.check.amounts import amounts
from collective.conventions.terms.texts.check.annexes import annexes
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.dates import dates
from collective.conventions.terms.texts.check.defined import defined
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.numbering import numbering
from collective.conventions.terms.texts.check.parties import parties
from collective.conventions.terms.texts.check.references import references
from collective.conventions.terms.texts.check.taxes import taxes
from collective.conventions.terms.texts.check.unfilled import unfilled
from collective.conventions.terms.texts.text import Text


#: Each rule looks at the whole text.
RULES: tuple[Callable[[Text, Context], Iterable[Flaw]], ...] = (
    numbering,
    references,
    annexes,
    defined,
    unfilled,
    dates,
    amounts,
    parties,
    taxes,
)


def check(text: Text, context: Context) -> tuple[Flaw, ...]:
    """Return what is wrong with ``text``, in its order; an empty text has nothing wrong with it."""
    found = [flaw for rule in RULES for flaw in rule(text, context)]
    return tuple(sorted(found, key=_order))


def of_severity(severity: str, flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """Yield those of one severity."""
    return (flaw for flaw in flaws if flaw.severity == severity)


def _order(flaw: Flaw) -> tuple[int, bool, int, str]:
    place = flaw.place
    return place.index, place.column == "body", place.start, flaw.code

"""The delays that a law sets: the defaults, each with its source. A site may pass its own instead.

A delay out of a convention's own text is none of these: it comes with the ``Term``.
"""

from collections.abc import Mapping
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.holidays import SUPERVISION_BRUSSELS
from collective.conventions.terms.holidays import SUPERVISION_WALLONIA


#: By code; those of the supervision run from the day the authority received the decision.
DELAYS: Mapping[str, Delay] = {
    "supervision_brussels": Delay(
        days=30,
        source="Ordonnance du 14 mai 1998, art. 9 et 10, modifiée le 23 juin 2016",
        holidays=SUPERVISION_BRUSSELS,
    ),
    "supervision_wallonia": Delay(
        days=30,
        source="Code de la démocratie locale et de la décentralisation, art. L3122-6",
        holidays=SUPERVISION_WALLONIA,
    ),
}

"""An enrolment: registered by three facts, paid back when it is cancelled (O4, O5)."""

from collective.conventions.terms.dates import latest
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.delays import last_day
from dataclasses import dataclass
from datetime import date


#: What an enrolment needs, in the order in which it usually comes.
CONDITIONS = ("form", "signed", "paid")

#: Within how long a cancelled enrolment is paid back. The clause names days and no working days.
REFUND = Delay(days=15, source="art. 4", moves=False)


@dataclass(frozen=True)
class Enrolment:
    """The days on which the form was filled in, the document signed and all of it paid; or None.

    ``cancelled`` is the day on which the organiser took it back for want of places, ``refunded``
    the one from which all that had been paid then was paid back.
    """

    form: date | None = None
    signed: date | None = None
    paid: date | None = None
    cancelled: date | None = None
    refunded: date | None = None

    @property
    def lacking(self) -> tuple[str, ...]:
        """Those of ``CONDITIONS`` that are not met yet."""
        return tuple(name for name in CONDITIONS if getattr(self, name) is None)

    @property
    def registered(self) -> date | None:
        """The day on which all conditions were met, from which it can be confirmed."""
        if self.cancelled is not None:
            return None
        return latest(getattr(self, name) for name in CONDITIONS)

    @property
    def refund_by(self) -> date | None:
        """The last day to pay back what was paid: 15 days after it was cancelled.

        What is only received after that is paid back within as long from the payment.
        """
        if self.cancelled is None or self.paid is None:
            return None
        return last_day(REFUND, max(self.cancelled, self.paid))

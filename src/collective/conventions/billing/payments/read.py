"""A statement's file, whichever of the two formats it has."""

from collective.conventions.billing.payments import camt
from collective.conventions.billing.payments import coda
from collective.conventions.billing.payments.statement import Statement


def read(data: bytes) -> tuple[Statement, ...]:
    """The statements of a CODA or CAMT.053 file, which is known by its first characters.

    :raises BadRequest: for a file of neither kind, cut short, altered or not in euro.
    :raises RequestEntityTooLarge: for one beyond ``statement.MOST_OCTETS``.
    """
    # The header of CODA begins with noughts; no XML does.
    return (coda if data[:8].lstrip(b"\xef\xbb\xbf")[:1] == b"0" else camt).read(data)

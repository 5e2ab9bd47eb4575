"""The paper of what was issued: made after it, from what is frozen, and kept once."""

from collections.abc import Iterator
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.frozen import PDF
from collective.conventions.billing.paper.pdf import pdf
from collective.conventions.committing import committed
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.space.meter import expect
from functools import partial
from plone import api
from typing import Any
import logging
import transaction


WORK = "papers"
logger = logging.getLogger(__name__)


def paper_of(invoice: Any) -> bytes:
    """The paper of an issued document: the kept one, or as it will be kept."""
    issued = issued_of(invoice)
    kept = issued.files.get("pdf")
    return kept.data if kept is not None else pdf(issued.document, issued.files["xml"].data)


def keep_paper(invoice: Any) -> bool:
    """Keep the paper of an issued document; tells whether it was not kept before.

    :raises InsufficientStorage: the space has no room for it.
    """
    issued = issued_of(invoice)
    if issued is None or issued.received or "pdf" in issued.files:
        return False
    data = pdf(issued.document, issued.files["xml"].data)
    expect(invoice, "pdf", len(data))
    issued.keep("pdf", data, PDF)
    return True


def lacking() -> Iterator[Any]:
    """The issued documents of the present space whose paper is not kept yet.

    What was received has none of ours: its issuer's e-invoice is what is kept.
    """
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", review_state=("issued", "paid", "credited"), sort_on="created"
    )
    for record in found:
        invoice = record._unrestrictedGetObject()
        issued = issued_of(invoice)
        if issued is not None and not issued.received and "pdf" not in issued.files:
            yield invoice


def keep_papers(progress: Progress | None = None) -> tuple[int, tuple[Failure, ...]]:
    """Make every paper that is not kept yet, each in a transaction of its own."""
    progress = progress or Progress()
    waiting = list(lacking())
    progress.begin(WORK, len(waiting))
    made, failures = 0, []
    for invoice in waiting:
        if progress.stopped:
            break
        number = issued_of(invoice).number
        try:
            made += committed(partial(keep_paper, invoice))
            progress.done(WORK, number)
        except Exception as error:
            transaction.abort()
            logger.warning("The paper of %s could not be made", number, exc_info=True)
            failures.append(Failure(number, str(error) or type(error).__name__))
            progress.failed(WORK, failures[-1])
    return made, tuple(failures)

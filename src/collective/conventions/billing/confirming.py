"""Confirming an enrolment to the contacts of its customer: by mail, once, and remembered (O4)."""

from collective.conventions import _
from collective.conventions import posting
from collective.conventions.billing import sendings
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.delivering import refuse_others
from collective.conventions.billing.enrolling import Confirmation
from collective.conventions.billing.enrolling import confirmation_of
from collective.conventions.billing.enrolling import enrolment_of
from collective.conventions.billing.enrolling import is_enrolment
from collective.conventions.billing.parties import customer_of
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.sendings import MAIL
from collective.conventions.billing.sendings import Sending
from collective.conventions.committing import committed
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from functools import partial
from plone import api
from smtplib import SMTPException
from typing import Any
from zope.i18nmessageid import Message
from zope.lifecycleevent.interfaces import IObjectCopiedEvent
import logging
import transaction


logger = logging.getLogger(__name__)
#: What is sent of a convention itself; its documents have sendings of their own.
CONFIRMATION = "confirmation"


def confirmed(convention: Any) -> Sending | None:
    """The confirmation that was sent of an enrolment; None while none was."""
    return next(iter(sendings.sendings(convention, CONFIRMATION)), None)


def confirm(convention: Any, today: date) -> bool:
    """Let the present transaction send the confirmation; tells whether it had not been sent yet.

    :raises Forbidden: the current user may not.
    :raises Conflict: it is no enrolment, is not registered, or the space can send no mail.
    :raises UnprocessableEntity: no contact of the customer has an address.
    """
    refuse_others()
    if confirmed(convention) is not None:
        return False
    told = confirmation_of(convention)
    if told is None or not is_enrolment(convention):
        raise Conflict(_why_not(convention))
    if not told.addresses:
        customer = item_of(customer_of(convention))
        raise UnprocessableEntity(
            _(
                "No contact person of ${organisation} has an e-mail address.",
                mapping={"organisation": customer.title},
            )
        )
    if hindered := posting.obstacles():
        raise Conflict(hindered[0])
    _post(convention, told, today)
    return True


def confirm_now(convention: Any, today: date) -> bool:
    """The same in a transaction of its own.

    :raises Conflict: besides, the mail server did not take it; nothing is remembered then.
    """
    try:
        return committed(partial(confirm, convention, today))
    except (SMTPException, OSError) as error:
        transaction.abort()
        logger.warning("An enrolment could not be confirmed", exc_info=True)
        raise Conflict(
            _("The mail server did not take the confirmation. Try again later.")
        ) from error


def start_afresh(copy: Any, event: IObjectCopiedEvent) -> None:
    """Of a copy nothing was confirmed yet."""
    copy.__dict__.pop(sendings.ATTRIBUTE, None)


def _why_not(convention: Any) -> Message:
    if not is_enrolment(convention):
        return _("Nobody enrols by this convention: it has no price for each participant.")
    if enrolment_of(convention).cancelled is not None:
        return _("This enrolment was cancelled.")
    return _("This enrolment is not registered yet: something is still missing.")


def _post(convention: Any, told: Confirmation, today: date) -> None:
    sent = Sending(
        CONFIRMATION,
        today,
        MAIL,
        ", ".join(told.addresses),
        actor(),
        checksum(told.text.encode()),
    )
    sendings.write_down(convention, sent)
    journal_of(convention.UID()).append(
        "enrolment_confirmed",
        actor=sent.actor,
        after={"address": sent.address, "day": today},
    )
    posting.send(_message(convention, told))


def _message(convention: Any, told: Confirmation) -> EmailMessage:
    """One mail to all contacts: either all of them are told or nobody is."""
    message = posting.addressed("", told.addresses[0], told.subject)
    message.replace_header("To", [Address(addr_spec=one) for one in told.addresses])
    issuer = item_of(convention.issuer)
    if issuer is not None and issuer.email:
        message["Reply-To"] = issuer.email
    message.set_content(told.text)
    message["Content-Language"] = api.portal.get_default_language()
    return message

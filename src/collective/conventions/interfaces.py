"""Interfaces, events and exceptions of the whole package."""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from OFS.interfaces import IApplication
from plone.theme.interfaces import IDefaultPloneLayer
from typing import Any
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent
import zExceptions


class IConventionsLayer(IDefaultPloneLayer):
    """Marks requests of a site in which the add-on is installed."""


class IServerRequest(Interface):
    """Marks requests of the services on the root of the server, where no layer is."""


class IConventionFolder(Interface):
    """The ``conventions/`` folder of a space."""


class IPartnerFolder(Interface):
    """The ``partners/`` folder of a space."""


class IModelFolder(Interface):
    """The ``library/`` folder of a space."""


class IFindings(Interface):
    """A utility, by the name of a type: what is wrong with the values of its items."""

    def __call__(values: Mapping[str, Any], today: Any) -> Sequence[Any]:
        """The findings (``terms.findings.Finding``) of all that is wrong."""


class IServerRoot(IApplication):
    """The root of the database, where what Zope and Plone tell everybody is for operators."""


class ISuspendedSpace(Interface):
    """Marks a space that is suspended, wholly or for some of its accounts."""


class IConventionPart(Interface):
    """Marks what lives inside a convention and shares its fate: annexes and invoices."""


class IPartFiles(Interface):
    """Adapter of a part of a convention: the files that go into the archive beside its data.

    Iterating gives (name, title, read): ``read()`` answers with the bytes, in pieces.
    """


class IConventionStepEvent(IObjectEvent):
    """A convention has taken a step of its workflow."""

    step = Attribute("The id of the transition.")
    reason = Attribute("Why, in the actor's words; may be empty.")


class IStepGuard(Interface):
    """A subscription adapter of a convention or an amendment: what is asked for before a step.

    So a room can have its say without the life cycle knowing it.
    """

    def lacks(step: str, today: date) -> Sequence[Any]:
        """The findings (``terms.findings.Finding``) that keep ``step`` from being taken."""


@implementer(IConventionStepEvent)
class ConventionStepEvent(ObjectEvent):
    """See ``IConventionStepEvent``."""

    def __init__(self, convention: Any, step: str, reason: str = "") -> None:
        super().__init__(convention)
        self.step = step
        self.reason = reason


class AccountsSuspendedEvent(ObjectEvent):
    """Some accounts of a space are suspended: what they can do without logging in must end too."""

    def __init__(self, portal: Any, accounts: Sequence[str]) -> None:
        super().__init__(portal)
        self.accounts = tuple(accounts)


class ISpaceImportedEvent(IObjectEvent):
    """A space has come from another server or from a copy, under this id, into this database.

    Whatever a space keeps by the numbers of its records, or by its address, is no longer true.
    """


@implementer(ISpaceImportedEvent)
class SpaceImportedEvent(ObjectEvent):
    """See ``ISpaceImportedEvent``."""


class ConventionsError(Exception):
    """Base of what the add-on refuses.

    ``findings`` holds what is wrong, field by field (``terms.findings.Finding``), or is empty
    where one sentence (``str(error)``) says it all. The name of the class decides the status
    of the REST answer, so the subclasses bear the names of HTTP statuses. Where Zope has an
    exception of the same name, the subclass is one of its kind too, or Zope would replace it.
    """

    def __init__(self, message: Any = "", findings: Sequence[Any] = ()) -> None:
        if isinstance(message, ConventionsError):
            # The workflow tool raises what it caught anew: ``type(error)(error)``.
            message, findings = message.message, message.findings
        super().__init__(message)
        self.message = message
        self.findings = tuple(findings)


class BadRequest(ConventionsError, zExceptions.BadRequest):
    """400: the request is malformed, or a value in it is not valid."""


class Forbidden(ConventionsError, zExceptions.Forbidden):
    """403: the current user may not do this."""


class NotFound(ConventionsError, zExceptions.NotFound):
    """404: there is no such thing."""


class UnprocessableEntity(ConventionsError):
    """422: the request is well formed, but what it holds breaks a rule."""


class Conflict(ConventionsError):
    """409: the thing is in a state that does not allow this."""


class RequestEntityTooLarge(ConventionsError):
    """413: the request or one of its files is larger than the server takes."""


class InsufficientStorage(ConventionsError):
    """507: the space has no room left for what was sent; the numbers are bytes."""

    def __init__(
        self, message: Any = "", *, used: int = 0, limit: int = 0, needed: int = 0
    ) -> None:
        super().__init__(message)
        self.used, self.limit, self.needed = used, limit, needed


class ServiceUnavailable(ConventionsError):
    """503: the space is suspended, or the account of who asks."""


JSON = Mapping[str, Any]

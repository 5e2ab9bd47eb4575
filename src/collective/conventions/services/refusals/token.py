"""A token that was sent to the root of the server, where none opens anything.

Plone's reader of tokens looks for the keys of the site that it is asked in. The root has none, so
the reader fails before anybody is asked for a permission, and Zope would answer 500.
"""

from collective.conventions import _
from collective.conventions.interfaces import IServerRequest
from collective.conventions.services.refusals.view import StockRefusal
from plone.keyring.interfaces import IKeyManager
from typing import Any
from zExceptions import Unauthorized
from zope.component import getGlobalSiteManager
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface import providedBy
from zope.interface.interfaces import ComponentLookupError


def token_refusal(error: ComponentLookupError, request: Any) -> Any:
    """401 as JSON for a token; every other error of this kind has the view that it has anyway."""
    is_token = str(request._auth or "")[:7].lower() == "bearer "
    if not is_token or error.args[:1] != (IKeyManager,):
        return _usual(error, request)
    alsoProvides(request, IServerRequest)
    realm = request.response.realm
    request.response.setHeader("WWW-Authenticate", f'basic realm="{realm}"')
    message = _("No token opens the root of the server. Please send a login and its password.")
    return StockRefusal(Unauthorized(translate(message, context=request)), request)


def _usual(error: ComponentLookupError, request: Any) -> Any:
    required = (implementedBy(Exception), providedBy(request))
    view = getGlobalSiteManager().adapters.lookup(required, Interface, name="index.html")
    return view and view(error, request)

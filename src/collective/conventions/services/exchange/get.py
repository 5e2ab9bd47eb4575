"""GET @exchange: the package for a decision system, as a zip file."""

from collective.conventions.clock import today
from collective.conventions.exchange.package import package_of
from collective.conventions.services.document.file import File
from collective.conventions.services.document.file import send
from collective.conventions.services.visible import refuse_unseen
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The data, the decree, the text and the annexes that may travel."""

    def render(self) -> Any:
        self.check_permission()
        refuse_unseen(self.context)
        package = package_of(self.context, today())
        return send(self.request, File(f"{package.name}.zip", "application/zip", package.zipped()))

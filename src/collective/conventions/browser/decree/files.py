"""The decree and the package for a decision system, as files to download."""

from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.documents.decree.files import file_of
from collective.conventions.exchange.package import package_of
from typing import Any


class DecreeFile(DecreePage):
    """``@@decree.pdf``, ``@@decree.docx`` and ``@@decree.html``; ``?beside=1`` for two columns."""

    def shown(self) -> bytes:
        ending = self.__name__.rpartition(".")[2]
        beside = self.request.form.get("beside") == "1"
        made = file_of(self.context, ending, beside)
        return _sent(self.request, made.name, made.kind, made.data)


class PackageFile(DecreePage):
    """``@@decision-package``: everything that a decision system needs, as a zip file."""

    def shown(self) -> bytes:
        package = package_of(self.context, self.today)
        return _sent(self.request, f"{package.name}.zip", "application/zip", package.zipped())


def _sent(request: Any, name: str, kind: str, data: bytes) -> bytes:
    response = request.response
    response.setHeader("Content-Type", kind)
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
    return data

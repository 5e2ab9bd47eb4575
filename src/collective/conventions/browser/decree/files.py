"""The decree and the package for a decision system, as files to download."""

from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.documents.decree.files import file_of
from collective.conventions.download import as_file
from collective.conventions.exchange.package import package_of


class DecreeFile(DecreePage):
    """``@@decree.pdf``, ``@@decree.docx`` and ``@@decree.html``; ``?beside=1`` for two columns."""

    def shown(self) -> bytes:
        ending = self.__name__.rpartition(".")[2]
        beside = self.request.form.get("beside") == "1"
        made = file_of(self.context, ending, beside)
        as_file(self.request, made.name, made.kind, len(made.data))
        return made.data


class PackageFile(DecreePage):
    """``@@decision-package``: everything that a decision system needs, as a zip file."""

    def shown(self) -> bytes:
        package = package_of(self.context, self.today)
        data = package.zipped()
        as_file(self.request, f"{package.name}.zip", "application/zip", len(data))
        return data
